package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the versions of some actions from the pages of all, several pages at a time, as long as that takes fewer requests than
 * asking for each name.
 */
final class PagesOfAll {

    /** Of fewer names, a page too many costs more than pages save. */
    private static final int FEWEST_NAMES = 3;

    /** A tenant that does not say how much there is may hold any number of others: no more than a part of the names is risked. */
    private static final int NAMES_TO_UNCOUNTED_PAGE = 4;

    private static final int SHORTEST = 2;
    private static final int READINGS = 2;

    private final ActionList list;
    private final Set<String> names;
    private final Concurrently concurrently;

    private int requests;

    PagesOfAll(ActionList list, Set<String> names, Concurrently concurrently) {
        this.list = list;
        this.names = names;
        this.concurrently = concurrently;
    }

    /**
     * The versions of each name, in the tenant's order; null where each name is to be asked for: because that takes fewer
     * requests, or the pages cannot be had, or they tell no complete list, or change while they are read.
     *
     * @throws CxoneException where there is no token
     */
    @Nullable
    Map<String, List<ActionVersion>> read() throws CxoneException {
        if (names.size() < FEWEST_NAMES || !list.isAllowed()) {
            return null;
        }
        try {
            for (int reading = 1; reading <= READINGS; reading++) {
                Map<String, List<ActionVersion>> found = new HashMap<>();
                names.forEach(name -> found.put(name, new ArrayList<>()));
                ActionPages pages = new ActionPages(version -> {
                    List<ActionVersion> versions = found.get(version.name());
                    if (versions != null) {
                        versions.add(version);
                    }
                });
                if (!isRead(pages)) {
                    return null;
                }
                if (pages.isSteady()) {
                    return found;
                }
            }
            return null;
        } catch (CxoneException | IllegalArgumentException e) {
            // What is wrong with all may not be wrong with those that are wanted; else asking for them tells it.
            return null;
        }
    }

    private boolean isRead(ActionPages pages) throws CxoneException {
        ActionPage first = list.firstPage();
        requests++;
        if (first == null) {
            return false;
        }
        boolean isLast = pages.addLast(first);
        for (int read = 1; !isLast; ) {
            int ahead = pages.ahead();
            int most = pages.isCounting() ? names.size() : Math.max(SHORTEST, names.size() / NAMES_TO_UNCOUNTED_PAGE);
            if (ahead > most - requests) {
                return false;
            }
            requests += ahead;
            List<Integer> numbers =
                    IntStream.rangeClosed(read + 1, read + ahead).boxed().toList();
            for (ActionPage page : concurrently.all(numbers, list::page)) {
                isLast = isLast || pages.addLast(page);
            }
            read += ahead;
        }
        return true;
    }
}
