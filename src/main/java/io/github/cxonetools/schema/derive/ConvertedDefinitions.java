package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintKeywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.CodeAtUse;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.JodaTypes;
import io.github.cxonetools.schema.scalar.WrittenAsText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values with a converter, serializer or deserializer of the project, named by an annotation or given by a module: only its
 * code knows what stands on the wire.
 */
final class ConvertedDefinitions implements Definitions {

    private final Jackson jackson;
    private final Side side;
    private final WrittenAsText texts;
    private final KotlinValues kotlin;
    private final Warnings warnings;

    ConvertedDefinitions(
            Jackson jackson, Side side, NestedSchemas nested, ConstraintKeywords keywords, Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.texts = new WrittenAsText(jackson, side, keywords);
        this.kotlin = new KotlinValues(jackson, side, nested, warnings);
        this.warnings = warnings;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        JacksonProperty property = use.property();
        Class<?> named = CodeAtUse.named(use, side);
        boolean raw = property != null && property.isRaw() && property.type().equals(use.type());
        if (raw || named != null && !(side == Side.OUTPUT && WrittenAsText.isBy(named))) {
            return anything(use.place());
        }
        Class<?> code = named == null ? jackson.code().ofValue(use.type(), side) : named;
        if (WrittenAsText.is(use, jackson) && (code == null || side == Side.OUTPUT)) {
            return texts.of(use);
        }
        ObjectNode ofInterface = side == Side.OUTPUT && named == null
                ? JodaTypes.written(use.type().raw(), jackson)
                : null;
        if (ofInterface != null) {
            return ofInterface;
        }
        return code == null ? otherwise(use) : ofModule(use, code);
    }

    /** What takes every value, and a warning that it does. */
    ObjectNode anything(String place) {
        warnings.cannotSay(place, "what a converter of the project does", "it is code");
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode ofModule(TypeUse use, Class<?> code) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        ObjectNode ofKotlin = kotlin.of(use);
        if (ofKotlin != null) {
            return ofKotlin;
        }
        ObjectNode known = JsonFormat.of(use.property()).equals(JsonFormat.NONE) ? JodaTypes.schema(raw, code) : null;
        return known == null ? anythingOfModule(use, code) : known;
    }

    private ObjectNode anythingOfModule(TypeUse use, Class<?> code) throws BindingException {
        warnings.cannotSay(
                use.place(),
                "what a module on the class path makes of "
                        + ClassNames.simple(use.type().raw()),
                "it is code, " + code.getName());
        return JsonNodeFactory.instance.objectNode();
    }

    /** What is read as its type says, and written by code. */
    private @Nullable ObjectNode otherwise(TypeUse use) throws BindingException {
        Class<?> writes = side == Side.INPUT ? CodeAtUse.of(use, Side.OUTPUT, jackson) : null;
        if (writes != null) {
            warnings.writesOtherwise(use.place(), writes.getName());
        }
        return null;
    }

    /** The schema of a map's keys that code reads or writes; null where none does. */
    @Nullable
    ObjectNode ofKey(TypeUse use) throws BindingException {
        Class<?> code = CodeAtUse.ofKey(use, side, jackson);
        return code == null ? null : anythingOfModule(use, code);
    }

    /** As {@link #of}, of one of several subtypes. */
    @Nullable
    ObjectNode ofSubtype(TypeUse use) throws BindingException {
        Class<?> code = jackson.code().ofValue(use.type(), side);
        return code == null ? null : anythingOfModule(use, code);
    }
}
