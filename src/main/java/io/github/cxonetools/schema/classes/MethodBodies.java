package io.github.cxonetools.schema.classes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code of a class's methods (JVMS 4.7.3), read from its file by hand: every class that is read from payloads is looked at,
 * and most have no code worth a library.
 */
final class MethodBodies {

    /** The number of bytes that follow each opcode; 9 where the code itself tells. */
    private static final String OPERANDS =
            "0".repeat(16) + "121221" + "1111" + "0".repeat(28) + "11111" + "0".repeat(73)
                    + "2" + "0".repeat(20) + "2".repeat(16) + "199" + "000000" + "2222222" + "44" + "212" + "00" + "22"
                    + "00" + "9"
                    + "3" + "2244";

    private static final int UTF_8 = 1; // JVMS 4.4.7.
    private static final int TABLE_SWITCH = 170;
    private static final int LOOKUP_SWITCH = 171;

    private static final ClassValue<MethodBodies> OF = new ClassValue<>() {
        @Override
        protected MethodBodies computeValue(Class<?> type) {
            try {
                return new MethodBodies(file(type));
            } catch (IOException | RuntimeException e) {
                return new MethodBodies(); // It is not there, or not in a format that is known.
            }
        }
    };

    private final ByteBuffer file;
    private final int[] constants;
    private final int members;

    /** Read where somebody asks for it: of most classes only constants are looked at. */
    private @Nullable Codes codes;

    /** By name and descriptor in one; those that catch something are named. */
    private record Codes(Map<String, byte[]> byMethod, Set<String> handling) {}

    private MethodBodies() {
        this.file = ByteBuffer.allocate(0);
        this.constants = new int[0];
        this.members = 0;
        this.codes = new Codes(Map.of(), Set.of());
    }

