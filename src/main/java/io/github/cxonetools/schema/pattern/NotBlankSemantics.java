package io.github.cxonetools.schema.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What {@code @NotBlank} takes for blank: Hibernate Validator changed its mind, from {@link String#trim()}, which cuts
 * everything up to the space, to {@link String#isBlank()}, which knows Unicode's white space. The class path decides.
 */
public enum NotBlankSemantics {
    TRIM(CodePoints.range(0, ' ')),
    WHITE_SPACE(CodePoints.of("\t\n\u000b\f\r \u1680\u2028\u2029\u205f\u3000")
            .or(CodePoints.range(0x1c, 0x1f))
            .or(CodePoints.range(0x2000, 0x2006))
            .or(CodePoints.range(0x2008, 0x200a)));

    private static final String VALIDATOR =
            "org/hibernate/validator/internal/constraintvalidators/bv/NotBlankValidator.class";

    private final String pattern;

    NotBlankSemantics(CodePoints blank) {
        this.pattern = JavaBracket.ecma(blank.not());
    }

    /** As the project's validator has it; as the present one does where the class path has none. */
    public static NotBlankSemantics of(ClassLoader classes) {
        try (InputStream code = classes.getResourceAsStream(VALIDATOR)) {
            boolean trims =
                    code != null && new String(code.readAllBytes(), StandardCharsets.ISO_8859_1).contains("trim");
            return trims ? TRIM : WHITE_SPACE;
        } catch (IOException e) {
            return WHITE_SPACE;
        }
    }

    /** Asks for one character that is not blank. */
    public String pattern() {
        return pattern;
    }
}
