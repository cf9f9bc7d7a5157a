package com.example;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Module;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;

public class MoneyModule implements Module {

    @Override
    public void applyToConfigBuilder(SchemaGeneratorConfigBuilder builder) {
        builder.forTypesInGeneral().withCustomDefinitionProvider(MoneyModule::money);
    }

    private static CustomDefinition money(ResolvedType type, SchemaGenerationContext context) {
        return type.getErasedType() != Money.class
                ? null
                : new CustomDefinition(context.getGeneratorConfig().createObjectNode().put("$ref", "#/definitions/Money"));
    }
}
