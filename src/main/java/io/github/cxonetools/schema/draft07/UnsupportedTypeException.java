package io.github.cxonetools.schema.draft07;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class that no schema can describe truthfully; the message says where, what and what to change. Where that is, is a way: from
 * a member of the handler's own type to the member that cannot be described.
 */
public final class UnsupportedTypeException extends Exception {

    private static final long serialVersionUID = 1;

    private static final String ARROW = " → ";

    private final String place;
    private final String problem;
    private final boolean complete;

    /** @param place class and member */
    public UnsupportedTypeException(String place, String problem) {
        this(place, problem, false, null);
    }

    /** Of the type at the place where it is found. */
    public UnsupportedTypeException(String problem) {
        this("", problem, false, null);
    }

    /** As {@link #UnsupportedTypeException(String)}, with the cause whose words the problem has. */
    public UnsupportedTypeException(String problem, Throwable cause) {
        this("", problem, false, cause);
    }

    private UnsupportedTypeException(String place, String problem, boolean complete, @Nullable Throwable cause) {
        super(place.isEmpty() ? problem : place + ": " + problem, cause);
        this.place = place;
        this.problem = problem;
        this.complete = complete;
    }

    /** Of a schema as a whole, or with all of its way in its words. */
    public static UnsupportedTypeException ofTheWhole(String problem) {
        return new UnsupportedTypeException("", problem, true, null);
    }

    /** Class and member; empty where it is the place where it is found. */
    public String place() {
        return place;
    }

    /** {@return true if the message has its way} */
    public boolean isComplete() {
        return complete;
    }

    /**
     * The same with the way to its place.
     *
     * @param way the members around it, from the outermost one; none in the handler's own type
     * @param advice more sentences of what to change; empty where there are none
     */
    public UnsupportedTypeException along(List<String> way, String advice) {
        return new UnsupportedTypeException(way(way, place), problem + advice, true, getCause());
    }

    /** A way in words: {@code Order.customer → Customer.address}. */
    public static String way(List<String> way, String place) {
        List<String> places = new ArrayList<>(way);
        if (!place.isEmpty() && !places.contains(place)) {
            places.add(place);
        }
        return String.join(ARROW, places);
    }
}
