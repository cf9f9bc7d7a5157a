package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.action.ActionName;
import io.github.cxonetools.action.ActionVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which version of each action a project would declare that takes over the action. */
public final class NewestVersions {

    private NewestVersions() {}

    /**
     * The newest release that is active, else the newest version; of the actions that can be declared and are not yet.
     *
     * @param versions the older before the newer
     * @param declared the names of those that are
     * @return by name
     */
    public static List<ActionVersion> of(List<PulledVersion> versions, Collection<String> declared) {
        SortedMap<String, List<PulledVersion>> byName = versions.stream()
                .filter(each -> ActionName.isAllowed(each.version().name()))
                .filter(each -> !declared.contains(each.version().name()))
                .collect(Collectors.groupingBy(each -> each.version().name(), TreeMap::new, Collectors.toList()));
        List<ActionVersion> newest = new ArrayList<>();
        for (Map.Entry<String, List<PulledVersion>> action : byName.entrySet()) {
            newest.add(newest(action.getValue()));
        }
        return newest;
    }

    private static ActionVersion newest(List<PulledVersion> versions) {
        List<PulledVersion> active = versions.stream()
                .filter(each -> !each.isDeprecated())
                .filter(each -> !each.version().version().endsWith("-SNAPSHOT"))
                .toList();
        List<PulledVersion> candidates = active.isEmpty() ? versions : active;
        return candidates.get(candidates.size() - 1).version();
    }
}
