package io.github.cxonetools.schema.draft07;

import io.github.cxonetools.schema.pattern.PatternAmbiguity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** What a contract does not say although a class does: collected, told once, in order. */
public final class Warnings {

    private static final Comparator<String> NEAREST =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    /** Each with its way, by what it says without one. */
    private final Map<String, String> warnings;

    private final SortedSet<String> notes;
    private final Supplier<List<String>> way;

    /** What was told here, in order. */
    private final List<Told> told = new ArrayList<>();

    public Warnings() {
        this(new ConcurrentHashMap<>(), new ConcurrentSkipListSet<>(), List::of);
    }

    /**
     * One that was told.
     *
     * @param members those around its place, from a member of the handler's own type on
     */
    private record Told(List<String> members, String place, String words) {

        String said() {
            return UnsupportedTypeException.way(members, place) + words;
        }
    }

    /** Some that may be told again, each with the shortest of its ways from one place on. */
    public static final class Repeatable {

        private final List<Told> told;

        private Repeatable(List<Told> told) {
            this.told = told;
        }
    }

    private Warnings(Map<String, String> warnings, SortedSet<String> notes, Supplier<List<String>> way) {
        this.warnings = warnings;
        this.notes = notes;
        this.way = way;
    }

    /**
     * The same ones, told with the way to their place. Of several ways to one place the shortest is told.
     *
     * @param members those around, from a member of the handler's own type on
     */
    public Warnings along(Supplier<List<String>> members) {
        return new Warnings(warnings, notes, members);
    }

    /** Draft-07 has no words for {@code what} at {@code place}. */
    public void cannotSay(String place, String what, String why) {
        add(place, ": the schema cannot say " + what + " (" + why + "), so payloads that break it are accepted");
    }

    private void add(String place, String words) {
        add(new Told(way.get(), place, words));
    }

    private void add(Told one) {
        told.add(one);
        warnings.merge(one.place + one.words, one.said(), BinaryOperator.minBy(NEAREST));
    }

    /** How many were told here. */
    public int count() {
        return told.size();
    }

    /**
     * Those that were told here after the first so many.
     *
     * @param around the members that all of them are inside of
     */
    public Repeatable since(int count, List<String> around) {
        Map<String, Told> nearest = new LinkedHashMap<>();
        for (Told one : told.subList(count, told.size())) {
            Told inside = new Told(one.members.subList(around.size(), one.members.size()), one.place, one.words);
            nearest.merge(
                    one.place + one.words, inside, BinaryOperator.minBy(Comparator.comparing(Told::said, NEAREST)));
        }
        return new Repeatable(List.copyOf(nearest.values()));
    }

    /**
     * Tells them where the same is inside of something else.
     *
     * @param around the members that it is inside of
     */
    public void repeat(Repeatable repeatable, List<String> around) {
        for (Told one : repeatable.told) {
            Set<String> members = new LinkedHashSet<>(around);
            members.addAll(one.members);
            add(new Told(List.copyOf(members), one.place, one.words));
        }
    }

    private void add(String words) {
        warnings.put(words, words);
    }

    /** @param code what may refuse, for example {@code constructor} */
    public void refusedByCode(String place, String code) {
        cannotSay(place, "what its " + code + " refuses", "only its code knows");
    }

    /** JSON Schema has one number where JSON has two notations of it, and Jackson reads but one of these. */
    public void oneOrOnePointZero(String place) {
        cannotSay(
                place,
                "that 1 may not come as 1.0",
                "they are one number in JSON Schema, and Jackson refuses 1.0 here");
    }

    /** Only code knows what the project writes there: it need not be what the mapper reads. */
    public void writesOtherwise(String place, String code) {
        add(
                place,
                ": the schema cannot say whether what " + code + " writes may be sent back (it is code), so the input "
                        + "takes what its type takes, and may refuse what was written");
    }

    /** Whoever reads it, reads all of it, every time. */
    public void large(String action, String side, String size, String way) {
        add(action + ": the " + side + " schema has " + size + ", because everything stands inline" + way
                + ". Use an id or a smaller class in place of one of these, or set cxone.warnSchemaBytes");
    }

    /** Contracts are made of properties as Jackson sees them: what a module says of fields and methods has no place there. */
    public void unheard(String module) {
        add("The module " + module
                + " configures fields, methods or options, which contracts do not follow. Answer "
                + "for types: forTypesInGeneral().withCustomDefinitionProvider or withTypeAttributeOverride");
    }

    /** An engine that tries one way after the other may take very long for a pattern. */
    public void canExplode(String place, String pattern, int degree) {
        String growth = degree == PatternAmbiguity.EXPONENTIAL
                ? "doubles with every few characters"
                : "grows with the power of " + degree + " of its length";
        add(
                place,
                ": matching a text against the pattern " + pattern + " may take a time that " + growth
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
        return warnings.values().stream().sorted().toList();
    }
}
