package io.github.cxonetools.execution.worker;

import java.lang.reflect.Type;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Which Jackson binds what: the project's where it has one, else ours in a loader of its own. */
final class Jacksons {

    private static final String TWO = "com.fasterxml.jackson.databind.";
    private static final String THREE = "tools.jackson.databind.";

    private final ClassLoader project;
    private final List<String> ownJars;
    private @Nullable HandlerJackson two;
    private @Nullable HandlerJackson three;

    Jacksons(ClassLoader project, List<String> ownJars) {
        this.project = project;
        this.ownJars = ownJars;
    }

    /** The Jackson that the project would use for these types. */
    HandlerJackson forTypes(Type... types) throws ReflectiveOperationException {
        boolean hasTwo = isThere(TWO + "ObjectMapper");
        boolean hasThree = isThere(THREE + "json.JsonMapper");
        return hasTwo && (!hasThree || DatabindTraces.pointsToJackson2(types)) ? two() : three(hasThree);
    }

    /** The Jackson whose tree {@code type} is, or null where it is no tree. */
    @Nullable
    HandlerJackson forTree(Class<?> type) throws ReflectiveOperationException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getName().equals(TWO + "JsonNode")) {
                return two();
            }
            if (at.getName().equals(THREE + "JsonNode")) {
                return three(true);
            }
        }
        return null;
    }

    private HandlerJackson two() throws ReflectiveOperationException {
        HandlerJackson made = two != null ? two : HandlerJackson.two(project);
        two = made;
        return made;
    }

    private HandlerJackson three(boolean projects) throws ReflectiveOperationException {
        HandlerJackson made = three != null ? three : HandlerJackson.three(projects ? project : ownLoader());
        three = made;
        return made;
    }

    private boolean isThere(String name) {
        return project.getResource(name.replace('.', '/') + ".class") != null;
    }

    /**
     * Never closed: it lives as long as the worker. Annotations come from the project where it has them, because ours
     * could not be found on its classes.
     */
    private ClassLoader ownLoader() {
        URL[] jars = ownJars.stream().map(Jacksons::url).toArray(URL[]::new);
        return new URLClassLoader(jars, new SharedAnnotations(project));
    }

    private static URL url(String jar) {
        try {
            return Path.of(jar).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar, e);
        }
    }

    /** The JDK, and of the project only the Jackson annotations. */
    private static final class SharedAnnotations extends ClassLoader {

        private final ClassLoader project;

        SharedAnnotations(ClassLoader project) {
            super(ClassLoader.getPlatformClassLoader());
            this.project = project;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("com.fasterxml.jackson.annotation.")) {
                return project.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
