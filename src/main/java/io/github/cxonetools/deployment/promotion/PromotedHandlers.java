package io.github.cxonetools.deployment.promotion;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.NearestName;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the handlers of promoted actions listen in the target: each action's own URL, else a template, else the POM's. */
public final class PromotedHandlers {

    private final @Nullable String template;
    private final Map<String, String> own;
    private final Map<String, String> ofPom;

    /**
     * @param template a URL with {@code {name}} and {@code {version}}, or null
     * @param own by the names of actions; may hold the same places
     * @param ofPom what a POM's {@code <actions>} say, by their names
     */
    public PromotedHandlers(@Nullable String template, Map<String, String> own, Map<String, String> ofPom) {
        this.template = template;
        this.own = Map.copyOf(own);
        this.ofPom = Map.copyOf(ofPom);
    }

    /**
     * The actions with their URLs, in the order of {@code contracts}.
     *
     * @param known the names of all actions of the artifact
     * @throws RejectedException with everything that has no URL, or none that CXone can call
     */
    public List<ActionDefinition> of(List<Contract> contracts, Collection<String> known) throws RejectedException {
        Findings findings = new Findings();
        for (String name : new TreeSet<>(own.keySet())) {
            if (!known.contains(name)) {
                findings.add("handlerUrls has " + name + ", and the artifact has no such action. Did you mean "
                        + NearestName.of(name, known) + "?");
            }
        }
        List<ActionDefinition> actions = new ArrayList<>();
        for (Contract contract : contracts) {
            try {
                actions.add(action(contract));
            } catch (IllegalArgumentException e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        }
        findings.throwIfAny("Not every action can be promoted");
        return actions;
    }

    private ActionDefinition action(Contract contract) {
        return new ActionDefinition(
                contract.name(),
                contract.version(),
                contract.description(),
                null,
                null,
                null,
                url(contract),
                contract.timeoutMs());
    }

    private URI url(Contract contract) {
        String name = contract.name();
        String where = own.containsKey(name)
                ? "handlerUrls/" + name
                : template != null ? "cxone.handlerUrl" : "<handlerUrl> in the POM";
        String text = own.containsKey(name) ? own.get(name) : template != null ? template : ofPom.get(name);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    name + " has no handlerUrl in the target. Say where its handler listens there:"
                            + " -Dcxone.handlerUrl=https://actions.example.com/{name}, or <handlerUrls> in a POM");
        }
        try {
            return new HandlerUrlTemplate(text).of(name, contract.version());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + ": " + where + " " + e.getMessage() + ". Use one like https://actions.example.com/{name}");
        }
    }

    /** One sentence for each URL that several actions have: that is allowed, and perhaps not meant. */
    public static List<String> shared(List<ActionDefinition> actions) {
        Map<String, List<String>> names = new TreeMap<>();
        actions.forEach(action -> names.computeIfAbsent(String.valueOf(action.handlerUrl()), url -> new ArrayList<>())
                .add(action.name()));
        return names.entrySet().stream()
                .filter(url -> url.getValue().size() > 1)
                .map(url -> url.getValue().stream().sorted().collect(Collectors.joining(" and "))
                        + " have one handlerUrl, " + ShownUrl.of(url.getKey()) + "; {name} in it would tell them apart")
                .toList();
    }
}
