package io.github.cxonetools.execution.worker;

import io.github.cxonetools.execution.worker.BindingFinding.BindingRule;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Bean Validation as the project has it, Jakarta's or its predecessor. Messages are made here from constraint and
 * attributes: the provider's own depend on the locale, and on an expression language that may be missing.
 */
final class HandlerValidator {

    private static final Set<String> BOILERPLATE = Set.of("message", "groups", "payload");

    /** As many as are told of a schema. */
    private static final int MAX_FINDINGS = 20;

    private final Object validator;
    private final Method validate;

    private HandlerValidator(Object validator, Method validate) {
        this.validator = validator;
        this.validate = validate;
    }

    /** Null where the project has no provider. */
    static @Nullable HandlerValidator of(ClassLoader project) throws ReflectiveOperationException {
        for (String root : new String[] {"jakarta.validation", "javax.validation"}) {
            if (project.getResource("META-INF/services/" + root + ".spi.ValidationProvider") != null) {
                return of(root, project);
            }
        }
        return null;
    }

    private static @Nullable HandlerValidator of(String root, ClassLoader project) throws ReflectiveOperationException {
        Class<?> interpolator = Class.forName(root + ".MessageInterpolator", true, project);
        Object silent = Proxy.newProxyInstance(
                project, new Class<?>[] {interpolator}, (proxy, method, args) -> String.valueOf(args[0]));
        Object bootstrap = Class.forName(root + ".Validation", true, project)
                .getMethod("byDefaultProvider")
                .invoke(null);
        Object configuration =
                call(Class.forName(root + ".bootstrap.GenericBootstrap", true, project), "configure", bootstrap);
        Class<?> configurations = Class.forName(root + ".Configuration", true, project);
        configurations.getMethod("messageInterpolator", interpolator).invoke(configuration, silent);
        Object factory = call(configurations, "buildValidatorFactory", configuration);
        Object validator = call(Class.forName(root + ".ValidatorFactory", true, project), "getValidator", factory);
        Method validate =
                Class.forName(root + ".Validator", true, project).getMethod("validate", Object.class, Class[].class);
        return new HandlerValidator(validator, validate);
    }

    private static Object call(Class<?> type, String method, Object owner) throws ReflectiveOperationException {
        return type.getMethod(method).invoke(owner);
    }

    /** Validates a payload after binding. */
    void check(Object payload) throws PayloadBindingException, ReflectiveOperationException {
        Map<String, BindingFinding> broken = new TreeMap<>();
        try {
            for (Object violation : (Set<?>) validate.invoke(validator, payload, new Class<?>[0])) {
                BindingFinding finding = describe(violation);
                broken.put(finding.pointer() + " " + finding.words(), finding);
            }
        } catch (InvocationTargetException e) {
            throw new PayloadBindingException(new BindingFinding(
                    BindingRule.CONVERSION, "/", ThrowableText.describe(e.getCause() == null ? e : e.getCause())));
        }
        if (!broken.isEmpty()) {
            List<BindingFinding> told =
                    new ArrayList<>(broken.values().stream().limit(MAX_FINDINGS).toList());
            if (broken.size() > MAX_FINDINGS) {
                told.add(new BindingFinding(
                        BindingRule.CONSTRAINT, "", "and " + (broken.size() - MAX_FINDINGS) + " more"));
            }
            throw new PayloadBindingException(told.toArray(new BindingFinding[0]));
        }
    }

    private static BindingFinding describe(Object violation) throws ReflectiveOperationException {
        Object path = get(violation, "getPropertyPath");
        Object descriptor = get(violation, "getConstraintDescriptor");
        Annotation constraint = (Annotation) get(descriptor, "getAnnotation");
        Map<String, String> attributes = new TreeMap<>();
        ((Map<?, ?>) get(descriptor, "getAttributes")).forEach((name, value) -> {
            if (!BOILERPLATE.contains(String.valueOf(name)) && !isEmpty(value)) {
                attributes.put(String.valueOf(name), String.valueOf(value));
            }
        });
        String pointer = pointer((Iterable<?>) path);
        String words = "breaks @" + constraint.annotationType().getSimpleName()
                + (attributes.isEmpty()
                        ? ""
                        : attributes.toString().replace('{', '(').replace('}', ')'));
        return new BindingFinding(BindingRule.CONSTRAINT, pointer, words);
    }

    /** From the path's nodes, because its text cannot tell a dot of a map's key from one between properties. */
    private static String pointer(Iterable<?> path) throws ReflectiveOperationException {
        StringBuilder pointer = new StringBuilder();
        for (Object node : path) {
            Object index = get(node, "getIndex");
            Object key = get(node, "getKey");
            if (index != null || key != null) {
                pointer.append('/').append(PointerSegment.of(String.valueOf(index == null ? key : index)));
            }
            Object name = get(node, "getName");
            boolean isElement = "CONTAINER_ELEMENT".equals(String.valueOf(get(node, "getKind")));
            if (name != null && !isElement) {
                pointer.append('/').append(PointerSegment.of(name.toString()));
            }
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value.getClass().isArray();
    }

    /** Through the interface, because a provider's own class need not be public. */
    private static Object get(Object owner, String getter) throws ReflectiveOperationException {
        for (Class<?> at = owner.getClass(); at != null; at = at.getSuperclass()) {
            for (Class<?> face : at.getInterfaces()) {
                try {
                    return face.getMethod(getter).invoke(owner);
                } catch (NoSuchMethodException e) {
                    continue;
                }
            }
        }
        throw new NoSuchMethodException(getter);
    }
}
