package io.github.cxonetools.text;

import java.util.regex.Pattern;

/** Words of a command that is printed for pasting into a POSIX shell. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellWord() {}

    /** The word as the shell reads it back, on one line. */
    public static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        String visible = VisibleText.oneLine(word);
        return visible.equals(word)
                ? "'" + word.replace("'", "'\\''") + "'"
                // Of POSIX since 2024; bash, zsh and ksh have long had it.
                : "$'"
                        + VisibleText.oneLine(
                                word.replace("\\", "\\\\").replace("'", "\\'"), c -> String.format("\\U%08X", c))
                        + "'";
    }
}
