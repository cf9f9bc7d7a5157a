package io.github.cxonetools.deployment.receipts;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ids of what was deployed where, one file a module. Every change is on disk, forced there, before the next request is
 * sent.
 */
public final class Receipts {

    private final ReceiptFile file;
    private final String baseUrl;

    private Receipts(ReceiptFile file, String baseUrl) {
        this.file = file;
        this.baseUrl = baseUrl;
    }

    /**
     * The receipts of one tenant; nothing is read yet, and no file is made before there is something to write.
     *
     * @param baseUrl tells tenants apart; for a local tenant, whose port changes, any name that stays
     */
    public static Receipts open(Path file, URI baseUrl) {
        return new Receipts(new ReceiptFile(file), ReceiptFile.tenant(baseUrl.toString()));
    }

    /** Where they are kept. */
    public Path file() {
        return file.path();
    }

    /** What is done while no other build does the same. */
    @FunctionalInterface
    public interface LockedWork {
        void run() throws CxoneException;
    }

    /**
     * Does work, from planning to its confirmation, while no other thread or process changes these receipts: what one build
     * plans to create, another may be creating.
     *
     * @param limit how long to wait for others
     * @param waiting is told once, in a sentence, whom this waits for
     * @throws CxoneException where the limit is passed, or the file is none that may be changed
     */
    public void exclusively(Duration limit, Consumer<String> waiting, LockedWork work) throws CxoneException {
        file.exclusively(limit, waiting, work);
    }

    /**
     * Fails where the file is none that this version may change.
     *
     * @throws RejectedException where it is spoilt, or has a later format
     */
    public void requireUsable() throws CxoneException {
        file.document();
    }

    /** Why nothing is known, as the end of a sentence; empty where there are receipts, be it an empty list. */
    public String silence() throws CxoneException {
        ReceiptDocument document = file.document();
        if (document == ReceiptDocument.MISSING) {
            return "there are no receipts in " + file.path();
        }
        return document.silence().isEmpty() ? "" : file.path() + " says nothing: " + document.silence();
    }

    /** The receipt of one version. */
    public Optional<Receipt> find(String action, String version) throws CxoneException {
        ObjectNode entry = file.entries().get(ReceiptFile.key(baseUrl, action, version));
        return entry == null ? Optional.empty() : Optional.of(read(entry));
    }

    /** The receipt that holds {@code id}. */
    public Optional<Receipt> byId(String id) throws CxoneException {
        return byId(file.entries(), id);
    }

    private Optional<Receipt> byId(SortedMap<String, ObjectNode> entries, String id) throws RejectedException {
        return all(entries, baseUrl + "\n").stream()
                .filter(receipt -> id.equals(receipt.id()))
                .findFirst();
    }

    /** The receipts of all versions of an action. */
    public List<Receipt> of(String action) throws CxoneException {
        return all(file.entries(), ReceiptFile.key(baseUrl, action, ""));
    }

    private List<Receipt> all(SortedMap<String, ObjectNode> entries, String prefix) throws RejectedException {
        List<Receipt> receipts = new ArrayList<>();
        for (Map.Entry<String, ObjectNode> entry : entries.tailMap(prefix).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            receipts.add(read(entry.getValue()));
        }
        return receipts;
    }

    /** A creation is about to be sent. */
    public void intend(ActionVersion wanted, Instant at) throws CxoneException {
        put(new Receipt(
                wanted.name(), wanted.version(), null, at, BuildProcess.current(), null, Receipt.State.of(wanted)));
    }

    /** The creation has failed, or its outcome is not known; this process does nothing more about it. */
    public void answered(ActionVersion wanted) throws CxoneException {
        Optional<Receipt> known = find(wanted.name(), wanted.version());
        if (known.isPresent() && known.get().isIntent()) {
            put(known.get().answered());
        }
    }

    /** The tenant has the version; nothing is written where that is known already. */
    public void deployed(ActionVersion wanted, String id, Instant at) throws CxoneException {
        Receipt.State state = Receipt.State.of(wanted);
        Optional<Receipt> known = find(wanted.name(), wanted.version());
        boolean isKnown = known.isPresent()
                && id.equals(known.get().id())
                && state.equals(known.get().state());
        if (!isKnown) {
            Instant intendedAt = known.map(Receipt::intendedAt).orElse(null);
            put(new Receipt(wanted.name(), wanted.version(), id, intendedAt, null, at, state));
        }
    }

    /**
     * The tenant has these versions, whoever deployed them. What is known of one under another label goes, because its label
     * was changed; all else stays.
     *
     * @param found with id and state
     * @return how many were not known so
     */
    public int adopt(List<Receipt> found) throws CxoneException {
        List<Receipt> news = new ArrayList<>();
        file.change(entries -> {
            for (Receipt receipt : found) {
                ObjectNode entry = entries.get(key(receipt));
                if (entry == null || !isSame(read(entry), receipt)) {
                    news.add(receipt);
                }
            }
            replace(entries, news);
            return !news.isEmpty();
        });
        return news.size();
    }

    private static boolean isSame(Receipt known, Receipt found) {
        return Objects.equals(known.id(), found.id()) && Objects.equals(known.state(), found.state());
    }

    private void replace(SortedMap<String, ObjectNode> entries, List<Receipt> news) throws RejectedException {
        SortedMap<String, ObjectNode> before = new TreeMap<>(entries);
        Set<String> ids = news.stream().map(Receipt::id).collect(Collectors.toSet());
        Set<String> otherLabels = new HashSet<>();
        for (Map.Entry<String, ObjectNode> entry :
                entries.tailMap(baseUrl + "\n").entrySet()) {
            if (!entry.getKey().startsWith(baseUrl + "\n")) {
                break;
            }
            if (ids.contains(read(entry.getValue()).id())) {
                otherLabels.add(entry.getKey());
            }
        }
        entries.keySet().removeAll(otherLabels);
        for (Receipt receipt : news) {
            String key = key(receipt);
            entries.put(key, ReceiptJson.write(baseUrl, receipt, before.get(key)));
        }
    }

    /** The version with {@code id} has another label now. */
    public void moved(String id, String newVersion) throws CxoneException {
        change(id, receipt -> receipt.withVersion(newVersion));
    }

    /** The version with {@code id} was deprecated, or no longer is. */
    public void deprecated(String id, boolean deprecated) throws CxoneException {
        change(id, receipt -> receipt.withDeprecated(deprecated));
    }

    private void put(Receipt receipt) throws CxoneException {
        file.change(entries -> {
            String key = key(receipt);
            entries.put(key, ReceiptJson.write(baseUrl, receipt, entries.get(key)));
            return true;
        });
    }

    private void change(String id, UnaryOperator<Receipt> change) throws CxoneException {
        file.change(entries -> {
            Optional<Receipt> known = byId(entries, id);
            if (known.isEmpty()) {
                return false;
            }
            Receipt changed = change.apply(known.get());
            ObjectNode before = entries.remove(key(known.get()));
            entries.put(key(changed), ReceiptJson.write(baseUrl, changed, before));
            return true;
        });
    }

    private String key(Receipt receipt) {
        return ReceiptFile.key(baseUrl, receipt.action(), receipt.version());
    }

    private Receipt read(ObjectNode entry) throws RejectedException {
        try {
            return ReceiptJson.read(entry);
        } catch (IllegalArgumentException e) {
            throw file.unusable(String.valueOf(e.getMessage()), e);
        }
    }
}
