package io.github.cxonetools.schema.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The characters that texts are looked for in: one of each kind that the programs tell apart. */
final class WitnessAlphabet {

    /** Tried before others, so that texts look like those that people write. */
    private static final String USUAL = "aA0-_.@ bB1!#:/,x";

    private WitnessAlphabet() {}

    /** The usual ones first. */
    static List<Integer> of(List<EcmaProgram> programs) {
        List<CharacterClass> classes = new ArrayList<>();
        Set<Integer> candidates = new LinkedHashSet<>();
        USUAL.chars().forEach(candidates::add);
        Set<Integer> others = new TreeSet<>(List.of(0xE9, 0x4E2D, 0x1F600));
        for (int c = ' '; c < 0x7F; c++) {
            candidates.add(c);
        }
        programs.forEach(program -> collect(program, classes, others));
        candidates.addAll(others);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (int c : candidates) {
            String kind =
                    classes.stream().map(set -> set.contains(c) ? "1" : "0").collect(Collectors.joining());
            kinds.putIfAbsent(kind, c);
        }
        return List.copyOf(kinds.values());
    }

    private static void collect(EcmaProgram program, List<CharacterClass> classes, Set<Integer> candidates) {
        for (int i = 0; i < program.size(); i++) {
            EcmaProgram.MatchInstruction at = program.at(i);
            if (at.set() != null && !classes.contains(at.set())) {
                classes.add(at.set());
                at.set().set().ranges().forEach(range -> candidates.add(range.first()));
            }
            if (at.look() != null) {
                EcmaProgram inner = EcmaProgram.of(at.look().node(), false);
                if (inner != null) {
                    collect(inner, classes, candidates);
                }
            }
        }
    }
}
