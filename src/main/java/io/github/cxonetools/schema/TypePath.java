package io.github.cxonetools.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The types that a schema is inside of, from the outermost one: none may come again, since nothing refers. */
final class TypePath {

    private final Deque<Frame> frames = new ArrayDeque<>();

    private record Frame(JacksonType type, String place) {}

    /** @throws UnsupportedTypeException where the type is entered already; then it is not entered again */
    void enter(TypeUse use) throws BindingException, UnsupportedTypeException {
        for (Frame frame : frames) {
            if (frame.type().equals(use.type())) {
                throw cycle(use);
            }
        }
        frames.push(new Frame(use.type(), use.place()));
    }

    void leave() {
        frames.pop();
    }

    private UnsupportedTypeException cycle(TypeUse use) throws BindingException {
        List<String> cycle = new ArrayList<>();
        boolean inside = false;
        Iterator<Frame> outermostFirst = frames.descendingIterator();
        while (outermostFirst.hasNext()) {
            Frame frame = outermostFirst.next();
            if (inside) {
                cycle.add(frame.place());
            }
            inside |= frame.type().equals(use.type());
        }
        cycle.add(use.place());
        return new UnsupportedTypeException(String.join(" → ", cycle) + " leads back to "
                + ClassNames.simple(use.type().raw()) + ", and CXone takes no recursive schema. "
                + "Give one of these fields a type that does not lead back, for example an id");
    }
}
