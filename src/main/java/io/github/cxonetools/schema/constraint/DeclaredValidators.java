package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.classes.Generics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validators that {@code META-INF/services} declares (Bean Validation 3.0, section 5.7.4.2): of constraints that name none, and
 * of types that the specification's constraints do not know. What they check is code.
 */
final class DeclaredValidators {

    /** By the class of {@code @Constraint}, which each project has from a loader of its own. */
    private static final ClassValue<DeclaredValidators> OF = new ClassValue<>() {
        @Override
        protected DeclaredValidators computeValue(Class<?> api) {
            return new DeclaredValidators(api);
        }
    };

    /** Classes of values by the name of the constraint. */
    private final Map<String, List<Class<?>>> validated = new HashMap<>();

    private DeclaredValidators(Class<?> api) {
        String validator = api.getName() + "Validator";
        ClassLoader loader = api.getClassLoader();
        if (loader == null) {
            return;
        }
        try {
            Class<?> target = Class.forName(validator, false, loader);
            for (URL file : Collections.list(loader.getResources("META-INF/services/" + validator))) {
                read(file).forEach(name -> add(name, target, loader));
            }
        } catch (ClassNotFoundException e) {
            return; // No such interface, no such validators.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read META-INF/services/" + validator, e);
        }
    }

    /** @param constraint the meta-annotation that makes an annotation a constraint */
    static DeclaredValidators of(Class<?> constraint) {
        return OF.get(constraint);
    }

    private static List<String> read(URL file) {
        List<String> names = new ArrayList<>();
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false); // A jar that stays open cannot be replaced.
            try (InputStream in = connection.getInputStream()) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
                    String name = line.replaceFirst("#.*", "").trim();
                    if (!name.isEmpty()) {
                        names.add(name);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return names;
    }

    private void add(String name, Class<?> target, ClassLoader loader) {
        try {
            List<Type> arguments = Generics.argumentsOf(target, Class.forName(name, false, loader));
            if (arguments != null && arguments.size() == 2) {
                validated
                        .computeIfAbsent(Generics.raw(arguments.get(0)).getName(), key -> new ArrayList<>())
                        .add(Generics.raw(arguments.get(1)));
            }
        } catch (ClassNotFoundException | LinkageError e) {
            return; // The validator's own start fails with it, and says so.
        }
    }

    /** {@return true if one of them checks the constraint at values of the type; of any type where that is null} */
    boolean check(Class<?> constraint, @Nullable Class<?> type) {
        List<Class<?>> types = validated.getOrDefault(constraint.getName(), List.of());
        if (types.isEmpty() || type == null) {
            return !types.isEmpty();
        }
        Class<?> boxed = boxed(type);
        return types.stream().anyMatch(one -> one.isAssignableFrom(boxed));
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
