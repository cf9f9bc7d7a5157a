package io.github.cxonetools.schema.source;

import io.github.cxonetools.schema.classes.ClassFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What sources say of classes and their members, as plain text. A file is read when the first of its classes is asked for, once;
 * one without documentation comments costs no more than that.
 */
public final class SourceComments implements AutoCloseable {

    private static final String BEGIN = "/**";
    private static final String ENDING = ".java";

    private final SourceRoots roots;
    private final Supplier<@Nullable JavaCompiler> compilers;
    private final Map<String, FileComments> files = new ConcurrentHashMap<>();
    private final Map<Class<?>, FileComments> known = new ConcurrentHashMap<>();
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private @Nullable CommentParser parser;
    private boolean isWithoutCompiler;

    private SourceComments(SourceRoots roots, Supplier<@Nullable JavaCompiler> compilers) {
        this.roots = roots;
        this.compilers = compilers;
    }

    public static SourceComments of(SourceRoots roots) {
        return of(roots, ToolProvider::getSystemJavaCompiler);
    }

    /** @param compilers gives null, or fails to link, where there is no compiler */
    static SourceComments of(SourceRoots roots, Supplier<@Nullable JavaCompiler> compilers) {
        return new SourceComments(roots, compilers);
    }

    /** {@return true if there are no sources to read} */
    public boolean isEmpty() {
        return roots.folders().isEmpty();
    }

    /** What the comment of a class says; empty where there is none. */
    public String ofClass(Class<?> type) {
        return file(type).ofClass(path(type)).text();
    }

    /**
     * What comments say of a property by one of its members: a field or getter, a setter, a parameter of a creator. Of a record,
     * it is what {@code @param} says. Empty where nothing does.
     */
    public String ofMember(AnnotatedElement member) {
        Class<?> owner = owner(member);
        if (owner == null || file(owner) == FileComments.NONE) {
            return ""; // As most do: looking for the member would cost more.
        }
        if (member instanceof Field field) {
            return ofField(field);
        }
        if (member instanceof Parameter parameter) {
            return ofParameter(parameter);
        }
        if (member instanceof Method method) {
            Comment comment = method(method).comment();
            if (method.getParameterCount() > 0) {
                return comment.parameters().values().stream().findFirst().orElse("");
            }
            String own = comment.ofResult();
            return own.isEmpty() ? ofComponent(method.getDeclaringClass(), method.getName()) : own;
        }
        return "";
    }

    private static @Nullable Class<?> owner(AnnotatedElement member) {
        if (member instanceof Parameter parameter) {
            return parameter.getDeclaringExecutable().getDeclaringClass();
        }
        return member instanceof Member declared ? declared.getDeclaringClass() : null;
    }

    /** What the comment of a method says before its tags; empty where there is none. */
    public String ofMethod(Method method) {
        return method(method).comment().text();
    }

    /** Names of the source files that were looked for, found or not, relative to a root. */
    public Set<String> reached() {
        return new TreeSet<>(reached);
    }

    /** Whether there were comments to read, and nothing to read them with: Maven runs on a JRE. */
    public synchronized boolean lackedCompiler() {
        return isWithoutCompiler;
    }

    private String ofField(Field field) {
        Class<?> owner = field.getDeclaringClass();
        String component = ofComponent(owner, field.getName());
        return component.isEmpty()
                ? file(owner).ofField(path(owner), field.getName()).text()
                : component;
    }

    private String ofComponent(Class<?> owner, String name) {
        return owner.isRecord() ? file(owner).ofClass(path(owner)).parameters().getOrDefault(name, "") : "";
    }

    private String ofParameter(Parameter parameter) {
        Executable executable = parameter.getDeclaringExecutable();
        FileComments.MethodComment source = method(executable);
        int index = Arrays.asList(executable.getParameters()).indexOf(parameter);
        String name = index < source.names().size() ? source.names().get(index) : parameter.getName();
        String said = source.comment().parameters().getOrDefault(name, "");
        return said.isEmpty() ? ofComponent(executable.getDeclaringClass(), name) : said;
    }

    private FileComments.MethodComment method(Executable executable) {
        Class<?> owner = executable.getDeclaringClass();
        return file(owner)
                .ofMethod(
                        path(owner),
                        executable instanceof Constructor ? "<init>" : executable.getName(),
                        Arrays.stream(executable.getParameterTypes())
                                .map(Class::getSimpleName)
                                .toList());
    }

    /** As in its file: outer classes first. */
    private static String path(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : path(outer) + "." + type.getSimpleName();
    }

    private FileComments file(Class<?> type) {
        FileComments comments = known.get(type);
        if (comments == null) {
            comments = isEmpty() || type.getClassLoader() == null
                    ? FileComments.NONE
                    : files.computeIfAbsent(name(type), this::read);
            known.put(type, comments);
        }
        return comments;
    }

    /** The file of a class is named as its outermost class, or, as a rule, as another one beside that. */
    private String name(Class<?> type) {
        Class<?> outermost = type;
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            outermost = outer;
        }
        String folder =
                type.getPackageName().replace('.', '/') + (type.getPackageName().isEmpty() ? "" : "/");
        String usual = folder + outermost.getSimpleName() + ENDING;
        reached.add(usual);
        if (roots.find(usual) != null) {
            return usual;
        }
        String source = ClassFile.sourceFile(outermost);
        return source == null || !source.endsWith(ENDING) ? usual : folder + source;
    }

    private FileComments read(String name) {
        reached.add(name);
        Path file = roots.find(name);
        if (file == null) {
            return FileComments.NONE;
        }
        try {
            String text = new String(Files.readAllBytes(file), roots.encoding());
            return text.contains(BEGIN) ? parse(text) : FileComments.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    /** One at a time: the compiler is not made for several threads. */
    private synchronized FileComments parse(String text) throws IOException {
        CommentParser present = parser;
        if (present == null) {
            JavaCompiler compiler = compiler();
            if (compiler == null) {
                isWithoutCompiler = true;
                return FileComments.NONE;
            }
            present = new CommentParser(compiler);
            parser = present;
        }
        return present.parse(text);
    }

    private @Nullable JavaCompiler compiler() {
        try {
            return compilers.get();
        } catch (LinkageError e) {
            return null; // A runtime image may lack even the interface.
        }
    }

    @Override
    public synchronized void close() {
        if (parser != null) {
            parser.close();
        }
    }
}
