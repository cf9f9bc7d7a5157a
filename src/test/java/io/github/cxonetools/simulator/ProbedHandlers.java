package io.github.cxonetools.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handlers with one bug each, and three without; they load where there is nothing but the JDK. */
public final class ProbedHandlers {

    public enum Kind {
        A,
        B,
        C
    }

    public record In(String id, Kind kind, String note, Double score, Integer count, List<String> tags) {}

    public record Out(String text, Double number) {}

    private static Out number(double number) {
        return new Out("", number);
    }

    public Out absentOptional(In in) {
        return number(in.note().length());
    }

    public Out nullMember(Map<String, Object> in) {
        return number(in.containsKey("score") ? Math.abs(((Number) in.get("score")).doubleValue()) : 0);
    }

    public Out emptyList(In in) {
        return new Out(in.tags() == null ? "" : in.tags().get(0), 0.0);
    }

    public Out shortString(In in) {
        return new Out("" + in.id().codePointAt(2), 0.0);
    }

    public Out cutCharacter(In in) {
        String note = Optional.ofNullable(in.note()).orElse("");
        return new Out(note.substring(0, Math.min(6, note.length())), 0.0);
    }

    public Out divisionByZero(In in) {
        return number(in.count() == null ? 0 : 100 / in.count());
    }

    public Out overflow(In in) {
        return number(in.count() == null ? 0 : in.count() + 1);
    }

    public Out outputBound(In in) {
        return number(in.score() == null ? 0 : Math.abs(in.score() * 2_000_000_000));
    }

    public Out nullForOneKind(In in) {
        return in.kind() == Kind.C ? null : number(1);
    }

    public Out endlessForOneKind(In in) {
        while (in.kind() == Kind.B) {
            Thread.onSpinWait();
        }
        return number(1);
    }

    public Out twoNulls(In in) {
        int note = in.note().length();
        int tags = in.tags().size();
        return number(note + tags);
    }

    public Out careful(In in) {
        int tags = in.tags() == null ? 0 : in.tags().size();
        return new Out(in.id() + in.kind() + Optional.ofNullable(in.note()).orElse("-"), (double) tags);
    }

    public Out cautious(In in) {
        long next = in.count() == null ? 0 : in.count() + 1L;
        return number(Math.min(next, 1_999_999_999));
    }

    public Map<String, Object> clean(Map<String, Object> in) {
        String note = String.valueOf(in.get("note"));
        int end = note.offsetByCodePoints(0, Math.min(5, note.codePointCount(0, note.length())));
        return Map.of("text", note.substring(0, end), "number", in.size());
    }
}
