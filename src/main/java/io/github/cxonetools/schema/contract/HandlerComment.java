package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.HandlerTypes;
import io.github.cxonetools.schema.classes.ProjectClasses;
import io.github.cxonetools.schema.source.SourceComments;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What a handler's source says that it does: the named method's comment, else that of the class. */
final class HandlerComment {

    private HandlerComment() {}

    /** Empty where nothing is said, or the action has types only. */
    static String of(HandlerTypes types, ProjectClasses classes, SourceComments comments) {
        Class<?> handler = load(types.className(), classes);
        if (handler == null) {
            return "";
        }
        for (Method method : types.method() == null ? new Method[0] : handler.getMethods()) {
            if (method.getName().equals(types.method()) && !method.isBridge()) {
                String said = comments.ofMethod(method);
                if (!said.isEmpty()) {
                    return said;
                }
            }
        }
        return comments.ofClass(handler);
    }

    private static @Nullable Class<?> load(@Nullable String name, ProjectClasses classes) {
        try {
            return name == null ? null : classes.load(name);
        } catch (ClassNotFoundException | RejectedException e) {
            return null; // Its types could not have been read.
        }
    }
}
