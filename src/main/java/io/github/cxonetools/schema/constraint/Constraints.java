package io.github.cxonetools.schema.constraint;

import java.util.ArrayList;
import java.util.List;

/**
 * What the default validator checks at one place.
 *
 * @param list the constraints, in the order of their declaration
 * @param cascades true under {@code @Valid}: the value's own constraints are checked too
 */
public record Constraints(List<Constraint> list, boolean cascades) {

    public static final Constraints NONE = new Constraints(List.of(), false);

    public Constraints {
        list = List.copyOf(list);
    }

    public Constraints and(Constraints others) {
        if (others.list.isEmpty() && !others.cascades) {
            return this;
        }
        if (list.isEmpty() && !cascades) {
            return others;
        }
        List<Constraint> all = new ArrayList<>(list);
        for (Constraint other : others.list) {
            if (!all.contains(other)) {
                all.add(other);
            }
        }
        return new Constraints(all, cascades || others.cascades);
    }

    public boolean forbidsNull() {
        for (Constraint constraint : list) {
            if (constraint.forbidsNull()) {
                return true;
            }
        }
        return false;
    }
}