    private MethodBodies(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes);
        ByteBuffer reading = file.duplicate().position(8);
        this.constants = new int[unsigned(reading)];
        for (int i = 1; i < constants.length; i++) {
            constants[i] = reading.position();
            int tag = reading.get();
            skip(
                    reading,
                    switch (tag) {
                        case 1 -> unsigned(reading);
                        case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
                        case 5, 6 -> 8;
                        case 15 -> 3;
                        default -> 2;
                    });
            i += tag == 5 || tag == 6 ? 1 : 0;
        }
        skip(reading, 6);
        skip(reading, 2 * unsigned(reading));
        this.members = reading.position();
    }

    /** Those of a class's file; of one that cannot be read, none. */
    static MethodBodies of(Class<?> type) {
        return OF.get(type);
    }

    private static byte[] file(Class<?> type) throws IOException {
        if (type.getClassLoader() instanceof ProjectLoader loader) {
            return loader.file(type);
        }
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static int unsigned(ByteBuffer file) {
        return Short.toUnsignedInt(file.getShort());
    }

    private static void skip(ByteBuffer file, int bytes) {
        file.position(file.position() + bytes);
    }

    /** Several threads may ask. */
    private synchronized Codes codes() {
        Codes known = codes;
        if (known == null) {
            known = new Codes(new HashMap<>(), new HashSet<>());
            try {
                ByteBuffer reading = file.duplicate().position(members);
                read(reading, null);
                read(reading, known);
            } catch (RuntimeException e) {
                known = new Codes(Map.of(), Set.of()); // It is not in a format that is known.
            }
            codes = known;
        }
        return known;
    }

    /** @param methods what they are added to; null of fields */
    private void read(ByteBuffer reading, @Nullable Codes methods) {
        int count = unsigned(reading);
        for (int i = 0; i < count; i++) {
            skip(reading, 2);
            int name = unsigned(reading);
            int descriptor = unsigned(reading);
            int attributes = unsigned(reading);
            for (int a = 0; a < attributes; a++) {
                int attribute = unsigned(reading);
                int length = reading.getInt();
                int next = reading.position() + length;
                if (methods != null && text(attribute).equals("Code")) {
                    skip(reading, 4);
                    byte[] code = new byte[reading.getInt()];
                    reading.get(code);
                    methods.byMethod.put(text(name) + text(descriptor), code);
                    if (unsigned(reading) > 0) {
                        methods.handling.add(text(name) + text(descriptor));
                    }
                }
                reading.position(next);
            }
        }
    }

    private String text(int constant) {
        int at = constants[constant];
        return new String(file.array(), at + 3, Short.toUnsignedInt(file.getShort(at + 1)), StandardCharsets.UTF_8);
    }

    /** The instructions of one method; null where it has none, or the file cannot be read. */
    @Nullable
    List<Instruction> instructions(String name, String descriptor) {
        byte[] code = codes().byMethod.get(name + descriptor);
        return code == null ? null : decoded(ByteBuffer.wrap(code));
    }

    /** The instructions of all methods, by name and descriptor in one. */
    Map<String, List<Instruction>> all() {
        Map<String, List<Instruction>> all = new HashMap<>();
        codes().byMethod.forEach((method, code) -> all.put(method, decoded(ByteBuffer.wrap(code))));
        return all;
    }

    /** Returns true if the method, by name and descriptor in one, catches what it or what it calls throws. */
    boolean hasHandlers(String method) {
        return codes().handling.contains(method);
    }

    /** Returns true if one of these texts is a constant of the file: the name of a class or a member, or a text. */
    boolean mentionsAny(Set<String> texts) {
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 1; i < constants.length; i++) {
            boolean isText = constants[i] > 0 && file.get(constants[i]) == UTF_8;
            if (isText && file.getShort(constants[i] + 1) <= longest && texts.contains(text(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns true of a field that no method gives anything but a constant, or its own bits with others set or cleared. */
    boolean isFlag(String field) {
        for (byte[] code : codes().byMethod.values()) {
            List<Instruction> instructions = decoded(ByteBuffer.wrap(code));
            for (int i = 1; i < instructions.size(); i++) {
                Instruction put = instructions.get(i);
                Instruction given = instructions.get(i - 1);
                if (put.opcode() == Instruction.PUTFIELD
                        && put.name().equals(field)
                        && !(put.descriptor().length() == 1 && (given.isConstant() || given.combinesBits()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Instruction> decoded(ByteBuffer code) {
        List<Instruction> instructions = new ArrayList<>();
        while (code.hasRemaining()) {
            int at = code.position();
            int opcode = Byte.toUnsignedInt(code.get());
            instructions.add(decoded(code, at, opcode));
            code.position(end(code, at, opcode));
        }
        return instructions;
    }

    private Instruction decoded(ByteBuffer code, int at, int opcode) {
        if (opcode >= 178 && opcode <= 185) {
            return ofMember(at, opcode, Short.toUnsignedInt(code.getShort(at + 1)));
        }
        if (opcode >= 21 && opcode <= 45) {
            int variable = opcode <= 25 ? Byte.toUnsignedInt(code.get(at + 1)) : (opcode - 26) % 4;
            return new Instruction(Instruction.LOAD, at, variable, "", "", "");
        }
        if (opcode >= 54 && opcode <= 78) {
            int variable = opcode <= 58 ? Byte.toUnsignedInt(code.get(at + 1)) : (opcode - 59) % 4;
            return new Instruction(Instruction.STORE, at, variable, "", "", "");
        }
        if (opcode == TABLE_SWITCH || opcode == LOOKUP_SWITCH) {
            return new Instruction(opcode, at, -1, "", "", "", targets(code, at, opcode));
        }
        boolean jumps = opcode >= 153 && opcode <= 168 || opcode == 198 || opcode == 199;
        return new Instruction(opcode, at, jumps ? at + code.getShort(at + 1) : -1, "", "", "");
    }

    /** Its default, and one for each of its cases. */
    private static List<Integer> targets(ByteBuffer code, int at, int opcode) {
        int aligned = (at + 4) / 4 * 4;
        List<Integer> targets = new ArrayList<>(List.of(at + code.getInt(aligned)));
        if (opcode == TABLE_SWITCH) {
            int count = code.getInt(aligned + 8) - code.getInt(aligned + 4) + 1;
            for (int i = 0; i < count; i++) {
                targets.add(at + code.getInt(aligned + 12 + 4 * i));
            }
        } else {
            for (int i = 0; i < code.getInt(aligned + 4); i++) {
                targets.add(at + code.getInt(aligned + 12 + 8 * i));
            }
        }
        return targets;
    }

    private Instruction ofMember(int at, int opcode, int constant) {
        int member = constants[constant];
        int owner = Short.toUnsignedInt(file.getShort(member + 1));
        int nameAndType = constants[Short.toUnsignedInt(file.getShort(member + 3))];
        return new Instruction(
                opcode,
                at,
                -1,
                text(Short.toUnsignedInt(file.getShort(constants[owner] + 1))),
                text(Short.toUnsignedInt(file.getShort(nameAndType + 1))),
                text(Short.toUnsignedInt(file.getShort(nameAndType + 3))));
    }

    /** Where the next instruction begins. */
    private static int end(ByteBuffer code, int at, int opcode) {
        int operands = OPERANDS.charAt(opcode) - '0';
        if (operands < 9) {
            return at + 1 + operands;
        }
        int aligned = (at + 4) / 4 * 4;
        return switch (opcode) {
            case TABLE_SWITCH -> aligned + 12 + 4 * (code.getInt(aligned + 8) - code.getInt(aligned + 4) + 1);
            case LOOKUP_SWITCH -> aligned + 8 + 8 * code.getInt(aligned + 4);
            default -> at + (Byte.toUnsignedInt(code.get(at + 1)) == 132 ? 6 : 4);
        };
    }
}
