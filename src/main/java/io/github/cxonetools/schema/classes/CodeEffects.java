package io.github.cxonetools.schema.classes;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a constructor or a method may do with what it is given, by its code and by the code that it calls: refuse null, refuse
 * values, give fields something else. The code is read and never run; of what cannot be read anything is assumed.
 */
public final class CodeEffects {

    private static final int DEPTH = 6;

    private final Set<String> fills = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private boolean refusesNull;
    private boolean refusesValues;

    private CodeEffects() {}

    /** Those of {@code code}. */
    public static CodeEffects of(Executable code) {
        CodeEffects effects = new CodeEffects();
        StringBuilder descriptor = new StringBuilder("(");
        for (Class<?> parameter : code.getParameterTypes()) {
            descriptor.append(parameter.descriptorString());
        }
        Class<?> answer = code instanceof Method method ? method.getReturnType() : void.class;
        descriptor.append(')').append(answer.descriptorString());
        String name = code instanceof Constructor ? "<init>" : code.getName();
        effects.add(code.getDeclaringClass(), name, descriptor.toString(), 0);
        return effects;
    }

    /** Returns true if null, of a parameter or of what is in it, may make it fail. */
    public boolean refusesNull() {
        return refusesNull;
    }

    /** Returns true if it may fail for more than null. */
    public boolean refusesValues() {
        return refusesValues;
    }

    /** The names of fields that are given something else than a parameter as it came. */
    public Set<String> fills() {
        return fills;
    }

    private void add(Class<?> owner, String name, String descriptor, int depth) {
        if (!seen.add(owner.getName() + name + descriptor)) {
            return;
        }
        List<Instruction> code = MethodBodies.of(owner).instructions(name, descriptor);
        if (code == null || depth > DEPTH) {
            refusesValues = true;
            return;
        }
        Set<Integer> failing = failures(code);
        Set<Integer> stored = new HashSet<>();
        for (Instruction one : code) {
            if (one.opcode() == Instruction.STORE) {
                stored.add(one.operand());
            }
        }
        for (int i = 0; i < code.size(); i++) {
            Instruction one = code.get(i);
            if (one.opcode() == Instruction.PUTFIELD) {
                if (!isKept(code, i, stored)) {
                    fills.add(one.name());
                }
            } else if (one.opcode() == Instruction.GETFIELD) {
                refusesNull |= !code.get(Math.max(i - 1, 0)).isLoadOf(0);
            } else if (one.isCall() && !failing.contains(i)) {
                call(owner, code, i, stored, depth);
            }
            refusesValues |= one.failsByValue();
        }
    }

    /** A field is given a parameter as it came. */
    private static boolean isKept(List<Instruction> code, int put, Set<Integer> stored) {
        if (put < 2) {
            return false;
        }
        Instruction value = code.get(put - 1);
        return value.opcode() == Instruction.LOAD
                && value.operand() > 0
                && !stored.contains(value.operand())
                && code.get(put - 2).isLoadOf(0);
    }

    private void call(Class<?> owner, List<Instruction> code, int index, Set<Integer> stored, int depth) {
        Instruction call = code.get(index);
        switch (KnownCalls.of(call)) {
            case NONE -> {}
            case REFUSES_NULL -> refusesNull = true;
            case REFUSES_VALUES -> refusesValues = true;
            case UNKNOWN -> follow(owner, code, index, stored, depth);
        }
    }

    private void follow(Class<?> owner, List<Instruction> code, int index, Set<Integer> stored, int depth) {
        Instruction call = code.get(index);
        Class<?> callee = loaded(owner, call.owner());
        Class<?> declaring = callee == null ? null : declaring(callee, call);
        if (callee == null || declaring == null || call.opcode() == Instruction.INVOKEINTERFACE) {
            refusesValues = true;
            return;
        }
        boolean constructor = call.name().equals("<init>");
        boolean ofItself = constructor && callee.isAssignableFrom(owner);
        Set<String> before = new HashSet<>(fills);
        add(declaring, call.name(), call.descriptor(), depth + 1);
        if (ofItself && !passesAll(code, index, stored)) {
            fills.addAll(puts(declaring, call));
        } else if (constructor && !ofItself || call.opcode() == Instruction.INVOKESTATIC) {
            fills.retainAll(before); // Of another object.
        }
    }

    /** A constructor gives another one its own parameters, and nothing else. */
    private static boolean passesAll(List<Instruction> code, int call, Set<Integer> stored) {
        for (int i = 0; i < call; i++) {
            Instruction one = code.get(i);
            if (one.opcode() != Instruction.LOAD || one.operand() > 0 && stored.contains(one.operand())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> puts(Class<?> declaring, Instruction call) {
        Set<String> names = new HashSet<>();
        List<Instruction> code = MethodBodies.of(declaring).instructions(call.name(), call.descriptor());
        for (Instruction one : code == null ? List.<Instruction>of() : code) {
            if (one.opcode() == Instruction.PUTFIELD) {
                names.add(one.name());
            }
        }
        return names;
    }

    private static @Nullable Class<?> loaded(Class<?> from, String internalName) {
        try {
            return internalName.startsWith("[")
                    ? null
                    : Class.forName(internalName.replace('/', '.'), false, from.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The class whose file has the method's code. */
    private static @Nullable Class<?> declaring(Class<?> type, Instruction call) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (MethodBodies.of(c).instructions(call.name(), call.descriptor()) != null) {
                return c;
            }
        }
        return null;
    }

    /**
     * Finds what throws: after a check for null alone, or else.
     *
     * @return the indexes of the instructions that only make what is thrown
     */
    private Set<Integer> failures(List<Instruction> code) {
        Set<Integer> making = new HashSet<>();
        for (int i = 0; i < code.size(); i++) {
            if (code.get(i).opcode() == Instruction.ATHROW) {
                int first = i;
                while (first > 0 && !code.get(first - 1).endsBlock()) {
                    first--;
                }
                for (int j = first; j <= i; j++) {
                    making.add(j);
                }
                boolean ofNull = first > 0 && followsNullCheck(code, first, i);
                refusesNull |= ofNull;
                refusesValues |= !ofNull;
            }
        }
        return making;
    }

    private static boolean followsNullCheck(List<Instruction> code, int first, int last) {
        Instruction check = code.get(first - 1);
        if (check.opcode() != Instruction.IFNONNULL || !isOfVariable(code, first - 1)) {
            return false;
        }
        for (int i = 0; i < code.size(); i++) {
            Instruction jump = code.get(i);
            boolean comes = jump.isJump()
                    && jump.operand() >= code.get(first).at()
                    && jump.operand() <= code.get(last).at();
            if (comes && (jump.opcode() != Instruction.IFNULL || !isOfVariable(code, i))) {
                return false;
            }
        }
        return true;
    }

    /** What is checked is a parameter, or a field. */
    private static boolean isOfVariable(List<Instruction> code, int check) {
        int opcode = check == 0 ? -1 : code.get(check - 1).opcode();
        return opcode == Instruction.LOAD || opcode == Instruction.DUP || opcode == Instruction.GETFIELD;
    }
}
