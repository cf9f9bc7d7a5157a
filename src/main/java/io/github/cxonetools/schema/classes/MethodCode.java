package io.github.cxonetools.schema.classes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The instructions of one method (JVMS 6.5), and what they do with fields. */
final class MethodCode extends MethodVisitor {

    private final List<VisitedInstruction> instructions = new ArrayList<>();

    /**
     * One instruction.
     *
     * @param opcode as in JVMS 6.5, without the forms that imply a variable; -1 for a place that a jump may lead to
     * @param variable the local variable that is loaded or stored; -1 where it is about none
     * @param owner the internal name of the class through which a field or a method is reached; empty where it is about none
     * @param name the name of that field or method
     */
    private record VisitedInstruction(int opcode, int variable, String owner, String name) {

        boolean is(int otherOpcode, int otherVariable) {
            return opcode == otherOpcode && variable == otherVariable;
        }

        boolean isPut(String field) {
            return opcode == Opcodes.PUTFIELD && name.equals(field);
        }
    }

    MethodCode() {
        super(Opcodes.ASM9);
    }

    /** Returns the field that the method gives, where that is all it does; otherwise null. */
    @Nullable
    String givenField() {
        boolean plain = instructions.size() == 3
                && instructions.get(0).is(Opcodes.ALOAD, 0)
                && instructions.get(1).opcode == Opcodes.GETFIELD
                && instructions.get(2).opcode >= Opcodes.IRETURN
                && instructions.get(2).opcode <= Opcodes.ARETURN;
        return plain ? instructions.get(1).name : null;
    }

    /**
     * Returns true if the method gives a field a value.
     *
     * @param owners the internal names of the classes through which the code may reach it
     */
    boolean sets(String field, List<String> owners) {
        return instructions.stream().anyMatch(one -> one.isPut(field) && owners.contains(one.owner));
    }

    /** Returns true if the method gives a field the value of one variable, on all paths, and leaves that variable alone. */
    boolean keeps(String field, int variable) {
        boolean isPut = false;
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i).is(Opcodes.ASTORE, variable)) {
                return false;
            }
            if (instructions.get(i).isPut(field)) {
                boolean kept = i >= 2
                        && instructions.get(i - 1).is(Opcodes.ALOAD, variable)
                        && instructions.get(i - 2).is(Opcodes.ALOAD, 0);
                if (!kept) {
                    return false;
                }
                isPut = true;
            }
        }
        return isPut;
    }

    private void add(int opcode) {
        instructions.add(new VisitedInstruction(opcode, -1, "", ""));
    }

    @Override
    public void visitInsn(int opcode) {
        add(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        add(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        instructions.add(new VisitedInstruction(opcode, variable, "", ""));
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        add(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        instructions.add(new VisitedInstruction(opcode, -1, owner, name));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        instructions.add(new VisitedInstruction(opcode, -1, owner, name));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        add(Opcodes.INVOKEDYNAMIC);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        add(opcode);
    }

    @Override
    public void visitLabel(Label label) {
        add(-1);
    }

    @Override
    public void visitLdcInsn(Object value) {
        add(Opcodes.LDC);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        instructions.add(new VisitedInstruction(Opcodes.IINC, variable, "", ""));
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
        add(Opcodes.TABLESWITCH);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
        add(Opcodes.LOOKUPSWITCH);
    }

    @Override
    public void visitMultiANewArrayInsn(String type, int dimensions) {
        add(Opcodes.MULTIANEWARRAY);
    }
}
