package io.github.cxonetools.schema.derive;

import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeAttributeOverrideV2;
import io.github.cxonetools.json.Json;
import java.util.List;

/** What the project's modules configure; and what of it contracts cannot follow, because they are made of properties. */
final class ModuleConfiguration extends SchemaGeneratorConfigBuilder {

    private boolean ignored;

    ModuleConfiguration() {
        super(Json.mapper(), SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON);
    }

    /** Applies a module, and says whether it has configured what is not asked. */
    boolean isHeard(ProjectModules.Named module) {
        ignored = false;
        module.module().applyToConfigBuilder(this);
        return !ignored;
    }

    List<CustomDefinitionProviderV2> providers() {
        return forTypesInGeneral().getCustomDefinitionProviders();
    }

    List<TypeAttributeOverrideV2> overrides() {
        return forTypesInGeneral().getTypeAttributeOverrides();
    }

    @Override
    public SchemaGeneratorConfigPart<FieldScope> forFields() {
        ignored = true;
        return super.forFields();
    }

    @Override
    public SchemaGeneratorConfigPart<MethodScope> forMethods() {
        ignored = true;
        return super.forMethods();
    }

    @Override
    public SchemaGeneratorConfigBuilder with(Option setting, Option... moreSettings) {
        ignored = true;
        return super.with(setting, moreSettings);
    }

    @Override
    public SchemaGeneratorConfigBuilder without(Option setting, Option... moreSettings) {
        ignored = true;
        return super.without(setting, moreSettings);
    }
}
