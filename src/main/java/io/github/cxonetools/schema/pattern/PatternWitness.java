package io.github.cxonetools.schema.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for texts that several regular expressions match at once, each of them anywhere: the product of their automata,
 * searched by length. What is looked for ahead is one more expression from its place on; what must not stand somewhere is
 * passed over here, and texts that break it are dropped in the end.
 */
public final class PatternWitness {

    /** States of the product that are looked at. */
    private static final int MAX_STATES = 30_000;

    /** Longer texts are not looked for. */
    private static final int MAX_LENGTH = 2_000;

    private static final int WANTED = 6;

    private final List<EcmaPattern> patterns;
    private final int least;
    private final int most;
    private final List<Integer> alphabet;
    private final Map<EcmaNode.Look, EcmaProgram> looks = new LinkedHashMap<>();
    private int states;

    private PatternWitness(List<EcmaPattern> patterns, List<EcmaProgram> programs, int least, int most) {
        this.patterns = patterns;
        this.least = least;
        this.most = Math.min(most, MAX_LENGTH);
        this.alphabet = WitnessAlphabet.of(programs);
    }

    /**
     * Some texts that all patterns match, shortest first; none where there are none, or they are too hard to find.
     *
     * @param least how many code points a text has at least
     * @param most how many it has at most
     */
    public static List<String> texts(List<EcmaPattern> patterns, int least, int most) {
        List<EcmaProgram> programs = new ArrayList<>();
        for (EcmaPattern pattern : patterns) {
            EcmaProgram program = EcmaProgram.of(pattern.tree());
            if (program == null) {
                return List.of();
            }
            programs.add(program);
        }
        return new PatternWitness(patterns, programs, least, most).search(programs);
    }

    private List<String> search(List<EcmaProgram> programs) {
        Set<Track> begin = new LinkedHashSet<>();
        programs.forEach(program -> begin.add(new Track(program, Track.WAITING)));
        Map<Set<Track>, TextEnd> layer = new LinkedHashMap<>();
        layer.put(begin, new TextEnd(null, -1));
        List<String> found = new ArrayList<>();
        for (int length = 0; length <= most && !layer.isEmpty() && states < MAX_STATES; length++) {
            Map<Set<Track>, TextEnd> next = new LinkedHashMap<>();
            for (Map.Entry<Set<Track>, TextEnd> state : layer.entrySet()) {
                for (Set<Track> ready : ready(state.getKey(), length == 0)) {
                    accept(ready, state.getValue(), length, found);
                    advance(ready, state.getValue(), next);
                }
                if (found.size() >= WANTED) {
                    return found;
                }
            }
            layer = next;
        }
        return found;
    }

    private void accept(Set<Track> ready, TextEnd step, int length, List<String> found) {
        boolean ends = ready.stream().allMatch(thread -> thread.at == Track.AT_END);
        if (ends && length >= least && found.size() < WANTED) {
            String text = step.text();
            if (!found.contains(text) && patterns.stream().allMatch(pattern -> pattern.surelyFinds(text))) {
                found.add(text);
            }
        }
    }

    private void advance(Set<Track> ready, TextEnd step, Map<Set<Track>, TextEnd> next) {
        for (int c : alphabet) {
            Set<Track> after = new LinkedHashSet<>();
            boolean possible = true;
            for (Track thread : ready) {
                Track moved = thread.taking(c);
                possible &= moved != null;
                if (moved != null) {
                    after.add(moved);
                }
            }
            if (possible && states < MAX_STATES && next.putIfAbsent(after, new TextEnd(step, c)) == null) {
                states++;
            }
        }
    }

    /** All ways to go on until a character is needed, by each thread of a state. */
    private List<Set<Track>> ready(Set<Track> state, boolean atBeginning) {
        Set<Set<Track>> ready = new LinkedHashSet<>();
        Set<Set<Track>> seen = new LinkedHashSet<>();
        Deque<Set<Track>> open = new ArrayDeque<>();
        open.push(state);
        while (!open.isEmpty() && seen.size() < MAX_STATES) {
            Set<Track> now = open.pop();
            if (!seen.add(now)) {
                continue;
            }
            Track restless =
                    now.stream().filter(thread -> !thread.isReady()).findFirst().orElse(null);
            if (restless == null) {
                ready.add(now);
                continue;
            }
            for (List<Track> ways : steps(restless, atBeginning)) {
                Set<Track> then = new LinkedHashSet<>(now);
                then.remove(restless);
                then.addAll(ways);
                open.push(then);
            }
        }
        return List.copyOf(ready);
    }

    /** Each way of one thread, as the threads that take its place. */
    private List<List<Track>> steps(Track thread, boolean atBeginning) {
        if (thread.at == Track.WAITING) {
            return List.of(
                    List.of(new Track(thread.program, Track.PASSING)),
                    List.of(new Track(thread.program, thread.program.start())));
        }
        EcmaProgram.MatchInstruction at = thread.program.at(thread.at);
        Track next = new Track(thread.program, at.next());
        return switch (at.kind()) {
            case MATCH -> List.of(List.of());
            case SPLIT -> List.of(List.of(new Track(thread.program, at.other())), List.of(next));
            case ANCHOR -> anchor(at, next, atBeginning);
            case LOOK -> look(at, next);
            case CHARACTER -> throw new IllegalStateException("A thread at a character is ready");
        };
    }

    private static List<List<Track>> anchor(EcmaProgram.MatchInstruction at, Track next, boolean atBeginning) {
        if (at.anchor() == EcmaNode.Anchor.END) {
            return List.of(List.of(new Track(next.program, Track.AT_END), next));
        }
        return at.anchor() == EcmaNode.Anchor.BEGIN && !atBeginning ? List.of() : List.of(List.of(next));
    }

    private List<List<Track>> look(EcmaProgram.MatchInstruction at, Track next) {
        EcmaNode.Look look = at.look();
        if (look == null || !look.ahead() || look.negative()) {
            return List.of(List.of(next));
        }
        EcmaProgram program = looks.computeIfAbsent(look, key -> EcmaProgram.of(key.node(), false));
        return program == null ? List.of() : List.of(List.of(next, new Track(program, program.start())));
    }

    /** One expression on its way: an instruction, or what it waits for. */
    private record Track(EcmaProgram program, int at) {

        /** It may begin here, or later. */
        static final int WAITING = -1;

        /** It begins later, so one more character is passed over. */
        static final int PASSING = -2;

        /** No character may follow. */
        static final int AT_END = -3;

        boolean isReady() {
            return at == PASSING
                    || at == AT_END
                    || at >= 0 && program.at(at).kind() == EcmaProgram.InstructionKind.CHARACTER;
        }

        @Nullable
        Track taking(int c) {
            if (at == PASSING) {
                return new Track(program, WAITING);
            }
            CharacterClass set = at == AT_END ? null : program.at(at).set();
            return set != null && set.contains(c)
                    ? new Track(program, program.at(at).next())
                    : null;
        }
    }

    /** The last character of a text, and the text before it. */
    private record TextEnd(@Nullable TextEnd before, int c) {

        String text() {
            StringBuilder reversed = new StringBuilder();
            for (TextEnd step = this; step != null && step.c >= 0; step = step.before) {
                reversed.insert(0, Character.toString(step.c));
            }
            return reversed.toString();
        }
    }
}
