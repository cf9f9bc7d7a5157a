package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.TypeAttributeOverrideV2;
import com.github.victools.jsonschema.generator.TypeScope;
import io.github.cxonetools.schema.draft07.SchemaRules;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one of the project's modules answers: the user's word, told once, and held to what CXone takes. */
final class ModuleAnswers {

    private final String module;
    private final Places places;
    private final Warnings warnings;
    private final Deque<ResolvedType> asked = new ArrayDeque<>();

    ModuleAnswers(String module, Places places, Warnings warnings) {
        this.module = module;
        this.places = places;
        this.warnings = warnings;
    }

    /** A provider of the module's, which it may name when it asks for what comes after it. */
    record Provider(CustomDefinitionProviderV2 of, ModuleAnswers answers) implements CustomDefinitionProviderV2 {

        @Override
        public @Nullable CustomDefinition provideCustomSchemaDefinition(
                ResolvedType type, SchemaGenerationContext context) {
            return answers.definition(of, type, context);
        }

        @Override
        public void resetAfterSchemaGenerationFinished() {
            of.resetAfterSchemaGenerationFinished();
        }
    }

    TypeAttributeOverrideV2 checked(TypeAttributeOverrideV2 override) {
        return (schema, scope, context) -> override(override, schema, scope, context);
    }

    private @Nullable CustomDefinition definition(
            CustomDefinitionProviderV2 provider, ResolvedType type, SchemaGenerationContext context) {
        if (asked.contains(type)) {
            throw refused(
                    type,
                    "asks for it again while it answers, and CXone takes no recursive schema. Call "
                            + "createStandardDefinition(type, this) for what it is without the module");
        }
        asked.push(type);
        CustomDefinition answer = guarded(type, () -> provider.provideCustomSchemaDefinition(type, context));
        asked.pop();
        if (answer == null) {
            return null;
        }
        if (answer.shouldAlwaysProduceDefinition()) {
            throw refused(type, "answers ALWAYS_REF, and CXone takes no $ref. Answer INLINE");
        }
        told(type, answer.getValue());
        return new CustomDefinition(
                answer.getValue(), CustomDefinition.DefinitionType.INLINE, answer.getAttributeInclusion());
    }

    private void override(
            TypeAttributeOverrideV2 override, ObjectNode schema, TypeScope scope, SchemaGenerationContext context) {
        JsonNode before = schema.deepCopy();
        guarded(scope.getType(), () -> {
            override.overrideTypeAttributes(schema, scope, context);
            return schema;
        });
        if (!schema.equals(before)) {
            told(scope.getType(), schema);
        }
    }

    private void told(ResolvedType type, ObjectNode answer) {
        List<String> broken = SchemaRules.findings(answer);
        if (!broken.isEmpty()) {
            throw refused(type, "answers what CXone would refuse: " + String.join("; ", broken));
        }
        warnings.note("The schema of " + type.getBriefDescription() + " is what " + module + " says, a module of the "
                + "project: nothing but the rules of CXone is checked of it");
    }

    private <T> @Nullable T guarded(ResolvedType type, Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (CarriedException e) {
            throw e;
        } catch (LinkageError e) {
            throw refused(type, "does not link: " + e + ". " + ProjectModules.REMEDY);
        } catch (RuntimeException e) {
            throw refused(type, "failed: " + e);
        }
    }

    private CarriedException refused(ResolvedType type, String why) {
        return new CarriedException(new UnsupportedTypeException(
                places.here().place(),
                "the module " + module + ", asked for " + type.getBriefDescription() + ", " + why));
    }
}
