package io.github.cxonetools.schema.classes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where the project's classes meet victools: it gives this plugin's victools, classmate and Jackson 3, and the project's own
 * types as its loader has them. Classes of the project that name victools are defined here, so that they link to these; they
 * see no more than the public members of the others.
 */
public final class ModuleLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final List<String> SHARED = List.of(
            "com.github.victools.jsonschema.generator.",
            "com.fasterxml.classmate.",
            "tools.jackson.core.",
            "tools.jackson.databind.");

    /** The project's types carry those of the project's version. */
    private static final String ANNOTATIONS = "tools.jackson.databind.annotation.";

    private static final byte[] NOTHING = {};
    private static final String VICTOOLS = "com/github/victools/";

    private final ClassLoader project;
    private final ClassLoader plugin;

    public ModuleLoader(ClassLoader project, ClassLoader plugin) {
        super("modules", project);
        this.project = project;
        this.plugin = plugin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith) && !name.startsWith(ANNOTATIONS)) {
            return plugin.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            byte[] code = name.startsWith("java.") ? NOTHING : naming(name);
            return code.length == 0 ? super.loadClass(name, resolve) : defineClass(name, code, 0, code.length);
        }
    }

    /** The class file, where it or that of the class around it names victools; else nothing. */
    private byte[] naming(String name) {
        byte[] code = read(name);
        int nested = name.indexOf('$');
        byte[] around = code.length == 0 || nested < 0 ? code : read(name.substring(0, nested));
        return namesVictools(code) || namesVictools(around) ? code : NOTHING;
    }

    private static boolean namesVictools(byte[] code) {
        return new String(code, StandardCharsets.ISO_8859_1).contains(VICTOOLS);
    }

    private byte[] read(String name) {
        try (InputStream in = project.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? NOTHING : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class " + name, e);
        }
    }
}
