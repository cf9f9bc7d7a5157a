package io.github.cxonetools.action;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong, so that a goal reports everything at once: sorted, without repetition, with a count. */
public final class Findings {

    private final SortedSet<String> messages = new TreeSet<>();

    /** Adds one finding: what is wrong, on what, and what to do. */
    public void add(String message) {
        messages.add(message);
    }

    /** Adds several findings. */
    public void addAll(Collection<String> findings) {
        messages.addAll(findings);
    }

    /** {@return true if nothing was found} */
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The findings in the order in which they are reported. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Ends the goal if anything was found: one finding as it is, several below {@code headline} and their count.
     *
     * @param headline what the findings have in common, for example {@code The contracts cannot be generated}
     */
    public void throwIfAny(String headline) throws RejectedException {
        if (messages.size() == 1) {
            throw new RejectedException(messages.first());
        }
        if (!messages.isEmpty()) {
            throw new RejectedException(
                    headline + " (" + messages.size() + " findings):\n  - " + String.join("\n  - ", messages));
        }
    }
}
