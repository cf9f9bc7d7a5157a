package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaGeneratorGeneralConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeAttributeOverrideV2;
import com.github.victools.jsonschema.generator.impl.SchemaGeneratorConfigImpl;
import io.github.cxonetools.schema.draft07.Warnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * victools' configuration: draft-07, no option, nothing of fields and methods; the providers of the project's modules, then
 * ours. A mapper would load some 700 classes, to make nodes and to write values of {@code enum} and {@code default}; only
 * modules may need it for these.
 */
final class EngineConfiguration extends SchemaGeneratorConfigImpl {

    private final List<CustomDefinitionProviderV2> providers = new ArrayList<>();
    private final List<TypeAttributeOverrideV2> overrides = new ArrayList<>();
    private int ofModules;

    private EngineConfiguration(@Nullable ObjectMapper mapper, SchemaGeneratorGeneralConfigPart types) {
        super(
                mapper,
                SchemaVersion.DRAFT_7,
                Set.of(),
                types,
                new SchemaGeneratorConfigPart<>(),
                new SchemaGeneratorConfigPart<>(),
                Map.of());
    }

    /** With no providers. */
    static EngineConfiguration plain() {
        return new EngineConfiguration(null, new SchemaGeneratorGeneralConfigPart());
    }

    /** With what the project's modules configure, told and checked where it is asked. */
    static EngineConfiguration of(ProjectModules modules, Places places, Warnings warnings) {
        if (modules.list().isEmpty()) {
            return plain();
        }
        ModuleConfiguration builder = new ModuleConfiguration();
        EngineConfiguration configuration =
                new EngineConfiguration(builder.getObjectMapper(), builder.forTypesInGeneral());
        for (ProjectModules.Named module : modules.list()) {
            if (!builder.isHeard(module)) {
                warnings.unheard(module.name());
            }
            ModuleAnswers answers = new ModuleAnswers(module.name(), places, warnings);
            configuration.add(builder, answers);
        }
        return configuration;
    }

    private void add(ModuleConfiguration builder, ModuleAnswers answers) {
        builder.providers().stream()
                .skip(providers.size())
                .forEach(provider -> providers.add(new ModuleAnswers.Provider(provider, answers)));
        builder.overrides().stream()
                .skip(overrides.size())
                .forEach(override -> overrides.add(answers.checked(override)));
        ofModules = providers.size();
    }

    void add(CustomDefinitionProviderV2 provider) {
        providers.add(provider);
    }

    void add(TypeAttributeOverrideV2 override) {
        overrides.add(override);
    }

    @Override
    public @Nullable CustomDefinition getCustomDefinition(
            ResolvedType type, SchemaGenerationContext context, @Nullable CustomDefinitionProviderV2 ignored) {
        return first(providers.subList(after(ignored), providers.size()), type, context);
    }

    private static @Nullable CustomDefinition first(
            List<CustomDefinitionProviderV2> providers, ResolvedType type, SchemaGenerationContext context) {
        for (CustomDefinitionProviderV2 provider : providers) {
            CustomDefinition definition = provider.provideCustomSchemaDefinition(type, context);
            if (definition != null) {
                return definition;
            }
        }
        return null;
    }

    boolean hasModules() {
        return ofModules > 0;
    }

    /** What the modules alone say of a type. */
    @Nullable
    CustomDefinition saidByModule(ResolvedType type, SchemaGenerationContext context) {
        return first(providers.subList(0, ofModules), type, context);
    }

    private int after(@Nullable CustomDefinitionProviderV2 ignored) {
        for (int i = 0; i < providers.size(); i++) {
            if (providers.get(i) instanceof ModuleAnswers.Provider provider && provider.of() == ignored) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public List<TypeAttributeOverrideV2> getTypeAttributeOverrides() {
        return overrides;
    }

    /** No option is set; to ask for one would load all of them. */
    @Override
    public boolean shouldDeriveFieldsFromArgumentFreeMethods() {
        return false;
    }

    @Override
    public ObjectNode createObjectNode() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public ArrayNode createArrayNode() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
