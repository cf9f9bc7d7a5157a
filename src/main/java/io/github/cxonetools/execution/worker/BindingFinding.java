package io.github.cxonetools.execution.worker;

/**
 * One thing that a project's library refuses to read or to write, as frames carry it.
 *
 * @param kind who refuses
 * @param pointer JSON pointer, {@code /} at the root; empty where none applies
 * @param words of a {@link BindingRule#CONVERSION}, they may quote a payload
 */
public record BindingFinding(BindingRule kind, String pointer, String words) {

    /** How many texts of a frame tell one. */
    public static final int TEXTS = 3;

    private static final int MAX_POINTER = 1500;

    /** Who refuses. */
    public enum BindingRule {
        /** Bean Validation. */
        CONSTRAINT,
        /** The limit of what may be sent. */
        SIZE,
        /** Jackson, or a validator that fails itself. */
        CONVERSION
    }

    /** The finding that begins at {@code at}. */
    public static BindingFinding read(String[] texts, int at) {
        return new BindingFinding(BindingRule.valueOf(texts[at]), texts[at + 1], texts[at + 2]);
    }

    static String[] texts(BindingFinding... findings) {
        String[] texts = new String[findings.length * TEXTS];
        for (int i = 0; i < findings.length; i++) {
            texts[i * TEXTS] = findings[i].kind.name();
            texts[i * TEXTS + 1] = ThrowableText.cut(findings[i].pointer, MAX_POINTER);
            texts[i * TEXTS + 2] = findings[i].words;
        }
        return texts;
    }
}
