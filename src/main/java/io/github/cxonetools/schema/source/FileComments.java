package io.github.cxonetools.schema.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comments of one source file: by classes, each nested one behind its outer ones and a dot, and by members. */
final class FileComments {

    static final FileComments NONE = new FileComments();

    private final Map<String, Comment> classes = new HashMap<>();
    private final Map<String, Comment> fields = new HashMap<>();
    private final Map<String, List<MethodComment>> methods = new HashMap<>();

    /**
     * Of a method, or of a constructor under the name {@code <init>}.
     *
     * @param types of its parameters, without packages and type arguments
     * @param names of its parameters
     */
    record MethodComment(List<String> types, List<String> names, Comment comment) {}

    void addClass(String owner, Comment comment) {
        classes.put(owner, comment);
    }

    void addField(String owner, String name, Comment comment) {
        fields.put(owner + "#" + name, comment);
    }

    void addMethod(String owner, String name, MethodComment method) {
        methods.computeIfAbsent(owner + "#" + name, key -> new ArrayList<>()).add(method);
    }

    Comment ofClass(String owner) {
        return classes.getOrDefault(owner, Comment.NONE);
    }

    Comment ofField(String owner, String name) {
        return fields.getOrDefault(owner + "#" + name, Comment.NONE);
    }

    /** The method with so many parameters; where several have as many, the one with just these types. */
    MethodComment ofMethod(String owner, String name, List<String> types) {
        List<MethodComment> fitting = methods.getOrDefault(owner + "#" + name, List.of()).stream()
                .filter(method -> method.types().size() == types.size())
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        return fitting.stream()
                .filter(method -> method.types().equals(types))
                .findFirst()
                .orElse(new MethodComment(types, List.of(), Comment.NONE));
    }
}
