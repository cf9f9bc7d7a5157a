package io.github.cxonetools.compatibility.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which member of the project's classes each place of an action's payloads came from when the contract was generated, as
 * {@code members.json} says it. It only explains: what lacks the file, or has one that cannot be read, names no members.
 */
public final class ContractMembers {

    static final String FILE = "members.json";

    static final ContractMembers NONE = new ContractMembers(List.of());

    /** Of those of one place: it may hold a hundred subtypes. */
    private static final int MOST = 3;

    private static final String ANY_NAME = "*";

    /** The first that knows a place counts. */
    private final List<MembersFile> members;

    private ContractMembers(List<MembersFile> members) {
        this.members = members;
    }

    /** @param bytes the file's, none where there is no file; asked for when someone asks for a place */
    static ContractMembers of(Supplier<byte[]> bytes) {
        return new ContractMembers(List.of(new MembersFile(bytes)));
    }

    private static final class MembersFile {

        private final Supplier<byte[]> bytes;
        private @Nullable JsonNode places;

        MembersFile(Supplier<byte[]> bytes) {
            this.bytes = bytes;
        }

        JsonNode places() {
            JsonNode known = places;
            if (known == null) {
                known = StoredJson.readIfAny(bytes.get());
                places = known;
            }
            return known;
        }
    }

    /** These, and for places that they lack, those of an older contract. */
    public ContractMembers or(ContractMembers older) {
        List<MembersFile> both = new ArrayList<>(members);
        both.addAll(older.members);
        return new ContractMembers(both);
    }

    /**
     * The member at a place, for example {@code InteractionEvent.channelType}, or the one that the place is within; several
     * where the place holds one of several types; null where nobody knows.
     *
     * @param side {@code input} or {@code output}
     * @param pointer a JSON pointer into the payload, {@code /} at the root
     */
    public @Nullable String at(String side, String pointer) {
        List<String> segments =
                pointer.equals("/") ? List.of() : List.of(pointer.substring(1).split("/", -1));
        for (int depth = segments.size(); depth >= 0; depth--) {
            for (MembersFile one : members) {
                JsonNode places = one.places().path(side);
                String found = depth == 0 ? text(places.path("/")) : at(places, segments.subList(0, depth), "");
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** A name that is not listed is one of the others, and an index of an array one of its items. */
    private static @Nullable String at(JsonNode places, List<String> segments, String above) {
        for (String step : List.of(segments.get(0), "0", ANY_NAME)) {
            String pointer = above + "/" + step;
            if (places.has(pointer)) {
                return segments.size() == 1
                        ? text(places.path(pointer))
                        : at(places, segments.subList(1, segments.size()), pointer);
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode member) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : member.isArray() ? member.values() : List.of(member)) {
            if (name.isString()) {
                names.add(name.stringValue());
            }
        }
        if (names.isEmpty()) {
            return null;
        }
        String first = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
    }
}
