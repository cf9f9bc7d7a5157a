package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the pages of a list up to the last. A tenant may give pages a size of its own, so that a short page says nothing:
 * the last is one that is empty or brings nothing new, or the one after which all is there that the tenant counts.
 */
final class ActionPages {

    /** No list has more pages. */
    private static final int MOST_PAGES = 1_000_000_000;

    private final Consumer<ActionVersion> found;

    /** The ids of entities, and entities that have none. */
    private final Set<Object> seen = new HashSet<>();

    /** As told last; an empty page may not repeat it. */
    private @Nullable BigDecimal total;

    /** How many entities the first page has. */
    private int size = -1;

    private boolean endsWithShortPage;
    private boolean steady = true;

    /** @param found is told each version once, in the tenant's order */
    ActionPages(Consumer<ActionVersion> found) {
        this.found = found;
    }

    /**
     * Adds a page; true if it was the last.
     *
     * @throws IllegalArgumentException where the list is not known to be complete
     */
    boolean addLast(ActionPage page) {
        int before = seen.size();
        page.entities().forEach(this::add);
        int news = seen.size() - before;
        note(page, news);
        boolean isCounted = total != null && total.compareTo(BigDecimal.valueOf(seen.size())) == 0;
        if (news > 0) {
            return isCounted && page.isPagedAsAsked() && !page.isFull();
        }
        if (total != null && total.compareTo(BigDecimal.valueOf(seen.size())) > 0) {
            throw new IllegalArgumentException(
                    "total is " + total + ", but the pages end after " + seen.size() + incomplete());
        }
        if (!isCounted && page.mayBeCut()) {
            throw new IllegalArgumentException("every page is the same "
                    + page.entities().size() + ", which may be the beginning of more" + incomplete());
        }
        return true;
    }

    /**
     * How many pages are to come by what the tenant counts: at least one, which shows that there is no more. Before the first
     * page that is all that is known.
     */
    int ahead() {
        long left = isCounting() ? total(MOST_PAGES) - seen.size() : 0;
        if (left <= 0) {
            return 1;
        }
        long pages = (left + size - 1) / size;
        return (int) Math.min(MOST_PAGES, endsWithShortPage && left % size != 0 ? pages : pages + 1);
    }

    /** Whether the tenant says how many entities there are, as far as its first page can tell. */
    boolean isCounting() {
        return total != null && size > 0 && total.compareTo(BigDecimal.valueOf(seen.size())) >= 0;
    }

    /**
     * Whether every page told the same total, and none held some of what another had. Else the list may have changed while it
     * was read, and what moved from a page to one that was read before is missing.
     */
    boolean isSteady() {
        return steady;
    }

    private long total(long most) {
        return total == null ? 0 : total.compareTo(BigDecimal.valueOf(most)) > 0 ? most : total.longValue();
    }

    private void note(ActionPage page, int news) {
        BigDecimal told = page.total();
        if (size < 0) {
            size = page.entities().size();
            endsWithShortPage = page.isPagedAsAsked();
        } else if (news > 0) {
            boolean isSameTotal = told == null ? total == null : total != null && told.compareTo(total) == 0;
            steady &= isSameTotal && news == page.entities().size();
        }
        if (told != null) {
            total = told;
        }
    }

    private static String incomplete() {
        return ", so the list is not known to be complete";
    }

    private void add(ActionPage.Entity entity) {
        if (seen.add(entity.identity())) {
            found.accept(entity.version());
        }
    }
}
