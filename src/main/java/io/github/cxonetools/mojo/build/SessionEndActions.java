package io.github.cxonetools.mojo.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What is done when a build ends, once, whichever modules asked for it. A module that gives the plugin dependencies of its
 * own loads classes of its own: what all share hangs on Maven's request, and has no types but the JDK's and Maven's.
 */
final class SessionEndActions {

    private static final String KEY = SessionEndActions.class.getName();

    private final List<Map.Entry<MavenProject, BiConsumer<MavenSession, Boolean>>> deferred;
    private final AtomicReference<Consumer<MavenSession>> leftBehind;
    private final AtomicReference<Consumer<MavenSession>> undeployed;
    private final List<Consumer<MavenSession>> opened;

    private SessionEndActions(MavenExecutionRequest request) {
        this.deferred = shared(request, "deferred", new ArrayList<>());
        this.leftBehind = shared(request, "leftBehind", new AtomicReference<>());
        this.undeployed = shared(request, "undeployed", new AtomicReference<>());
        this.opened = shared(request, "opened", new ArrayList<>());
    }

    /** The end of the build that {@code request} asked for; it comes when Maven says that the session has ended. */
    static SessionEndActions of(MavenExecutionRequest request) {
        synchronized (request) {
            boolean isFirst = !request.getData().containsKey(KEY + ".opened");
            SessionEndActions end = new SessionEndActions(request);
            if (isFirst) {
                request.setExecutionListener(SessionEndListener.before(request.getExecutionListener(), end::reach));
            }
            return end;
        }
    }

    /** Nobody else writes under these keys. */
    @SuppressWarnings("unchecked")
    private static <T> T shared(MavenExecutionRequest request, String what, T first) {
        Object present = request.getData().putIfAbsent(KEY + "." + what, first);
        return present == null ? first : (T) present;
    }

    /**
     * Leaves work for the end, where it is done in the order of the modules.
     *
     * @param work is told whether the build has failed, and then only says what is not done
     */
    void defer(MavenProject module, BiConsumer<MavenSession, Boolean> work) {
        synchronized (deferred) {
            deferred.add(Map.entry(module, work));
        }
    }

    /**
     * Once, unless the build fails, {@code work} deploys or names what modules outside of this build left: the first that
     * offers to deploy it, else the first that offers to name it.
     */
    void finishUnfinished(Consumer<MavenSession> work, boolean isDeploying) {
        (isDeploying ? leftBehind : undeployed).compareAndSet(null, work);
    }

    /** Closes something after all work is done. */
    void closeLast(Consumer<MavenSession> close) {
        synchronized (opened) {
            opened.add(close);
        }
    }

    private void reach(MavenSession session) {
        boolean isFailed = session.getResult().hasExceptions();
        try {
            Consumer<MavenSession> left = leftBehind.get() == null ? undeployed.get() : leftBehind.get();
            if (left != null && !isFailed) {
                left.accept(session);
            }
            if (deferred.size() > 1) {
                List<MavenProject> modules = session.getProjects();
                deferred.sort(Comparator.comparingInt(work -> modules.indexOf(work.getKey())));
            }
            for (Map.Entry<MavenProject, BiConsumer<MavenSession, Boolean>> work : deferred) {
                work.getValue().accept(session, isFailed);
            }
        } finally {
            deferred.clear();
            for (Consumer<MavenSession> close : opened) {
                close.accept(session);
            }
            opened.clear();
        }
    }
}
