package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Selection;
import io.github.cxonetools.schema.property.TypeUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the classes a schema is being made: the uses of types that it is inside of, from the outermost one. The engine's
 * providers are told of a type alone.
 */
final class Places {

    private final Side side;
    private final Deque<EnclosingUse> places = new ArrayDeque<>();

    Places(Side side) {
        this.side = side;
    }

    private record EnclosingUse(TypeUse use, ResolvedType type) {}

    /** @param type the type of {@code use}, as the engine has resolved it */
    void enter(TypeUse use, ResolvedType type) {
        places.push(new EnclosingUse(use, type));
    }

    void leave() {
        places.pop();
    }

    /** The innermost place. */
    TypeUse here() {
        return places.getFirst().use();
    }

    /** All, from the outermost one. */
    List<TypeUse> all() {
        List<TypeUse> uses = new ArrayList<>();
        places.descendingIterator().forEachRemaining(place -> uses.add(place.use()));
        return uses;
    }

    /** The members that lead from the type as a whole to the innermost place, each once; none at the type itself. */
    List<String> way() {
        Set<String> way = new LinkedHashSet<>();
        for (TypeUse use : all()) {
            way.add(use.place());
        }
        way.remove(side.word());
        return List.copyOf(way);
    }

    /** What cannot be described, told with the way to the innermost place. */
    UnsupportedTypeException located(UnsupportedTypeException e) throws BindingException {
        return e.isComplete() ? e : e.along(way(), LibraryTypes.advice(all(), e.place()));
    }

    /** The innermost place; null where there is none. */
    @Nullable
    TypeUse innermost() {
        EnclosingUse place = places.peekFirst();
        return place == null ? null : place.use();
    }

    /** The innermost place, where {@code type} stands there; null where it is another one, that only a module asks for. */
    @Nullable
    TypeUse here(ResolvedType type) {
        EnclosingUse place = places.getFirst();
        return place.type() == type || place.type().equals(type) ? place.use() : null;
    }

    /** Where a use leaves properties out, the circle may end with it. */
    private boolean hasSameProperties(TypeUse around, TypeUse use) throws BindingException {
        return Selection.of(around.property(), side).equals(Selection.of(use.property(), side));
    }

    /**
     * For what has other types inside: nothing refers, so that it would never end.
     *
     * @param use the innermost place
     * @throws UnsupportedTypeException where its type is around it already
     */
    void checkNoCircle(TypeUse use) throws BindingException, UnsupportedTypeException {
        boolean inside = false;
        for (EnclosingUse place : places) {
            TypeUse around = place.use();
            inside |= around != use && around.type().equals(use.type()) && hasSameProperties(around, use);
        }
        if (inside) {
            List<String> way = way();
            throw UnsupportedTypeException.ofTheWhole((way.isEmpty() ? side.word() : String.join(" → ", way))
                    + " leads back to " + ClassNames.simple(use.type().raw())
                    + ", and CXone takes no recursive schema. "
                    + "Give one of these fields a type that does not lead back, for example an id"
                    + LibraryTypes.advice(all(), ""));
        }
    }
}
