package io.github.cxonetools.schema.instance;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** An instance that was read: what its properties have become is held to what their schemas say. */
final class MadeInstance {

    private final Jackson jackson;
    private final Object instance;
    private @Nullable JsonNode written;

    MadeInstance(Jackson jackson, Object instance) {
        this.jackson = jackson;
        this.instance = instance;
    }

    /** {@return true if the validator takes what a property has become} */
    boolean isValid(DescribedProperty property) throws BindingException {
        if (!property.isChecked()) {
            return true;
        }
        Object value = null;
        for (AnnotatedElement member : property.members().elements()) {
            Object held = value(member);
            if (held == null && property.neverNull().contains(member)) {
                return false;
            }
            value = value == null ? held : value;
        }
        ObjectNode schema = property.schema();
        return value == null
                || schema == null
                || PayloadValidator.of(schema).validate(wire(property, value)).isEmpty();
    }

    /** What a property's members hold, as it stands on the wire; missing where they hold nothing, or nothing that can be written. */
    JsonNode held(DescribedProperty property) {
        for (AnnotatedElement member : property.members().elements()) {
            Object held = value(member);
            try {
                if (held != null) {
                    return wire(property, held);
                }
            } catch (BindingException e) {
                return MissingNode.getInstance();
            }
        }
        return MissingNode.getInstance();
    }

    /** As the property writes it where it does, otherwise as it is written by itself. */
    private JsonNode wire(DescribedProperty property, Object value) throws BindingException {
        JsonNode own = written().path(property.name());
        return own.isMissingNode() ? json(value) : own;
    }

    private JsonNode written() {
        JsonNode known = written;
        if (known == null) {
            try {
                known = json(instance);
            } catch (BindingException e) {
                known = MissingNode.getInstance(); // Some getter fails; each value is then written by itself.
            }
            written = known;
        }
        return known;
    }

    private JsonNode json(Object value) throws BindingException {
        try {
            return Json.read(jackson.write(value));
        } catch (JacksonException e) {
            throw new IllegalStateException("Jackson writes no JSON", e);
        }
    }

    private @Nullable Object value(AnnotatedElement member) {
        try {
            ((AccessibleObject) member).setAccessible(true);
            return member instanceof Field field ? field.get(instance) : ((Method) member).invoke(instance);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // Then nothing is known to be there.
        }
    }
}
