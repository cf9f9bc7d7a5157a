package io.github.cxonetools.schema.classes;

import java.util.List;

/** Calls that would fail by the values that they are given, where the code around them sees to it that they do not. */
final class GuardedCalls {

    private GuardedCalls() {}

    /**
     * Returns true for the next of an iterator that is asked for it first, for an element of what a switch has told the size of,
     * and for a capacity that comes from a size.
     */
    static boolean isOne(List<Instruction> code, int index) {
        Instruction call = code.get(index);
        return switch (call.name()) {
            case "next" ->
                call.owner().equals("java/util/Iterator")
                        && (has(code, code.size(), "hasNext") || followsSwitchOfSize(code, index));
            case "get" -> call.descriptor().startsWith("(I)") && followsSwitchOfSize(code, index);
            case "<init>" -> call.descriptor().startsWith("(I") && isOfSize(code, index);
            default -> false;
        };
    }

    /** Returns true for a division whose divisor stands in the code. */
    static boolean dividesByConstant(List<Instruction> code, int index) {
        return index > 0 && code.get(index).computes() && code.get(index - 1).isConstant();
    }

    private static boolean has(List<Instruction> code, int end, String name) {
        return code.subList(0, end).stream()
                .anyMatch(one -> one.isCall() && one.name().equals(name));
    }

    private static boolean followsSwitchOfSize(List<Instruction> code, int index) {
        for (int i = 1; i < index; i++) {
            if (code.get(i).isSwitch() && isSize(code.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSize(Instruction one) {
        return one.isCall() && one.name().equals("size");
    }

    /** What was computed of a size, or is one. */
    private static boolean isOfSize(List<Instruction> code, int index) {
        Instruction capacity = code.get(index - 1);
        if (capacity.opcode() == Instruction.LOAD) {
            for (int i = 1; i < index; i++) {
                Instruction store = code.get(i);
                boolean same = store.opcode() == Instruction.STORE && store.operand() == capacity.operand();
                if (same && isSize(code.get(i - 1))) {
                    return true;
                }
            }
            return false;
        }
        return isSize(capacity) || (capacity.isConstant() || capacity.computes()) && has(code, index, "size");
    }
}
