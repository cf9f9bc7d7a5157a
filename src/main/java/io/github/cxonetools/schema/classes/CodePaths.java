package io.github.cxonetools.schema.classes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** All ways through a method's code, and which of its object's fields hold something at the end of each. Code with a loop has none. */
final class CodePaths {

    private static final int MOST = 500;
    private static final int NULL = 1;
    private static final int CHECKCAST = 192;
    private static final int INVOKEVIRTUAL = 182;
    private static final int INVOKEDYNAMIC = 186;

    private static final Set<String> CHECKING = Set.of(
            "java/util/Objects.requireNonNull",
            "com/google/common/base/Preconditions.checkNotNull",
            "org/apache/commons/lang3/Validate.notNull",
            "org/springframework/util/Assert.notNull");

    private static final Set<String> COLLECTIONS = Set.of("java/util/List", "java/util/Set", "java/util/Map");

    private final List<Instruction> code;
    private final Predicate<Instruction> puts;
    private final boolean constructor;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final Set<String> mayBeNull = new HashSet<>();
    private final Set<Integer> open = new HashSet<>();
    private int ways;
    private boolean unclear;

    /**
     * @param puts which instructions set fields that are asked for
     * @param constructor whether nobody sees the object when it fails
     */
    CodePaths(List<Instruction> code, Predicate<Instruction> puts, boolean constructor) {
        this.code = code;
        this.puts = puts;
        this.constructor = constructor;
        for (int i = 0; i < code.size(); i++) {
            indexes.put(code.get(i).at(), i);
        }
    }

    /** Of the fields those that hold something at each end: in a constructor all of them, elsewhere those that it sets. */
    Set<String> neverNull(Set<String> fields) {
        follow(0, new PathState(Set.of(), Set.of(), Set.of(), List.of()), fields);
        Set<String> never = new HashSet<>(unclear || ways == 0 ? Set.of() : fields);
        never.removeAll(mayBeNull);
        return never;
    }

    /** What is known on the way: variables and fields that hold something, fields that were set, and what was done last. */
    private record PathState(Set<Integer> variables, Set<String> fields, Set<String> set, List<Instruction> done) {

        PathState after(Instruction one) {
            List<Instruction> all = new ArrayList<>(done.subList(Math.max(0, done.size() - 4), done.size()));
            all.add(one);
            return new PathState(variables, fields, set, all);
        }

        Instruction last(int back) {
            return done.size() < back ? new Instruction(0, -1, -1, "", "", "") : done.get(done.size() - back);
        }

        PathState withVariable(int variable, boolean holds) {
            return new PathState(changed(variables, variable, holds), fields, set, done);
        }

        PathState withField(String field, boolean holds, boolean isSet) {
            return new PathState(
                    variables, changed(fields, field, holds), isSet ? changed(set, field, true) : set, done);
        }

        private static <T> Set<T> changed(Set<T> all, T one, boolean added) {
            Set<T> changed = new HashSet<>(all);
            if (added) {
                changed.add(one);
            } else {
                changed.remove(one);
            }
            return changed;
        }
    }

    private void follow(int index, PathState known, Set<String> fields) {
        if (unclear || index >= code.size() || ways > MOST || !open.add(index)) {
            unclear = true;
            return;
        }
        Instruction one = code.get(index);
        if (one.isReturn()) {
            ways++;
            for (String field : constructor ? fields : known.set) {
                if (!known.fields.contains(field)) {
                    mayBeNull.add(field);
                }
            }
        } else if (one.isSwitch()) {
            one.targets().forEach(target -> follow(place(target), known.after(one), fields));
        } else if (one.isGoto()) {
            follow(place(one.operand()), known, fields); // What it was done after is still on the stack.
        } else if (one.isJump()) {
            follow(place(one.operand()), checked(one, known, true), fields);
            follow(index + 1, checked(one, known, false), fields);
        } else if (one.opcode() != Instruction.ATHROW) {
            follow(index + 1, done(one, known).after(one), fields);
        }
        open.remove(index);
    }

