package io.github.cxonetools.schema.pattern;

import java.util.Arrays;

/** Texts that Hibernate Validator's {@code @UUID} takes. */
public final class UuidPattern {

    private static final String NIL = "0{8}-0{4}-0{4}-0{4}-0{12}";
    private static final String HEX = "0123456789abcdef";

    /** The first digits of the fourth group by variant. */
    private static final String[] VARIANTS = {"01234567", "89ab", "cd"};

    private UuidPattern() {}

    /**
     * The pattern of all such texts.
     *
     * @param letters {@code LOWER_CASE}, {@code UPPER_CASE}, or else either
     */
    public static String of(int[] versions, int[] variants, String letters, boolean empty, boolean nil) {
        StringBuilder version = new StringBuilder();
        Arrays.stream(versions).sorted().distinct().forEach(one -> version.append(HEX.charAt(one)));
        StringBuilder variant = new StringBuilder();
        Arrays.stream(variants).sorted().distinct().forEach(one -> variant.append(VARIANTS[one]));
        String any = digits(HEX, letters);
        return "^(?:" + (empty ? "|" : "") + (nil ? NIL + "|" : "") + any + "{8}-" + any + "{4}-"
                + digits(version.toString(), letters) + any + "{3}-" + digits(variant.toString(), letters) + any
                + "{3}-"
                + any + "{12})$";
    }

    /** {@return true if this is one of these patterns} */
    static boolean is(String pattern) {
        return pattern.startsWith("^(?:") && pattern.contains("{8}-") && pattern.endsWith("{12})$");
    }

    private static String digits(String digits, String letters) {
        StringBuilder set = new StringBuilder("[");
        digits.chars().filter(c -> c <= '9' || !letters.equals("UPPER_CASE")).forEach(c -> set.append((char) c));
        digits.chars()
                .filter(c -> c > '9' && !letters.equals("LOWER_CASE"))
                .forEach(c -> set.append(Character.toUpperCase((char) c)));
        return set.append(']').toString();
    }
}
