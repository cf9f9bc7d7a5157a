package io.github.cxonetools.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where in the classes a schema is being made: the uses of types that it is inside of, from the outermost one. */
final class Places {

    private final Deque<TypeUse> uses = new ArrayDeque<>();

    void enter(TypeUse use) {
        uses.push(use);
    }

    void leave() {
        uses.pop();
    }

    /**
     * For what has other types inside: nothing refers, so that it would never end.
     *
     * @param use the innermost place
     * @throws UnsupportedTypeException where its type is around it already
     */
    void checkNoCircle(TypeUse use) throws BindingException, UnsupportedTypeException {
        Set<String> circle = new LinkedHashSet<>();
        boolean inside = false;
        Iterator<TypeUse> outermostFirst = uses.descendingIterator();
        while (outermostFirst.hasNext()) {
            TypeUse around = outermostFirst.next();
            if (inside) {
                circle.add(around.place());
            }
            inside |= around != use && around.type().equals(use.type());
        }
        if (inside) {
            throw new UnsupportedTypeException(String.join(" → ", circle) + " leads back to "
                    + ClassNames.simple(use.type().raw()) + ", and CXone takes no recursive schema. "
                    + "Give one of these fields a type that does not lead back, for example an id");
        }
    }
}
