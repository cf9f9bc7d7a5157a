package io.github.cxonetools.schema.subtype;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where Jackson loses, or mixes up, a type id that stands beside its value while it reads. */
public final class ExternalIdChecks {

    private final JacksonBean bean;
    private final JacksonProperty property;
    private final @Nullable JacksonProperty listed;
    private final String place;

    /** @param listed the property of the id's name, if there is one */
    public ExternalIdChecks(
            JacksonBean bean, JacksonProperty property, @Nullable JacksonProperty listed, String place) {
        this.bean = bean;
        this.property = property;
        this.listed = listed;
        this.place = place;
    }

    public void check(String id, ConstraintReader reader) throws BindingException, UnsupportedTypeException {
        String type = ClassNames.simple(bean.type().raw());
        if (bean.passesOver(id)) {
            throw refused(
                    place,
                    "Jackson passes over " + type + "." + id + ", which is to tell its type. Let " + id
                            + " be read, for example with access = WRITE_ONLY");
        }
        for (JacksonProperty other : bean.properties()) {
            if (other.annotation("JsonUnwrapped") != null) {
                throw refused(
                        place,
                        "beside @JsonUnwrapped at " + type + "." + other.memberName()
                                + " Jackson does not read it. Remove one of them");
            }
        }
        if (property.annotation("JsonAlias") != null) {
            throw refused(place, "Jackson looks for no type id beside its @JsonAlias. Remove that");
        }
        if ("FAIL".equals(String.valueOf(property.attributes("JsonSetter").get("nulls")))) {
            throw refused(place, "@JsonSetter(nulls = FAIL) has no effect there. Use @NotNull");
        }
        checkCreator();
        if (listed != null) {
            checkId(listed, type + "." + listed.memberName(), reader);
        }
    }

    private void checkCreator() throws BindingException, UnsupportedTypeException {
        boolean byCreator = !bean.creator().properties().isEmpty();
        boolean together = listed == null || listed.isCreator() == property.isCreator();
        if (byCreator && !(property.isCreator() && together)) {
            throw refused(
                    place,
                    "the constructor takes other properties and not both it and its type id, which Jackson "
                            + "then mixes up. Let the constructor take both, or nothing");
        }
        if (byCreator && bean.jackson().mixesUpCreatorsAndExternalIds()) {
            throw refused(place, "a constructor gets none before Jackson 2.15. Use that or a later one");
        }
    }

    private void checkId(JacksonProperty id, String name, ConstraintReader reader)
            throws BindingException, UnsupportedTypeException {
        Class<?> raw = id.type().raw();
        if (id.isConverted() || id.annotation("JsonFormat") != null || raw != String.class && !raw.isEnum()) {
            throw refused(place, name + " is to tell its type and is not a text. Let it be a String or an enum");
        }
        boolean visible =
                Boolean.TRUE.equals(property.attributes("JsonTypeInfo").get("visible"));
        boolean bound = visible || id.isCreator() || !bean.jackson().hidesExternalIds();
        ConstrainedMembers members = ConstrainedMembers.of(bean.type().raw(), id);
        if (!bound && !members.constraints(reader, name).list().isEmpty()) {
            throw refused(
                    place,
                    "Jackson 3 does not set " + name + ", whose constraints are then checked of what it is "
                            + "without. Add visible = true");
        }
    }

    /** An enum may stand as a number. */
    public static void checkText(ObjectNode id, String name) throws UnsupportedTypeException {
        if (Keywords.hasWholeNumbers(id)) {
            throw refused(name, "it is to tell a type and is not a text. Let it be a String or an enum with names");
        }
    }

    /** What the property that holds a whole object leaves out of it. */
    public static void checkIgnored(JacksonProperty property, Iterable<String> ignored, Side side, String place)
            throws BindingException, UnsupportedTypeException {
        String idName = TypeInfo.of(property).property();
        for (String name : ignored) {
            boolean id = name.equals(idName);
            if (id || side == Side.INPUT && name.equals(property.name())) {
                throw refused(
                        place,
                        "@JsonIgnoreProperties leaves out " + name + ", and its type id or its value is "
                                + "then alone. Leave out both or neither");
            }
        }
    }

    public static UnsupportedTypeException refused(String place, String why) {
        return new UnsupportedTypeException(place, "@JsonTypeInfo (EXTERNAL_PROPERTY): " + why);
    }
}
