package io.github.cxonetools.schema.classes;

import io.github.cxonetools.file.FileBytes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A class loader over folders and jars, below the JDK's. It finds classes by path: {@link URLClassLoader} makes a URL for each,
 * which costs more than to read it, and is still asked for resources and for whatever is not found so.
 */
public final class ProjectLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final byte[] NOTHING = {};

    private final List<Element> elements = new ArrayList<>();

    /** What was looked up here, found or not, as files. */
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    private final BiConsumer<File, byte[]> loaded;

    public ProjectLoader(List<Path> classPath) {
        this(classPath, (file, bytes) -> {});
    }

    /** @param loaded told the file and the bytes of each class that is loaded from a folder */
    ProjectLoader(List<Path> classPath, BiConsumer<File, byte[]> loaded) {
        super("project", urls(classPath), ClassLoader.getPlatformClassLoader());
        this.loaded = loaded;
        for (Path element : classPath) {
            elements.add(new Element(element));
        }
    }

    private static URL[] urls(List<Path> classPath) {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = url(classPath.get(i));
        }
        return urls;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No URL for " + path, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/').concat(".class");
        reached.add(file);
        for (Element element : elements) {
            byte[] bytes = element.read(file);
            if (bytes.length > 0) {
                File found = element.file(file);
                if (found != null) {
                    loaded.accept(found, bytes);
                }
                return defineClass(name, bytes, 0, bytes.length, element.domain);
            }
        }
        return super.findClass(name);
    }

    /** The file of a class that was found here; no bytes where it is not there any more. */
    byte[] file(Class<?> type) {
        String file = type.getName().replace('.', '/').concat(".class");
        for (Element element : elements) {
            byte[] bytes = element.read(file);
            if (bytes.length > 0) {
                return bytes;
            }
        }
        return NOTHING;
    }

    @Override
    public @Nullable URL findResource(String name) {
        reached.add(name);
        return super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        reached.add(name);
        return super.findResources(name);
    }

    /** Names of the files that were looked up; those of folders have no end. */
    Set<String> reached() {
        return Set.copyOf(reached);
    }

    @Override
    public void close() throws IOException {
        for (Element element : elements) {
            element.close();
        }
        super.close();
    }

    /** A folder or a jar; what cannot be read has no classes, as with {@link URLClassLoader}. */
    private static final class Element {

        private final Path path;
        private final ProtectionDomain domain;
        private @Nullable Boolean folder;
        private @Nullable JarFile jar;

        Element(Path path) {
            this.path = path;
            this.domain = new ProtectionDomain(new CodeSource(url(path), (CodeSigner[]) null), null);
        }

        /** A file's bytes; none where there is no such file. */
        byte[] read(String file) {
            try {
                JarFile opened = jar();
                if (opened == null) {
                    File found = new File(path.toFile(), file);
                    return found.isFile() ? FileBytes.read(found) : NOTHING;
                }
                ZipEntry entry = opened.getEntry(file);
                if (entry == null) {
                    return NOTHING;
                }
                try (InputStream in = opened.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                return NOTHING;
            }
        }

        /** Where a file would be in this folder; null of a jar. */
        @Nullable
        File file(String file) {
            return Boolean.TRUE.equals(folder) ? new File(path.toFile(), file) : null;
        }

        private synchronized @Nullable JarFile jar() throws IOException {
            if (folder == null) {
                folder = Files.isDirectory(path);
                if (!folder) {
                    jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
                }
            }
            return jar;
        }

        synchronized void close() throws IOException {
            if (jar != null) {
                jar.close();
            }
        }
    }
}
