package io.github.cxonetools.schema.derive;

import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.TypeAttributeOverrideV2;
import com.github.victools.jsonschema.generator.TypeScope;
import io.github.cxonetools.schema.constraint.ConstraintKeywords;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.IntegerPatterns;
import io.github.cxonetools.schema.property.ElementFeatures;
import io.github.cxonetools.schema.property.PropertyInclusion;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.EnumNames;
import io.github.cxonetools.schema.scalar.PropertyFormats;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import io.github.cxonetools.schema.scalar.WrittenAsText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a place adds to the definition of its type: constraints as keywords, and how the property says it is written. */
final class ConstraintOverride implements TypeAttributeOverrideV2 {

    private final Jackson jackson;
    private final Side side;
    private final Places places;
    private final ConstraintKeywords keywords;
    private final EnumNames enums;
    private final Warnings warnings;

    ConstraintOverride(
            Jackson jackson,
            Side side,
            Places places,
            ConstraintKeywords keywords,
            EnumNames enums,
            Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.places = places;
        this.keywords = keywords;
        this.enums = enums;
        this.warnings = warnings;
    }

    @Override
    public void overrideTypeAttributes(ObjectNode schema, TypeScope scope, SchemaGenerationContext context) {
        TypeUse use = places.here(scope.getType());
        try {
            if (use != null && !isWholeNumberAsText(use)) {
                apply(schema, use);
            }
        } catch (BindingException e) {
            throw new CarriedException(e);
        } catch (UnsupportedTypeException e) {
            throw new CarriedException(e);
        }
    }

    /** Its constraints are part of its pattern. */
    private boolean isWholeNumberAsText(TypeUse use) throws BindingException {
        return PropertyFormats.isWholeNumberAsText(use)
                || side == Side.OUTPUT
                        && IntegerPatterns.isWholeNumber(use.type().raw())
                        && WrittenAsText.is(use, jackson);
    }

    private void apply(ObjectNode schema, TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        JacksonProperty property = use.property();
        if (side == Side.INPUT
                && Keywords.hasWholeNumbers(schema)
                && !use.type().isReference()
                && !ScalarTypes.isWhole(raw)
                && !enums.takesFractions(raw)
                && !KotlinValues.isOne(use.type(), side, jackson)) {
            warnings.oneOrOnePointZero(use.place());
        }
        keywords.apply(use.constraints(), schema, raw, use.place());
        if (side == Side.OUTPUT
                && use.type().isMap()
                && property != null
                && PropertyInclusion.mayOmitContent(property)) {
            schema.remove(Keyword.MIN_PROPERTIES.word());
        }
        JsonNode items = schema.get(Keyword.ITEMS.word());
        if (items != null && ElementFeatures.of(property).unwraps(schema, side)) {
            ObjectNode list = JsonNodeFactory.instance.objectNode();
            list.setAll(schema);
            schema.removeAll();
            schema.putArray(Keyword.ANY_OF.word()).add(list).add(items);
        }
    }
}
