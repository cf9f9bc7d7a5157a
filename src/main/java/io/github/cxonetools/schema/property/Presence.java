package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.KotlinClass;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import tools.jackson.databind.node.ObjectNode;

/** Which properties must be there, as their annotations, types and constraints tell; no code of their class decides then. */
public final class Presence {

    private final Jackson jackson;
    private final Side side;

    public Presence(Jackson jackson, Side side) {
        this.jackson = jackson;
        this.side = side;
    }

    /** {@return true if an annotation asks for the property} */
    public static boolean isAsked(JacksonBean bean, JacksonProperty property) throws BindingException {
        boolean annotated = property.isRequired();
        if (annotated && KotlinClass.isOne(bean.type().raw())) {
            // Kotlin's module tells so of all that is not null, whatever its initialiser.
            Object required = property.attributes("JsonProperty").get("required");
            Object isRequired = property.attributes("JsonProperty").get("isRequired");
            return Boolean.TRUE.equals(required) || "TRUE".equals(String.valueOf(isRequired));
        }
        return annotated || Injected.mustBeThere(property);
    }

    public boolean isRequired(JacksonProperty property, Constraints constraints, ObjectNode described)
            throws BindingException {
        if (property.type().hasUndefined()) {
            return side == Side.INPUT && property.isRequired();
        }
        boolean asked = property.isRequired() || constraints.forbidsNull();
        if (side == Side.OUTPUT) {
            return asked && !PropertyInclusion.mayOmit(property);
        }
        return asked && !(property.type().isReference() && property.isCreator() && PropertyInclusion.mayOmit(property))
                || Injected.mustBeThere(property)
                || NullHandling.refusesAbsence(property, side)
                || property.type().raw().isPrimitive() && absenceFails(property, described);
    }

    /**
     * An absent primitive is 0 or false, which a constraint may refuse; and Jackson 3.0 refuses it to a constructor. Later
     * ones take what their own output may lack.
     */
    private boolean absenceFails(JacksonProperty property, ObjectNode described) throws BindingException {
        boolean asked = property.isCreator() && jackson.generation() == Generation.JACKSON_3;
        return asked && !jackson.takesAbsentPrimitives() || !PrimitiveDefault.isTaken(described);
    }
}
