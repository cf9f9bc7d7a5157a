package io.github.cxonetools.schema.classes;

import java.util.Map;
import java.util.Set;

/** Methods of the JDK and of libraries, by whether they refuse what they are given. */
final class KnownCalls {

    /** What a call may come to. */
    enum Effect {
        /** It gives an answer, whatever it is given. */
        NONE,
        /** It refuses null, and nothing else. */
        REFUSES_NULL,
        /** It may refuse values. */
        REFUSES_VALUES,
        /** Its own code tells. */
        UNKNOWN
    }

    /** Checks for null, in whichever library. */
    private static final Set<String> NULL_CHECKS =
            Set.of("requireNonNull", "requireNonNullElse", "requireNonNullElseGet", "checkNotNull", "notNull");

    /** By class: those that fail on null alone. */
    private static final Map<String, Set<String>> NULL_ONLY = Map.ofEntries(
            Map.entry("java/util/List", Set.of("copyOf", "of", "isEmpty", "size", "add", "addAll", "iterator")),
            Map.entry("java/util/Set", Set.of("copyOf", "isEmpty", "size", "add", "addAll", "iterator")),
            Map.entry(
                    "java/util/Map", Set.of("copyOf", "isEmpty", "size", "put", "putAll", "get", "entrySet", "keySet")),
            Map.entry("java/util/Map$Entry", Set.of("getKey", "getValue")),
            Map.entry("java/util/Collection", Set.of("isEmpty", "size", "add", "addAll", "iterator")),
            Map.entry("java/lang/Iterable", Set.of("iterator")),
            Map.entry("java/util/Iterator", Set.of("hasNext")),
            Map.entry("java/util/Arrays", Set.of("asList", "copyOf", "toString", "hashCode", "equals")),
            Map.entry("java/util/Optional", Set.of("of", "ofNullable", "orElse", "isPresent", "isEmpty")),
            Map.entry(
                    "java/lang/String",
                    Set.of(
                            "trim",
                            "strip",
                            "toLowerCase",
                            "toUpperCase",
                            "isEmpty",
                            "isBlank",
                            "length",
                            "equals",
                            "equalsIgnoreCase",
                            "concat",
                            "replace",
                            "contains",
                            "startsWith",
                            "endsWith",
                            "indexOf",
                            "intern")),
            Map.entry("java/lang/StringBuilder", Set.of("append", "toString")),
            Map.entry(
                    "java/math/BigDecimal",
                    Set.of("compareTo", "signum", "add", "subtract", "multiply", "negate", "abs", "equals")),
            Map.entry(
                    "java/math/BigInteger",
                    Set.of("compareTo", "signum", "add", "subtract", "multiply", "negate", "abs", "equals")));

    private static final Set<String> OF_ANY =
            Set.of("equals", "hashCode", "toString", "getClass", "compareTo", "clone");
    private static final Set<String> FILLING =
            Set.of("add", "addAll", "put", "putAll", "size", "isEmpty", "iterator", "entrySet", "trimToSize", "clear");
    private static final Set<String> COPIES =
            Set.of("ArrayList", "LinkedList", "HashSet", "LinkedHashSet", "HashMap", "LinkedHashMap", "ArrayDeque");

    private KnownCalls() {}

    static Effect of(Instruction call) {
        String owner = call.owner();
        if (NULL_CHECKS.contains(call.name()) && call.opcode() == Instruction.INVOKESTATIC) {
            return Effect.REFUSES_NULL;
        }
        if (owner.equals("kotlin/jvm/internal/Intrinsics")) {
            return call.name().startsWith("check") ? Effect.REFUSES_NULL : Effect.NONE;
        }
        boolean nothingGiven = call.descriptor().startsWith("()");
        if (owner.startsWith("com/google/common/collect/Immutable")) {
            return Effect.REFUSES_NULL;
        }
        if (!owner.startsWith("java/")) {
            return owner.startsWith("kotlin/collections/") && nothingGiven ? Effect.NONE : Effect.UNKNOWN;
        }
        if (nothingGiven
                && (call.opcode() == Instruction.INVOKESTATIC || call.name().equals("<init>"))) {
            return Effect.NONE;
        }
        return ofJdk(owner, call);
    }

    private static Effect ofJdk(String owner, Instruction call) {
        String name = call.name();
        if (owner.equals("java/util/Objects")) {
            return name.startsWith("check") ? Effect.REFUSES_VALUES : Effect.NONE;
        }
        if (owner.equals("java/lang/Math")) {
            return name.endsWith("Exact") || name.startsWith("floor") ? Effect.REFUSES_VALUES : Effect.NONE;
        }
        if (name.equals("valueOf") && (!call.descriptor().startsWith("(L") || owner.equals("java/lang/String"))) {
            return Effect.NONE;
        }
        boolean unboxes = name.endsWith("Value") && call.descriptor().startsWith("()");
        boolean unmodifiable = owner.equals("java/util/Collections") && !name.equals("nCopies");
        boolean copies = name.equals("<init>")
                && owner.startsWith("java/util/")
                && COPIES.contains(owner.substring("java/util/".length()))
                && !call.descriptor().startsWith("(I");
        boolean nullOnly = unboxes
                || unmodifiable
                || copies
                || OF_ANY.contains(name)
                || NULL_ONLY.getOrDefault(owner, Set.of()).contains(name)
                || owner.startsWith("java/util/") && FILLING.contains(name);
        return nullOnly ? Effect.REFUSES_NULL : Effect.REFUSES_VALUES;
    }
}
