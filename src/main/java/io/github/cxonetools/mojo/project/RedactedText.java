package io.github.cxonetools.mojo.project;

import io.github.cxonetools.text.CauseWithoutText;
import io.github.cxonetools.text.Secrets;
import io.github.cxonetools.text.VisibleText;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The last that happens to text before Maven gets it: secrets are masked, and what a terminal would obey is written out. */
public record RedactedText(Secrets secrets) {

    private static final int DEEPEST = 20;

    public static RedactedText of(@Nullable MavenSession session) {
        return new RedactedText(SessionSecrets.of(session));
    }

    public String text(@Nullable CharSequence text) {
        return VisibleText.onConsole(secrets.mask(String.valueOf(text)));
    }

    /** Maven prints the text of every cause, and under {@code -e} that of what was suppressed: all of it stays, or none. */
    @Nullable
    public Throwable cause(@Nullable Throwable cause) {
        return cause == null || isHarmless(cause, 0) ? cause : CauseWithoutText.of(cause);
    }

    /** An error of this plugin's own, without its text if that holds a secret. */
    RuntimeException internal(RuntimeException error) {
        return isHarmless(error, 0)
                ? error
                : new IllegalStateException(text(error.getMessage()), CauseWithoutText.of(error));
    }

    private boolean isHarmless(Throwable thrown, int depth) {
        String text = thrown.toString();
        if (depth > DEEPEST || !text(text).equals(text)) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isHarmless(suppressed, depth + 1)) {
                return false;
            }
        }
        return thrown.getCause() == null || isHarmless(thrown.getCause(), depth + 1);
    }
}
