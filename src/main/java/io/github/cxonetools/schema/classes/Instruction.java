package io.github.cxonetools.schema.classes;

import java.util.List;

/**
 * One instruction of a method's code (JVMS 6.5).
 *
 * @param opcode as in JVMS 6.5; loads and stores of any type and form are {@code ILOAD} and {@code ISTORE}
 * @param at where it begins in the code
 * @param operand the local variable, or the place that a jump leads to; -1 where it has neither
 * @param owner the internal name of the class through which a field or a method is reached; empty where it is about none
 * @param name the name of that field or method
 * @param descriptor that field's or method's
 * @param targets the places that a switch leads to
 */
record Instruction(
        int opcode, int at, int operand, String owner, String name, String descriptor, List<Integer> targets) {

    Instruction {
        targets = List.copyOf(targets);
    }

    /** One that is no switch. */
    Instruction(int opcode, int at, int operand, String owner, String name, String descriptor) {
        this(opcode, at, operand, owner, name, descriptor, List.of());
    }

    static final int LOAD = 21;
    static final int STORE = 54;
    static final int DUP = 89;
    static final int IFNULL = 198;
    static final int IFNONNULL = 199;
    static final int GETFIELD = 180;
    static final int PUTFIELD = 181;
    static final int INVOKESPECIAL = 183;
    static final int INVOKESTATIC = 184;
    static final int INVOKEINTERFACE = 185;
    static final int ATHROW = 191;
    private static final int FIRST_CONDITION = 153;
    private static final int GOTO = 167;
    private static final int JSR = 168;
    private static final int FIRST_SWITCH = 170;
    private static final int FIRST_RETURN = 172;
    private static final int LAST_RETURN = 177;
    private static final int GOTO_W = 200;
    private static final int INVOKEVIRTUAL = 182;

    boolean isLoadOf(int variable) {
        return opcode == LOAD && operand == variable;
    }

    boolean isCall() {
        return opcode >= INVOKEVIRTUAL && opcode <= INVOKEINTERFACE;
    }

    boolean isJump() {
        return opcode >= FIRST_CONDITION && opcode <= JSR
                || opcode == IFNULL
                || opcode == IFNONNULL
                || opcode == GOTO_W;
    }

    boolean isReturn() {
        return opcode >= FIRST_RETURN && opcode <= LAST_RETURN;
    }

    boolean isSwitch() {
        return opcode == FIRST_SWITCH || opcode == FIRST_SWITCH + 1;
    }

    boolean isConstant() {
        return opcode >= 1 && opcode <= 20;
    }

    /** Returns true for {@code and}, {@code or}, comparison of longs, and the cut to a byte or a short. */
    boolean combinesBits() {
        return opcode >= 126 && opcode <= 129 || opcode == 148 || opcode == 145 || opcode == 147;
    }

    /** Returns true for arithmetics of ints. */
    boolean computes() {
        return opcode >= 96 && opcode <= 115;
    }

    /** Returns true if nothing comes next but by a jump. */
    boolean isGoto() {
        return opcode == GOTO || opcode == GOTO_W;
    }

    /** Returns true for what fails by the values that it is given: elements of arrays, and division of whole numbers. */
    boolean failsByValue() {
        boolean element = opcode >= 46 && opcode <= 53 || opcode >= 79 && opcode <= 86;
        return element || opcode == 108 || opcode == 109 || opcode == 112 || opcode == 113;
    }
}
