package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.source.SourceComments;
import io.github.cxonetools.schema.subtype.Polymorphism;
import io.github.cxonetools.schema.subtype.SubtypesById;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Classes with properties as schemas, or what stands for one of them. What is of no other kind is of this one. */
final class ObjectSchemas implements Definitions {

    private final Jackson jackson;
    private final Side side;
    private final NestedSchemas nested;
    private final Places places;
    private final ConvertedDefinitions converted;
    private final BeanSchemas beans;
    private final StandIns standIns;

    ObjectSchemas(
            Jackson jackson,
            Side side,
            AdditionalProperties additionalProperties,
            NestedSchemas nested,
            Places places,
            ConstraintReader reader,
            SourceComments comments,
            Warnings warnings,
            ConvertedDefinitions converted) {
        this.jackson = jackson;
        this.side = side;
        this.nested = nested;
        this.places = places;
        this.converted = converted;
        this.beans = new BeanSchemas(jackson, side, additionalProperties, nested, reader, comments, warnings);
        this.standIns = new StandIns(jackson, side, nested, beans, reader, warnings);
    }

    @Override
    public ObjectNode of(TypeUse declared) throws BindingException, UnsupportedTypeException {
        JacksonBean bean = jackson.bean(declared.type(), side);
        TypeUse use = declared;
        JacksonType refined = bean.refined();
        if (!refined.equals(declared.type()) && bean.code().ofValue(side) == null) {
            places.checkNoCircle(declared);
            use = declared.refined(refined);
            if (holdsOthers(refined)) {
                return nested.value(use);
            }
            bean = jackson.bean(refined, side);
        }
        ObjectNode id = side == Side.OUTPUT ? ObjectIds.alwaysAsId(bean, use, nested) : null;
        if (id != null) {
            return id;
        }
        places.checkNoCircle(use);
        if (bean.code().ofValue(side) != null) {
            return converted.anything(ClassNames.simple(use.type().raw()));
        }
        Polymorphism polymorphism = Polymorphism.of(bean, use, side);
        if (polymorphism == null) {
            LibraryTypes.check(use, jackson);
            BeanChecks.checkIsNoneOfTheJdks(use.type().raw(), use.place());
        }
        ObjectNode standIn = standIns.schema(bean, use);
        if (standIn != null) {
            BeanChecks.checkHasNoTypeId(polymorphism, use);
            return standIn;
        }
        if (polymorphism == null) {
            return single(bean, use);
        }
        polymorphism.checkNotExternal(use);
        return subtypes().anyOf(polymorphism, use);
    }

    private static boolean holdsOthers(JacksonType type) throws BindingException {
        return type.isCollection() || type.isMap() || type.isArray() || type.isReference();
    }

    /** The schemas of a value whose type id stands beside it, by that id. */
    Map<String, ObjectNode> byId(TypeUse use) throws BindingException, UnsupportedTypeException {
        places.checkNoCircle(use);
        Polymorphism polymorphism = Polymorphism.of(jackson.bean(use.type(), side), use, side);
        return subtypes().byId(polymorphism, use);
    }

    /** A class's own object; of an abstract class, or an interface with known subtypes, any of theirs. */
    private ObjectNode single(JacksonBean bean, TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        List<Class<?>> known = side == Side.OUTPUT ? SubtypesById.known(bean) : List.of();
        if (known.isEmpty() || known.equals(List.of(raw))) {
            boolean asArray = ArrayShape.isOf(bean, use);
            BeanChecks.check(bean, side, use.place(), asArray);
            ObjectNode schema = beans.schema(bean, use);
            return asArray ? ArrayShape.of(schema, bean.properties(), use.place()) : schema;
        }
        return subtypes().known(known, use);
    }

    /** Made where a class has some, which few have. */
    private SubtypeSchemas subtypes() {
        return new SubtypeSchemas(jackson, side, nested, beans, standIns, converted);
    }
}
