package io.github.cxonetools.schema.classes;

import io.github.cxonetools.action.RejectedException;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Annotations of one package, in the version that the project has: those of a newer one are not there. */
public final class AnnotationTypes {

    private final ProjectClasses classes;
    private final String prefix;

    /** A class that is missing is looked for in every jar, so it is looked for once. */
    private final Map<String, Optional<Class<? extends Annotation>>> found = new ConcurrentHashMap<>();

    public AnnotationTypes(ProjectClasses classes, String prefix) {
        this.classes = classes;
        this.prefix = prefix;
    }

    /** The annotation of that simple name; null where the class path has none. */
    @Nullable
    public Class<? extends Annotation> find(String simpleName) {
        Optional<Class<? extends Annotation>> known = found.get(simpleName);
        if (known == null) {
            known = load(simpleName);
            found.put(simpleName, known);
        }
        return known.orElse(null);
    }

    private Optional<Class<? extends Annotation>> load(String simpleName) {
        try {
            return Optional.of(classes.load(prefix + simpleName).asSubclass(Annotation.class));
        } catch (ClassNotFoundException | RejectedException e) {
            return Optional.empty();
        }
    }
}
