package io.github.cxonetools.metrics;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a status that a tenant reports means success or an error. */
final class Status {

    private static final String SUCCESS = "success";

    /** A word that is neither is no error: whoever takes "OK" for one deprecates a good release. */
    private static final Set<String> ERRORS =
            Set.of("error", "failure", "failed", "fault", "faulted", "timeout", "timedout", "rejected", "exception");

    private Status() {}

    /** Whether an execution of this status succeeded; null where that is not known. */
    static @Nullable Boolean succeeded(@Nullable String status) {
        if (status == null || status.equals(SUCCESS) || ERRORS.contains(status)) {
            return status == null ? null : status.equals(SUCCESS);
        }
        String word = status.strip().toLowerCase(Locale.ROOT);
        if (word.equals(SUCCESS)) {
            return true;
        }
        return ERRORS.contains(word.replaceAll("[-_ ]", "")) ? Boolean.FALSE : null;
    }
}
