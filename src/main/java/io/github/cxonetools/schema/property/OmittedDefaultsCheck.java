package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.ClassFile;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.lang.reflect.Field;
import java.util.Set;

/**
 * A property that must be there, and that the mapper leaves out where it is empty or a default: read back, it has what the
 * constructor gave it. Where no constructor gives it anything that is null, which is refused; else only code knows.
 */
public final class OmittedDefaultsCheck {

    private static final Set<String> OMITS_MORE_THAN_NULL = Set.of("NON_EMPTY", "NON_DEFAULT", "NON_ABSENT", "CUSTOM");

    private OmittedDefaultsCheck() {}

    public static void check(Class<?> owner, JacksonProperty property, String place)
            throws BindingException, UnsupportedTypeException {
        String inclusion = String.valueOf(property.inclusion().get("value"));
        Field field = property.field();
        boolean optional = property.type().isReference() || !inclusion.equals("NON_ABSENT");
        if (optional
                && OMITS_MORE_THAN_NULL.contains(inclusion)
                && !property.isCreator()
                && field != null
                && ClassFile.constructorSets(owner, field)) {
            throw new UnsupportedTypeException(
                    place,
                    "it is required, @JsonInclude(" + inclusion
                            + ") may leave it out, and only the constructor of " + ClassNames.simple(owner)
                            + " knows what it then is. Use ALWAYS or NON_NULL, or a constructor with @JsonCreator");
        }
    }
}
