package io.github.cxonetools.mojo.build;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/** Finds what belongs to one Maven session, which modules see as one though each has a session object of its own. */
@Named
@Singleton
public final class BuildSessions {

    private final Map<MavenExecutionRequest, BuildSession> sessions = Collections.synchronizedMap(new WeakHashMap<>());

    /** The build that {@code session} belongs to; it is closed when Maven says that the session has ended. */
    public BuildSession of(MavenSession session) {
        return sessions.computeIfAbsent(
                session.getRequest(), request -> new BuildSession(SessionEndActions.of(request)));
    }
}
