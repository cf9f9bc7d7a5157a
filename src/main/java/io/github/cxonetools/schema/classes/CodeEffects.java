package io.github.cxonetools.schema.classes;

import java.lang.invoke.MethodType;
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

    private final Class<?> actual;

    private CodeEffects(Class<?> actual) {
        this.actual = actual;
    }

    /** Those of {@code code}. */
    public static CodeEffects of(Executable code) {
        return of(code, code.getDeclaringClass());
    }

    /**
     * Those of {@code code} in an object of a class that may extend the one that declares it.
     *
     * @param actual that class
     */
    public static CodeEffects of(Executable code, Class<?> actual) {
        CodeEffects effects = new CodeEffects(actual);
        StringBuilder descriptor = new StringBuilder("(");
        for (Class<?> parameter : code.getParameterTypes()) {
            descriptor.append(parameter.descriptorString());
        }
        Class<?> answer = code instanceof Method method ? method.getReturnType() : void.class;
        descriptor.append(')').append(answer.descriptorString());
        String name = code instanceof Constructor ? "<init>" : code.getName();
        Class<?> declaring = code instanceof Method ? declaring(actual, name, descriptor.toString()) : null;
        effects.add(declaring == null ? code.getDeclaringClass() : declaring, name, descriptor.toString(), 0);
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
        ThrownFailures failures = ThrownFailures.of(owner, code);
        refusesNull |= failures.isOfNull();
        refusesValues |= failures.isOfValues();
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
            } else if (one.isCall() && !failures.leadsNowhereElse(i)) {
                call(owner, code, i, stored, depth);
            }
            refusesValues |= one.failsByValue() && !GuardedCalls.dividesByConstant(code, i);
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
            case REFUSES_VALUES -> refusesValues |= !GuardedCalls.isOne(code, index);
            case UNKNOWN -> follow(owner, code, index, stored, depth);
        }
    }

    private void follow(Class<?> owner, List<Instruction> code, int index, Set<Integer> stored, int depth) {
        Instruction call = code.get(index);
        Class<?> callee = loaded(owner, call.owner());
        boolean itself =
                callee != null && callee.isAssignableFrom(actual) && call.opcode() != Instruction.INVOKESPECIAL;
        Class<?> declaring =
                callee == null ? null : declaring(itself ? actual : callee, call.name(), call.descriptor());
        if (callee == null || declaring == null || call.opcode() == Instruction.INVOKEINTERFACE && !itself) {
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

    /** The class of the object that a factory method makes and gives, if it is plain to see; otherwise that of its result. */
    public static Class<?> made(Method factory) {
        Class<?> result = factory.getReturnType();
        String descriptor =
                MethodType.methodType(result, factory.getParameterTypes()).descriptorString();
        return made(factory.getDeclaringClass(), factory.getName(), descriptor, result, 0);
    }

    private static Class<?> made(Class<?> owner, String name, String descriptor, Class<?> result, int depth) {
        List<Instruction> code = MethodBodies.of(owner).instructions(name, descriptor);
        for (Instruction one : code == null || depth > DEPTH ? List.<Instruction>of() : code) {
            Class<?> made = one.name().equals("<init>") ? loaded(owner, one.owner()) : null;
            if (made == null && givesSame(one, result)) {
                Class<?> callee = loaded(owner, one.owner());
                made = callee == null ? null : made(callee, one.name(), one.descriptor(), result, depth + 1);
            }
            if (made != null && made != result && result.isAssignableFrom(made)) {
                return made;
            }
        }
        return result;
    }

    private static boolean givesSame(Instruction one, Class<?> result) {
        return one.opcode() == Instruction.INVOKESTATIC && one.descriptor().endsWith(")" + result.descriptorString());
    }

    /** The class whose file has the method's code. */
    private static @Nullable Class<?> declaring(Class<?> type, String name, String descriptor) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (MethodBodies.of(c).instructions(name, descriptor) != null) {
                return c;
            }
        }
        return null;
    }
}
