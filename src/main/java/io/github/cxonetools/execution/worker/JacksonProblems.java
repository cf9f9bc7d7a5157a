package io.github.cxonetools.execution.worker;

import io.github.cxonetools.execution.worker.BindingFinding.BindingRule;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** What a Jackson of either generation complains about: the JSON pointer, then its own words. */
final class JacksonProblems {

    private JacksonProblems() {}

    static BindingFinding describe(@Nullable Throwable problem) {
        if (problem instanceof VirtualMachineError && !(problem instanceof StackOverflowError)) {
            throw (VirtualMachineError) problem;
        }
        if (problem == null) {
            return new BindingFinding(BindingRule.CONVERSION, "/", "Jackson failed without a reason");
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CappedBytes.Overflow) {
                return new BindingFinding(BindingRule.SIZE, "/", "is " + cause.getMessage());
            }
        }
        String pointer = pointer(problem);
        Object words = property(problem, "getOriginalMessage");
        String text = words instanceof String original ? words(original, problem) : ThrowableText.describe(problem);
        return new BindingFinding(
                BindingRule.CONVERSION,
                pointer.isEmpty() ? "/" : pointer,
                ThrowableText.cut(text.replace('\n', ' '), 500));
    }

    /** Where Jackson only passes on what a getter or a creator has thrown, its class says more than its words. */
    private static String words(String original, Throwable problem) {
        Throwable cause = problem.getCause();
        if (cause == null || property(cause, "getOriginalMessage") != null) {
            return original;
        }
        return original.equals(cause.getMessage()) ? ThrowableText.describe(cause) : original;
    }

    private static String pointer(Throwable problem) {
        StringBuilder pointer = new StringBuilder();
        if (property(problem, "getPath") instanceof List<?> path) {
            for (Object step : path) {
                Object name = property(step, "getPropertyName"); // Jackson 3
                Object field = name == null ? property(step, "getFieldName") : name; // Jackson 2
                pointer.append('/')
                        .append(field == null ? property(step, "getIndex") : PointerSegment.of(field.toString()));
            }
        }
        return pointer.toString();
    }

    private static @Nullable Object property(Object owner, String getter) {
        try {
            return owner.getClass().getMethod(getter).invoke(owner);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
