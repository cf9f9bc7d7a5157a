package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Json;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ids of what was deployed where, one file a module. Every change is on disk before the next request is sent. */
public final class Receipts {

    private static final String ENTRIES = "receipts";

    private final Path file;
    private final String baseUrl;
    private final LockedFile locked;

    private Receipts(Path file, URI baseUrl) {
        this.file = file;
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
        this.locked = new LockedFile(file);
    }

    /**
     * The receipts of one tenant; nothing is read yet, and no file is made before there is something to write.
     *
     * @param baseUrl tells tenants apart; for a local tenant, whose port changes, any name that stays
     */
    public static Receipts open(Path file, URI baseUrl) {
        return new Receipts(file, baseUrl);
    }

    /** Where they are kept. */
    public Path file() {
        return file;
    }

    /** Whether there is a file at all. */
    public boolean exist() {
        return Files.exists(file);
    }

    /** The receipt of one version. */
    public Optional<Receipt> find(String action, String version) throws CxoneException {
        return of(action).stream()
                .filter(receipt -> receipt.version().equals(version))
                .findFirst();
    }

    /** The receipt that holds {@code id}. */
    public Optional<Receipt> byId(String id) throws CxoneException {
        return all().stream().filter(receipt -> id.equals(receipt.id())).findFirst();
    }

    /** The receipts of all versions of an action. */
    public List<Receipt> of(String action) throws CxoneException {
        return all().stream().filter(receipt -> receipt.action().equals(action)).toList();
    }

    private List<Receipt> all() throws CxoneException {
        List<Receipt> receipts = new ArrayList<>();
        for (ObjectNode entry : entries()) {
            if (isHere(entry)) {
                receipts.add(read(entry));
            }
        }
        return receipts;
    }

    /** A creation is about to be sent. */
    void intend(ActionVersion wanted, Instant at) throws CxoneException {
        put(new Receipt(wanted.name(), wanted.version(), null, at, null, Receipt.State.of(wanted)));
    }

    /** The tenant has the version; nothing is written where that is known already. */
    void deployed(ActionVersion wanted, String id, Instant at) throws CxoneException {
        Receipt.State state = Receipt.State.of(wanted);
        Optional<Receipt> known = find(wanted.name(), wanted.version());
        boolean isKnown = known.isPresent()
                && id.equals(known.get().id())
                && state.equals(known.get().state());
        if (!isKnown) {
            Instant intendedAt = known.map(Receipt::intendedAt).orElse(null);
            put(new Receipt(wanted.name(), wanted.version(), id, intendedAt, at, state));
        }
    }

    /** The version with {@code id} has another label now. */
    void moved(String id, String newVersion) throws CxoneException {
        change(id, receipt -> receipt.withVersion(newVersion));
    }

    /** The version with {@code id} was deprecated, or no longer is. */
    void deprecated(String id, boolean deprecated) throws CxoneException {
        change(id, receipt -> receipt.withDeprecated(deprecated));
    }

    private void put(Receipt receipt) throws CxoneException {
        locked.locked(() -> {
            List<ObjectNode> entries = new ArrayList<>(entries());
            entries.removeIf(entry -> isHere(entry)
                    && entry.path("action").asString("").equals(receipt.action())
                    && entry.path("version").asString("").equals(receipt.version()));
            entries.add(ReceiptJson.write(baseUrl, receipt));
            write(entries);
        });
    }

    private void change(String id, UnaryOperator<Receipt> change) throws CxoneException {
        locked.locked(() -> {
            List<ObjectNode> entries = new ArrayList<>(entries());
            boolean isChanged = false;
            for (int i = 0; i < entries.size(); i++) {
                ObjectNode entry = entries.get(i);
                if (isHere(entry) && entry.path("id").asString("").equals(id)) {
                    entries.set(i, ReceiptJson.write(baseUrl, change.apply(read(entry))));
                    isChanged = true;
                }
            }
            if (isChanged) {
                write(entries);
            }
        });
    }

    private boolean isHere(JsonNode entry) {
        return entry.path("baseUrl").asString("").replaceAll("/+$", "").equals(baseUrl);
    }

    private List<ObjectNode> entries() throws CxoneException {
        try {
            List<ObjectNode> entries = new ArrayList<>();
            for (JsonNode entry : Json.read(Files.readAllBytes(file)).path(ENTRIES)) {
                if (!(entry instanceof ObjectNode object)) {
                    throw unusable("an entry is no object", null);
                }
                entries.add(object);
            }
            return entries;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (JacksonException e) {
            throw unusable(Json.describe(e), e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ". Check its permissions", e);
        }
    }

    private Receipt read(ObjectNode entry) throws RejectedException {
        try {
            return ReceiptJson.read(entry);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private RejectedException unusable(String problem, @Nullable Exception cause) {
        String message = file + ": " + problem + ". Correct the receipts, or restore them from version control";
        return cause == null ? new RejectedException(message) : new RejectedException(message, cause);
    }

    private void write(List<ObjectNode> entries) throws IOException {
        TreeMap<String, ObjectNode> sorted = new TreeMap<>();
        for (ObjectNode entry : entries) {
            sorted.put(
                    String.join(
                            "\n",
                            entry.path("baseUrl").asString(""),
                            entry.path("action").asString(""),
                            entry.path("version").asString("")),
                    entry);
        }
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray(ENTRIES);
        sorted.values().forEach(array::add);
        LockedFile.replace(file, Json.pretty(json));
    }
}
