package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Chooses items of which no two are equal. */
final class DistinctItems {

    /** Unlike places in more than that number are not told apart. */
    private static final int MAX_UNLIKE = 40;

    private final WitnessSearch search;
    private final List<Asked> items;
    private final BitSet reasons;

    DistinctItems(WitnessSearch search, List<Asked> items, BitSet reasons) {
        this.search = search;
        this.items = items;
        this.reasons = reasons;
    }

    BranchResult answer() {
        Set<JsonNode> chosen = new LinkedHashSet<>();
        @Nullable Variations variations = null;
        for (Asked asked : items) {
            if (variations == null || !variations.isOf(asked)) {
                variations = new Variations(search, asked);
            }
            JsonNode value = variations.next(chosen.size(), chosen::contains);
            BranchResult answer = value == null ? other(asked, chosen) : BranchResult.found(value);
            if (answer.value() == null) {
                boolean alike = items.stream().allMatch(each -> each.isAs(asked));
                return alike ? (answer.conflict() == null ? answer : BranchResult.none(reasons)) : matched();
            }
            chosen.add(answer.value());
            variations.found(answer.value());
        }
        return made(List.copyOf(chosen));
    }

    private BranchResult other(Asked asked, Set<JsonNode> chosen) {
        search.steps().take(1 + chosen.size());
        Literal excluded = search.literals()
                .of(search.formulas().oneOf(java.util.Collections.unmodifiableSet(new LinkedHashSet<>(chosen))), false);
        return asked.copy().add(excluded, reasons).answer(search);
    }

    private static BranchResult made(List<JsonNode> chosen) {
        ArrayNode array = Json.array();
        array.addAll(chosen);
        return BranchResult.found(array);
    }

    /** Each place with as many values as there are places, or all it has: then a matching is all that counts. */
    private BranchResult matched() {
        if (items.size() > MAX_UNLIKE) {
            return BranchResult.unknown("uniqueItems over too many unlike items");
        }
        List<List<JsonNode>> values = new ArrayList<>();
        for (Asked asked : items) {
            Set<JsonNode> some = new LinkedHashSet<>();
            while (some.size() < items.size()) {
                BranchResult answer = other(asked, some);
                if (answer.value() == null && answer.conflict() == null) {
                    return answer;
                }
                if (answer.value() == null) {
                    break;
                }
                some.add(answer.value());
            }
            values.add(List.copyOf(some));
        }
        Map<JsonNode, Integer> owners = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!assign(i, values, owners, new HashSet<>())) {
                return BranchResult.none(reasons);
            }
        }
        JsonNode[] chosen = new JsonNode[items.size()];
        owners.forEach((value, owner) -> chosen[owner] = value);
        return made(List.of(chosen));
    }

    /** An augmenting path of a bipartite matching. */
    private static boolean assign(
            int item, List<List<JsonNode>> values, Map<JsonNode, Integer> owners, Set<JsonNode> tried) {
        for (JsonNode value : values.get(item)) {
            if (tried.add(value)) {
                Integer owner = owners.get(value);
                if (owner == null || assign(owner, values, owners, tried)) {
                    owners.put(value, item);
                    return true;
                }
            }
        }
        return false;
    }
}
