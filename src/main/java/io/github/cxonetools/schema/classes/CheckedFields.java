package io.github.cxonetools.schema.classes;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that are never null, because all code that can give them a value checks it or makes it, as Lombok's
 * {@code @NonNull} and many constructors do: each constructor sets them, and nothing else sets them to what may be null. Only
 * what goes around the code, by reflection, can make them so.
 */
public final class CheckedFields {

    private static final String CONSTRUCTOR = "<init>";

    /** What a class mentions that checks for null, or puts something in its place. */
    private static final Set<String> CHECKS = Set.of(
            "java/lang/NullPointerException",
            "requireNonNull",
            "requireNonNullElse",
            "requireNonNullElseGet",
            "copyOf",
            "checkNotNull",
            "notNull");

    private static final ClassValue<Set<String>> NEVER_NULL = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            try {
                return MethodBodies.of(type).mentionsAny(CHECKS) ? new CheckedFields(type).found() : Set.of();
            } catch (LinkageError e) {
                return Set.of(); // Of a class inside it, whose code is then not known.
            }
        }
    };

    private final Class<?> type;
    private final String internalName;
    private final Set<String> candidates = new HashSet<>();

    private CheckedFields(Class<?> type) {
        this.type = type;
        this.internalName = type.getName().replace('.', '/');
    }

    /** Returns true if a field, or the one that a getter gives, is one of these. */
    public static boolean isNeverNull(@Nullable AnnotatedElement member) {
        if (member instanceof Field field) {
            return NEVER_NULL.get(field.getDeclaringClass()).contains(field.getName());
        }
        if (!(member instanceof Method getter)) {
            return false;
        }
        Set<String> fields = NEVER_NULL.get(getter.getDeclaringClass());
        String given = fields.isEmpty() ? null : ClassFile.givenField(getter);
        return given != null && fields.contains(given);
    }

    private Set<String> found() {
        boolean onlyItself = true;
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            boolean ownedByItself = Modifier.isFinal(modifiers) || Modifier.isPrivate(modifiers);
            if (ownedByItself
                    && !Modifier.isStatic(modifiers)
                    && !field.getType().isPrimitive()) {
                candidates.add(field.getName());
                onlyItself &= Modifier.isFinal(modifiers);
            }
        }
        Map<Class<?>, MethodBodies> bodies = new HashMap<>(Map.of(type, MethodBodies.of(type)));
        for (Class<?> inside : onlyItself ? new Class<?>[0] : type.getNestMembers()) {
            bodies.put(inside, MethodBodies.of(inside)); // Private fields are theirs, too.
        }
        bodies.forEach((owner, code) -> code.all().forEach((name, instructions) -> {
            boolean constructor = owner == type && name.startsWith(CONSTRUCTOR);
            if (!candidates.isEmpty() && (constructor || instructions.stream().anyMatch(this::puts))) {
                judge(instructions, constructor, code.hasHandlers(name));
            }
        }));
        return Set.copyOf(candidates);
    }

    private boolean puts(Instruction one) {
        return one.opcode() == Instruction.PUTFIELD && one.owner().equals(internalName);
    }

    private void judge(List<Instruction> code, boolean constructor, boolean handlers) {
        boolean delegates = code.stream()
                .anyMatch(one -> one.opcode() == Instruction.INVOKESPECIAL
                        && one.name().equals(CONSTRUCTOR)
                        && one.owner().equals(internalName)
                        && constructor);
        Set<String> touched = new HashSet<>();
        code.stream().filter(this::puts).forEach(put -> touched.add(put.name()));
        Set<String> asked = constructor && !delegates ? new HashSet<>(candidates) : touched;
        Set<String> never = handlers ? Set.of() : new CodePaths(code, this::puts, constructor).neverNull(asked);
        asked.removeAll(never);
        candidates.removeAll(asked);
    }
}
