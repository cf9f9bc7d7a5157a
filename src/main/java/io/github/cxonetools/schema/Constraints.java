package io.github.cxonetools.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What the default validator checks at one place.
 *
 * @param list the constraints, in the order of their declaration
 * @param cascades true under {@code @Valid}: the value's own constraints are checked too
 */
record Constraints(List<Constraint> list, boolean cascades) {

    static final Constraints NONE = new Constraints(List.of(), false);

    Constraints {
        list = List.copyOf(list);
    }

    Constraints and(Constraints others) {
        List<Constraint> all = new ArrayList<>(list);
        others.list.stream().filter(other -> !all.contains(other)).forEach(all::add);
        return new Constraints(all, cascades || others.cascades);
    }

    boolean forbidNull() {
        return list.stream().anyMatch(Constraint::forbidsNull);
    }
}