    private int place(int at) {
        return indexes.getOrDefault(at, Integer.MAX_VALUE);
    }

    private PathState checked(Instruction jump, PathState known, boolean jumps) {
        boolean holds =
                jump.opcode() == Instruction.IFNONNULL && jumps || jump.opcode() == Instruction.IFNULL && !jumps;
        Instruction value = known.last(1);
        PathState next = known;
        if (holds && value.opcode() == Instruction.LOAD) {
            next = known.withVariable(value.operand(), true);
        } else if (holds
                && value.opcode() == Instruction.GETFIELD
                && known.last(2).isLoadOf(0)) {
            next = known.withField(value.name(), true, false);
        }
        return next.after(jump);
    }

    private PathState done(Instruction one, PathState known) {
        if (one.opcode() == Instruction.STORE) {
            return known.withVariable(one.operand(), holds(known, 1));
        }
        if (puts.test(one)) {
            boolean holds = holds(known, 1);
            if (!holds && !constructor) {
                mayBeNull.add(one.name()); // What comes next may fail.
            }
            return known.withField(one.name(), holds, true);
        }
        if (isNullCheck(one)) {
            Instruction value = known.last(arguments(one));
            boolean whole = arguments(one) > 0 && isPlain(known, arguments(one));
            return whole && value.opcode() == Instruction.LOAD ? known.withVariable(value.operand(), true) : known;
        }
        return known;
    }

    private static boolean isNullCheck(Instruction one) {
        return one.opcode() == Instruction.INVOKESTATIC && CHECKING.contains(one.owner() + "." + one.name());
    }

    /** Each argument was made by one instruction, and none of these took what the one before it left. */
    private static boolean isPlain(PathState known, int arguments) {
        for (int i = 1; i < arguments; i++) {
            Instruction argument = known.last(i);
            if (!argument.isConstant() && argument.opcode() != Instruction.LOAD) {
                return false;
            }
        }
        return true;
    }

    private static int arguments(Instruction call) {
        int count = 0;
        String descriptor = call.descriptor();
        for (int i = 1; descriptor.charAt(i) != ')'; i++) {
            while (descriptor.charAt(i) == '[') {
                i++;
            }
            i = descriptor.charAt(i) == 'L' ? descriptor.indexOf(';', i) : i;
            count++;
        }
        return count;
    }

    /** What the instruction so far back has left on the stack. */
    private static boolean holds(PathState known, int back) {
        Instruction value = known.last(back);
        if (value.opcode() == CHECKCAST) {
            return holds(known, back + 1);
        }
        if (value.opcode() == Instruction.LOAD) {
            return known.variables.contains(value.operand());
        }
        return value.isConstant() && value.opcode() != NULL
                || value.opcode() == INVOKEDYNAMIC
                || value.isCall() && answersSomething(value);
    }

    private static boolean answersSomething(Instruction call) {
        String name = call.name();
        String owner = call.owner();
        if (call.opcode() == Instruction.INVOKESPECIAL) {
            return name.equals("<init>");
        }
        if (call.opcode() == INVOKEVIRTUAL) {
            return Set.of("java/lang/String", "java/lang/StringBuilder").contains(owner)
                    && call.descriptor().endsWith(")Ljava/lang/String;");
        }
        return call.opcode() == Instruction.INVOKESTATIC
                && (owner.equals("java/util/Objects") && name.startsWith("requireNonNull")
                        || isNullCheck(call) && call.descriptor().endsWith("Ljava/lang/Object;")
                        || COLLECTIONS.contains(owner) && (name.equals("of") || name.equals("copyOf"))
                        || owner.equals("java/util/Collections") && isContainer(name)
                        || owner.startsWith("java/lang/") && name.equals("valueOf"));
    }

    private static boolean isContainer(String name) {
        return name.startsWith("empty") || name.startsWith("unmodifiable") || name.startsWith("singleton");
    }
}
