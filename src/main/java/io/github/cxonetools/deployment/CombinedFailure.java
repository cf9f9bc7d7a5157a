package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import java.util.List;

/** Makes one failure of several: the user's to mend, if any of them is. */
final class CombinedFailure {

    private CombinedFailure() {}

    /**
     * The failure that ends the goal.
     *
     * @param headline above several failures
     * @param after what follows them, on a line of its own
     */
    static CxoneException of(List<CxoneException> failures, String headline, String after) {
        Findings findings = new Findings();
        failures.forEach(failure -> findings.add(String.valueOf(failure.getMessage())));
        List<String> messages = findings.messages();
        String text = messages.size() == 1
                ? messages.get(0)
                : headline + " (" + messages.size() + " findings):\n  - " + String.join("\n  - ", messages);
        // No cause: Maven prints the messages of all causes, and each is here already.
        return failures.stream().anyMatch(RejectedException.class::isInstance)
                ? new RejectedException(text + "\n" + after)
                : new UnavailableException(text + "\n" + after);
    }
}
