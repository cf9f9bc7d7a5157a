package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.instance.ConstructionCode;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonMember;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.property.UnmappedConstraints;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What stands on the wire in place of an object: the value that it is made of, or written as. */
final class StandIns {

    /** What a creator of one argument may take, and what Jackson calls that. */
    private static final Map<Class<?>, String> KINDS = kinds();

    private final Jackson jackson;
    private final Side side;
    private final NestedSchemas nested;
    private final BeanSchemas beans;
    private final ConstraintReader reader;
    private final Warnings warnings;
    private final DelegatedObjects delegated;

    StandIns(
            Jackson jackson,
            Side side,
            NestedSchemas nested,
            BeanSchemas beans,
            ConstraintReader reader,
            Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.nested = nested;
        this.beans = beans;
        this.reader = reader;
        this.warnings = warnings;
        this.delegated = new DelegatedObjects(jackson, nested, reader, warnings);
    }

    private static Map<Class<?>, String> kinds() {
        Map<Class<?>, String> kinds = new LinkedHashMap<>();
        kinds.put(String.class, "String");
        kinds.put(Boolean.class, "Boolean");
        kinds.put(Integer.class, "Int");
        kinds.put(Long.class, "Long"); // None with a fraction: whether 3 is 3.0 depends on the creator's kind.
        return kinds;
    }

    /** The schema of what stands on the wire in place of an object; null where an object does. */
    @Nullable
    ObjectNode schema(JacksonBean bean, TypeUse use) throws BindingException, UnsupportedTypeException {
        JacksonMember value = bean.jsonValue();
        JacksonType type = side == Side.INPUT ? made(bean, value, use.place()) : value == null ? null : value.type();
        if (type == null) {
            return null;
        }
        if (side == Side.INPUT) {
            ConstructionCode.warnOfOneValue(bean, warnings);
        }
        TypeUse standIn = value == null || !use.constraints().cascades()
                ? new TypeUse(type, Constraints.NONE, use.place())
                : beans.valueUse(use, value, type);
        if (side == Side.OUTPUT) {
            return nested.nullable(standIn);
        }
        ObjectNode schema = nested.value(standIn);
        Set<String> covered = value == null ? delegated.settle(bean, use, standIn, schema) : Set.of();
        if (value == null && use.constraints().cascades()) {
            UnmappedConstraints.warn(bean.type().raw(), covered, side, reader, warnings);
        }
        return schema;
    }

    /** What a creator takes in place of an object: of several kinds the one that is also written. */
    private @Nullable JacksonType made(JacksonBean bean, @Nullable JacksonMember value, String place)
            throws BindingException {
        if (!ClassKinds.isConcrete(bean.type().raw()) && !bean.isMadeByOthers()) {
            return null;
        }
        JacksonType delegate = bean.creator().delegate();
        if (delegate != null || value == null && bean.creator().takesObjects()) {
            return delegate;
        }
        for (Map.Entry<Class<?>, String> kind : KINDS.entrySet()) {
            boolean written = value == null || wrapped(value.type().raw()) == kind.getKey();
            if (written && bean.creator().takes(kind.getValue())) {
                if (Number.class.isAssignableFrom(kind.getKey())) {
                    warnings.oneOrOnePointZero(place);
                }
                return value == null ? jackson.typeOf(kind.getKey()) : value.type();
            }
        }
        return null;
    }

    private static Class<?> wrapped(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
