package io.github.cxonetools.mojo.project;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Outcomes that several goals of a build would tell alike: the first tells them, the others under {@code -X} only. */
public record OncePerBuild(GoalContext goal) {

    private static final String KEY = OncePerBuild.class.getName();

    /** {@return true if no goal of this build has told {@code text} before} */
    public boolean isNews(String text) {
        return told().add(text);
    }

    /** Tells {@code line}, where it is news. */
    public void info(String line) {
        if (isNews(line)) {
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
