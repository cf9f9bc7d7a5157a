package io.github.cxonetools.mojo.build;

import io.github.cxonetools.mojo.project.GoalContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Outcomes that several goals of a build would tell alike: the first tells them, the others under {@code -X} only. */
record OncePerBuild(GoalContext goal) {

    private static final String KEY = OncePerBuild.class.getName();

    void info(String line) {
        if (told().add(line)) {
            goal.log().info(line);
        } else {
            goal.log().debug(line);
        }
    }

    /** Modules that load this class more than once share what hangs on Maven's request. */
    @SuppressWarnings("unchecked")
    private Set<String> told() {
        Map<String, Object> data = goal.session().getRequest().getData();
        synchronized (data) {
            return (Set<String>) data.computeIfAbsent(KEY, key -> ConcurrentHashMap.newKeySet());
        }
    }
}
