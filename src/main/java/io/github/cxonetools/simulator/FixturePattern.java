package io.github.cxonetools.simulator;

import io.github.cxonetools.action.RejectedException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A glob on {@code Action/case}: which fixtures are played, and which actions probed. */
final class FixturePattern {

    /** Named as every probe is that fails, and so as every fixture that is recorded of one. */
    private static final String ANY_PROBE = "probe-00000000";

    private final @Nullable PathMatcher matcher;

    private FixturePattern(@Nullable PathMatcher matcher) {
        this.matcher = matcher;
    }

    /** @param glob null or blank for all */
    static FixturePattern of(@Nullable String glob) throws RejectedException {
        if (glob == null || glob.isBlank()) {
            return new FixturePattern(null);
        }
        try {
            return new FixturePattern(FileSystems.getDefault().getPathMatcher("glob:" + glob));
        } catch (PatternSyntaxException e) {
            // Not kept as a cause: Maven would print its pattern and arrow after a message that is complete.
            throw new RejectedException("cxone.fixture: \"" + glob + "\" is no pattern: " + e.getDescription()
                    + ". Use one like SentimentRoutingAction/vip*");
        }
    }

    boolean takesAll() {
        return matcher == null;
    }

    boolean takes(Fixture fixture) {
        return takes(fixture.action(), fixture.name());
    }

    boolean takesProbesOf(String action) {
        return takes(action, ANY_PROBE);
    }

    private boolean takes(String action, String name) {
        return matcher == null || matcher.matches(Path.of(action, name));
    }
}
