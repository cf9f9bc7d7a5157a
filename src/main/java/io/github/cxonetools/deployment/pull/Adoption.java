package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.action.ActionName;
import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.text.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Versions that this plugin did not deploy, to be known from now on as if it had. */
public final class Adoption {

    private final List<PulledVersion> versions = new ArrayList<>();
    private final TreeSet<String> notes = new TreeSet<>();

    /** Of all versions that a receipt can tell apart. */
    public Adoption(List<PulledVersion> pulled) {
        Map<String, Integer> counts = new HashMap<>();
        pulled.forEach(each -> counts.merge(each.label(), 1, Integer::sum));
        for (PulledVersion each : pulled) {
            String label = VisibleText.oneLine(each.label());
            if (!ActionName.isAllowed(each.version().name())) {
                notes.add(VisibleText.oneLine(each.version().name())
                        + " is not adopted, because no project can declare an action of that name");
            } else if (each.holdsSecret()) {
                notes.add(label + " is not adopted, because " + each.problem());
            } else if (each.version().id() == null) {
                notes.add(label + " is not adopted, because the tenant does not tell its id");
            } else if (counts.getOrDefault(each.label(), 0) > 1) {
                notes.add(
                        label + " is not adopted, because it is there more than once. Deprecate or rename all but one:"
                                + " mvn cxone:deprecate -Dcxone.actionId=<id>");
            } else {
                versions.add(each);
            }
        }
    }

    /** What is adopted. */
    public List<PulledVersion> versions() {
        return versions;
    }

    /** Why some are not, as sentences. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Writes receipts.
     *
     * @param adopted those of {@link #versions} that belong to {@code receipts}
     * @return how many were not known so
     */
    public static int write(Receipts receipts, List<PulledVersion> adopted, Instant now) throws CxoneException {
        return receipts.adopt(adopted.stream().map(each -> receipt(each, now)).toList());
    }

    private static Receipt receipt(PulledVersion pulled, Instant now) {
        ActionVersion version = pulled.version();
        return new Receipt(version.name(), version.version(), version.id(), null, null, now, pulled.state());
    }
}
