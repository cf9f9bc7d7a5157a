package io.github.cxonetools.schema.classes;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Types of results that are not there yet, or come one by one: their class says nothing of the JSON that CXone sees. */
final class AsynchronousType {

    private static final String RETURN = "Return the result itself, for example what ";

    /** What works in place of each; the most telling first, as a CompletableFuture is a Future too. */
    private static final Map<String, String> REMEDIES = remedies(
            Map.entry("java.util.concurrent.CompletionStage", RETURN + "toCompletableFuture().join() gives"),
            Map.entry("kotlinx.coroutines.Deferred", RETURN + "await() gives"),
            Map.entry("java.util.concurrent.Future", RETURN + "get() gives"),
            Map.entry("java.util.concurrent.Callable", RETURN + "call() gives"),
            Map.entry("java.util.stream.BaseStream", "Return a List, for example what toList() gives"),
            Map.entry("java.util.Iterator", "Return a List"),
            Map.entry("java.util.concurrent.Flow$Publisher", RETURN + "its subscriber gets, or a List of that"),
            Map.entry("org.reactivestreams.Publisher", RETURN + "block() or collectList().block() gives"),
            Map.entry("io.reactivex.rxjava3.core.SingleSource", RETURN + "blockingGet() gives"),
            Map.entry("io.reactivex.rxjava3.core.MaybeSource", RETURN + "blockingGet() gives"),
            Map.entry("io.reactivex.rxjava3.core.ObservableSource", RETURN + "toList().blockingGet() gives"),
            Map.entry("io.smallrye.mutiny.Uni", RETURN + "await().indefinitely() gives"),
            Map.entry("kotlinx.coroutines.flow.Flow", "Return a List, for example what toList() gives"));

    private AsynchronousType() {}

    /** What a handler gives once it is there, where it gives a {@link CompletionStage}; else {@code type} itself. */
    static Type awaited(Type type) {
        List<Type> arguments = Generics.argumentsOf(CompletionStage.class, type);
        return arguments == null ? type : arguments.get(0);
    }

    @SafeVarargs
    private static Map<String, String> remedies(Map.Entry<String, String>... entries) {
        Map<String, String> remedies = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            remedies.put(entry.getKey(), entry.getValue());
        }
        return remedies;
    }

    /** What is wrong with a type that a handler takes or gives, as it completes "handler X …"; null where nothing is. */
    static @Nullable String problem(Class<?> handler, String side, Type type) {
        Class<?> raw = raw(type);
        String kind = raw == null ? null : kind(raw);
        if (kind == null) {
            return null;
        }
        boolean input = side.equals("input");
        String what = (input ? "takes " : "gives ") + TypeNotation.print(type) + ", and CXone "
                + (input ? "sends one JSON value" : "waits for one JSON value") + ". ";
        return what
                + (input ? "Take the value itself" : REMEDIES.get(kind))
                + ", or name a method that does as " + handler.getName() + "#method";
    }

    private static @Nullable Class<?> raw(Type type) {
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return raw instanceof Class<?> known ? known : null;
    }

    private static @Nullable String kind(Class<?> type) {
        for (String name : REMEDIES.keySet()) {
            if (Supertypes.has(type, name)) {
                return name;
            }
        }
        return null;
    }
}
