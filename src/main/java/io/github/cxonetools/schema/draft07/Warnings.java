package io.github.cxonetools.schema.draft07;

import io.github.cxonetools.schema.pattern.PatternAmbiguity;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a contract does not say although a class does: collected, told once, in order. */
public final class Warnings {

    private final SortedSet<String> warnings = new ConcurrentSkipListSet<>();
    private final SortedSet<String> notes = new ConcurrentSkipListSet<>();

    /** Draft-07 has no words for {@code what} at {@code place}. */
    public void cannotSay(String place, String what, String why) {
        warnings.add(
                place + ": the schema cannot say " + what + " (" + why + "), so payloads that break it are accepted");
    }

    /** JSON Schema has one number where JSON has two notations of it, and Jackson reads but one of these. */
    public void oneOrOnePointZero(String place) {
        cannotSay(
                place,
                "that 1 may not come as 1.0",
                "they are one number in JSON Schema, and Jackson refuses 1.0 here");
    }

    /** Whoever reads it, reads all of it, every time. */
    public void large(String action, String side, String size, String way) {
        warnings.add(action + ": the " + side + " schema has " + size + ", because everything stands inline" + way
                + ". Use an id or a smaller class in place of one of these, or set cxone.warnSchemaBytes");
    }

    /** Contracts are made of properties as Jackson sees them: what a module says of fields and methods has no place there. */
    public void unheard(String module) {
        warnings.add("The module " + module
                + " configures fields, methods or options, which contracts do not follow. Answer "
                + "for types: forTypesInGeneral().withCustomDefinitionProvider or withTypeAttributeOverride");
    }

    /** An engine that tries one way after the other may take very long for a pattern. */
    public void canExplode(String place, String pattern, int degree) {
        String growth = degree == PatternAmbiguity.EXPONENTIAL
                ? "doubles with every few characters"
                : "grows with the power of " + degree + " of its length";
        warnings.add(place + ": matching a text against the pattern " + pattern + " may take a time that " + growth
                + ", in CXone and in the handler. Write it so that a text matches in one way only, without repetitions of"
                + " repetitions, and bound the text's length");
    }

    public void note(String message) {
        notes.add(message);
    }

    /** Sorted. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Sorted. */
    public List<String> list() {
        return List.copyOf(warnings);
    }
}
