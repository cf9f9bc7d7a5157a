package io.github.cxonetools.schema.classes;

import java.util.Arrays;
import java.util.function.Predicate;

/** The code of a record's constructor (JVMS 6.5): what the compiler writes at its end gives each field its parameter. */
final class RecordCode {

    private static final int ALOAD = 0x19;
    private static final int ALOAD_0 = 0x2a;
    private static final int ASTORE = 0x3a;
    private static final int ASTORE_0 = 0x4b;
    private static final int PUTFIELD = 0xb5;

    private RecordCode() {}

    /**
     * @param setting whether these bytes set the field in question
     * @return true where the field gets a parameter of a reference type that nothing has replaced before
     */
    static boolean keeps(byte[] code, Predicate<byte[]> setting) {
        for (int i = 2; i + 2 < code.length; i++) {
            if (at(code, i) == PUTFIELD && setting.test(Arrays.copyOfRange(code, i, i + 3))) {
                int variable = loaded(code, i);
                return variable > 0 && !isStored(code, i, variable);
            }
        }
        return false;
    }

    /** The variable that {@code this.field = variable} reads in front of {@code end}; 0 where something else stands there. */
    private static int loaded(byte[] code, int end) {
        int brief = at(code, end - 1) - ALOAD_0;
        if (brief > 0 && brief <= 3 && at(code, end - 2) == ALOAD_0) {
            return brief;
        }
        return end >= 3 && at(code, end - 2) == ALOAD && at(code, end - 3) == ALOAD_0 ? at(code, end - 1) : 0;
    }

    /** What looks like an instruction is taken for one. */
    private static boolean isStored(byte[] code, int end, int variable) {
        for (int i = 0; i < end; i++) {
            boolean brief = variable <= 3 && at(code, i) == ASTORE_0 + variable;
            if (brief || at(code, i) == ASTORE && at(code, i + 1) == variable) {
                return true;
            }
        }
        return false;
    }

    private static int at(byte[] code, int index) {
        return Byte.toUnsignedInt(code[index]);
    }
}
