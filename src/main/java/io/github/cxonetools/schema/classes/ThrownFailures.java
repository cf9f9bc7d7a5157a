package io.github.cxonetools.schema.classes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a method's code can only end by throwing, and what decides that it does: a check for null, a builder's note of what was
 * set, or else.
 */
final class ThrownFailures {

    private final Class<?> owner;
    private final List<Instruction> code;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final Set<Integer> returning = new HashSet<>();
    private boolean throwsSome;
    private boolean ofNull;
    private boolean ofValues;

    private ThrownFailures(Class<?> owner, List<Instruction> code) {
        this.owner = owner;
        this.code = code;
    }

    static ThrownFailures of(Class<?> owner, List<Instruction> code) {
        ThrownFailures failures = new ThrownFailures(owner, code);
        for (Instruction one : code) {
            failures.throwsSome |= one.opcode() == Instruction.ATHROW;
        }
        if (failures.throwsSome) {
            for (int i = 0; i < code.size(); i++) {
                failures.indexes.put(code.get(i).at(), i);
            }
            failures.findReturning();
            failures.judge();
        }
        return failures;
    }

    /** Returns true if a check for null, of a parameter or a field, makes it throw, or that something was not set. */
    boolean isOfNull() {
        return ofNull;
    }

    /** Returns true if anything else does. */
    boolean isOfValues() {
        return ofValues;
    }

    /** Returns true of an instruction after which the code can only throw. */
    boolean leadsNowhereElse(int index) {
        return throwsSome && !returning.contains(index);
    }

    /** From the ends to the beginning, until nothing is added. */
    private void findReturning() {
        for (boolean more = true; more; ) {
            more = false;
            for (int i = code.size() - 1; i >= 0; i--) {
                if (!returning.contains(i) && goesOn(i)) {
                    returning.add(i);
                    more = true;
                }
            }
        }
    }

    private boolean goesOn(int index) {
        Instruction one = code.get(index);
        if (one.isReturn()) {
            return true;
        }
        if (one.isSwitch()) {
            return one.targets().stream().anyMatch(this::isReturning);
        }
        boolean jumps = one.isJump() && isReturning(one.operand());
        boolean falls = !one.isGoto() && one.opcode() != Instruction.ATHROW && returning.contains(index + 1);
        return jumps || falls;
    }

    private boolean isReturning(int place) {
        return returning.contains(indexes.getOrDefault(place, -1));
    }

    private void judge() {
        boolean unexplained = !returning.contains(0);
        boolean decided = false;
        for (int i = 0; i < code.size(); i++) {
            Instruction one = code.get(i);
            unexplained |= one.isSwitch() && !one.targets().stream().allMatch(this::isReturning);
            if (one.isJump()
                    && !one.isGoto()
                    && isReturning(one.operand()) != returning.contains(i + 1)
                    && returning.contains(i)) {
                decided = true;
                boolean known = isNullCheck(i) || isCheckOfFlag(i);
                ofNull |= known;
                ofValues |= !known;
            }
        }
        ofValues |= unexplained || !decided;
    }

    private boolean isNullCheck(int index) {
        int opcode = code.get(index).opcode();
        int checked = index == 0 ? -1 : code.get(index - 1).opcode();
        return (opcode == Instruction.IFNULL || opcode == Instruction.IFNONNULL)
                && (checked == Instruction.LOAD || checked == Instruction.DUP || checked == Instruction.GETFIELD);
    }

    /** A field in which methods of its class only set and clear bits tells what was called, whatever it was given. */
    private boolean isCheckOfFlag(int index) {
        int i = index - 1;
        while (i > 0 && (code.get(i).isConstant() || code.get(i).combinesBits())) {
            i--;
        }
        Instruction field = code.get(Math.max(i, 0));
        return field.opcode() == Instruction.GETFIELD
                && i > 0
                && code.get(i - 1).isLoadOf(0)
                && MethodBodies.of(owner).isFlag(field.name());
    }
}
