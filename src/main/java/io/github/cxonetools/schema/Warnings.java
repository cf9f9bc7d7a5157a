package io.github.cxonetools.schema;

import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a contract does not say although a class does: collected, told once, in order. */
final class Warnings {

    private final SortedSet<String> warnings = new ConcurrentSkipListSet<>();
    private final SortedSet<String> notes = new ConcurrentSkipListSet<>();

    /** Draft-07 has no words for {@code what} at {@code place}. */
    void cannotSay(String place, String what, String why) {
        warnings.add(
                place + ": the schema cannot say " + what + " (" + why + "), so payloads that break it are accepted");
    }

    void note(String message) {
        notes.add(message);
    }

    void tell(GenerateEvents events) {
        for (String note : notes) {
            events.note(note);
        }
        for (String warning : warnings) {
            events.warning(warning);
        }
    }
}
