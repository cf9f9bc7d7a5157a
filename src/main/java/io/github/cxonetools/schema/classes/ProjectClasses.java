package io.github.cxonetools.schema.classes;

import io.github.cxonetools.action.RejectedException;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The project's classes in a loader of their own: its parent is the JDK, so that nothing of Maven, of this plugin or of its
 * libraries is ever seen by them. Loading a class here runs none of its code.
 */
public final class ProjectClasses implements AutoCloseable {

    private static final int CLASS_FILE_MAGIC = 0xCAFEBABE;
    private static final int MAJOR_OF_JAVA_0 = 44;

    private final ProjectLoader loader;

    private ProjectClasses(ProjectLoader loader) {
        this.loader = loader;
    }

    /** Opens a loader over {@code classPath}: the compiled classes' directory first, then the dependencies. */
    public static ProjectClasses open(List<Path> classPath) {
        return open(classPath, (file, bytes) -> {});
    }

    /**
     * As {@link #open(List)}.
     *
     * @param loaded told the file and the bytes of each class that is loaded from a folder, by the thread that loads it
     */
    public static ProjectClasses open(List<Path> classPath, BiConsumer<File, byte[]> loaded) {
        return new ProjectClasses(new ProjectLoader(classPath, loaded));
    }

    /**
     * Loads a class without initialising it.
     *
     * @param name its binary name; nested classes with {@code $}, or with {@code .} as in source
     * @throws ClassNotFoundException where the class path has none of that name
     * @throws RejectedException where it, or a class it needs, cannot be loaded; the message says why
     */
    public Class<?> load(String name) throws ClassNotFoundException, RejectedException {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            int dot = name.lastIndexOf('.');
            if (dot > 0 && Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1))) {
                return load(name.substring(0, dot) + "$" + name.substring(dot + 1));
            }
            throw e;
        } catch (UnsupportedClassVersionError e) {
            throw new RejectedException(cannotLoad(name, e), e);
        } catch (LinkageError e) {
            throw new RejectedException(cannotLoad(name, e), e);
        }
    }

    /** {@return true if the class path has a class of that name that loads} */
    public boolean has(String name) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Names of the files that were looked up on the class path so far, found or not. */
    public Set<String> reached() {
        return loader.reached();
    }

    /** The loader itself, for libraries of the project that look for services. */
    public ClassLoader loader() {
        return loader;
    }

    /** What a failed link means to the user: the class that is missing, or compiled for a newer Java. */
    public String cannotLoad(String name, Throwable e) {
        if (e instanceof UnsupportedClassVersionError) {
            // The class that is newer may be another than the one that needs it. The JVM names it only at the beginning
            // of
            // its message; an error of our own, that names it, could not be repeated by the JVM in the project's
            // loader.
            return newer(String.valueOf(e.getMessage()).split(" ", 2)[0].replace('/', '.'));
        }
        String missing = missing(e);
        return missing == null
                ? name + " cannot be loaded: " + e
                : name + " needs " + missing + ", which is not on the class path. Add the dependency that has it";
    }

    /** The class that the class path does not have, as reflection names it; null where the failure is another. */
    private static @Nullable String missing(Throwable e) {
        if (e instanceof TypeNotPresentException type) {
            return type.typeName();
        }
        // The JVM keeps, as the cause, what the loader threw: of ours, the message is the class's name.
        return e instanceof NoClassDefFoundError && e.getCause() instanceof ClassNotFoundException notFound
                ? notFound.getMessage()
                : null;
    }

    private String newer(String name) {
        return name + " is compiled for Java " + release(name) + ", and Maven runs on Java "
                + Runtime.version().feature() + ". Run Maven on Java " + release(name)
                + ", or compile with <maven.compiler.release>"
                + Runtime.version().feature() + "</maven.compiler.release>";
    }

    private String release(String name) {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                return "of a newer version";
            }
            DataInputStream data = new DataInputStream(in);
            if (data.readInt() != CLASS_FILE_MAGIC) {
                return "of a newer version";
            }
            data.readUnsignedShort();
            return String.valueOf(data.readUnsignedShort() - MAJOR_OF_JAVA_0);
        } catch (IOException e) {
            return "of a newer version";
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            // A jar that cannot be closed is not worth failing a build that has its contracts.
            return;
        }
    }
}
