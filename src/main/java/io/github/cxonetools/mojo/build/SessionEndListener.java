package io.github.cxonetools.mojo.build;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Finishes the build's work before Maven's own listener reports that the session has ended. */
final class SessionEndListener {

    private SessionEndListener() {}

    /** A listener that passes everything on to {@code maven}, and lets {@code build} act first when the session ends. */
    static ExecutionListener before(@Nullable ExecutionListener maven, Consumer<MavenSession> build) {
        return (ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("sessionEnded") && arguments[0] instanceof ExecutionEvent event) {
                        build.accept(event.getSession());
                    }
                    try {
                        return maven == null ? null : method.invoke(maven, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
