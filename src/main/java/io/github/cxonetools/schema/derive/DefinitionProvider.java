package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.property.Definitions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One kind of type, as the engine asks for it. */
final class DefinitionProvider implements CustomDefinitionProviderV2 {

    private final NestedSchemas nested;
    private final Definitions definitions;

    DefinitionProvider(NestedSchemas nested, Definitions definitions) {
        this.nested = nested;
        this.definitions = definitions;
    }

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        try {
            ObjectNode schema = nested.at(type, context, definitions);
            return schema == null ? null : inline(schema);
        } catch (BindingException e) {
            throw new CarriedException(e);
        } catch (UnsupportedTypeException e) {
            throw new CarriedException(e);
        }
    }

    /** What stands where it is used, and to which the engine adds nothing: a definition's own bounds would beat constraints. */
    static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
    }
}
