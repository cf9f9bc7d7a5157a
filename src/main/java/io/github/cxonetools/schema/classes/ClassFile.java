package io.github.cxonetools.schema.classes;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class file (JVMS 4), for what reflection does not tell: the order of methods, and what their code does with fields. */
public final class ClassFile {

    private static final int GETFIELD = 0xb4;
    private static final int PUTFIELD = 0xb5;
    private static final int LENGTH_OF_GETTER = 5; // aload_0, getfield and its index, areturn

    private final String[] texts;

    /** Of references to members, the index of their name and type; of a name and type, that of its name. */
    private final int[] names;

    private final List<Code> methods = new ArrayList<>();

    private record Code(String name, byte[] bytes) {}

    private ClassFile(DataInputStream file) throws IOException {
        file.readLong();
        int count = file.readUnsignedShort();
        this.texts = new String[count];
        this.names = new int[count];
        constants(file);
        file.skipNBytes(6);
        file.skipNBytes(2L * file.readUnsignedShort());
        members(file);
        methods.clear();
        members(file);
    }

    private static @Nullable ClassFile of(Class<?> type) {
        String name = type.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null ? null : new ClassFile(new DataInputStream(in));
        } catch (IOException e) {
            return null;
        }
    }

    /** The methods' names in the order of the file; empty where the file cannot be read. */
    public static List<String> methods(Class<?> type) {
        ClassFile file = of(type);
        return file == null ? List.of() : file.methods.stream().map(Code::name).toList();
    }

    /** True where all that a method without parameters does is to give a field. */
    public static boolean givesField(Method getter) {
        ClassFile file = of(getter.getDeclaringClass());
        return file != null
                && file.methods.stream()
                        .anyMatch(code -> code.name.equals(getter.getName())
                                && code.bytes.length == LENGTH_OF_GETTER
                                && Byte.toUnsignedInt(code.bytes[1]) == GETFIELD);
    }

    /** True where a constructor may give a field a value; what looks like an instruction is taken for one. */
    public static boolean constructorSets(Class<?> type, String field) {
        return methodsThatSet(type, field).contains("<init>");
    }

    /** The methods that may give a field a value, by name; of a file that cannot be read, the constructor. */
    public static List<String> methodsThatSet(Class<?> type, String field) {
        ClassFile file = of(type);
        return file == null
                ? List.of("<init>")
                : file.methods.stream()
                        .filter(code -> file.sets(code.bytes, field))
                        .map(Code::name)
                        .toList();
    }

    /** True where a record's one constructor gives a field its parameter as it came; false where that is not plain to see. */
    public static boolean keepsWhatItIsGiven(Class<?> type, String field) {
        ClassFile file = of(type);
        if (file == null) {
            return false;
        }
        for (Code method : file.methods) {
            if (method.name.equals("<init>")) {
                return RecordCode.keeps(method.bytes, putting -> file.sets(putting, field));
            }
        }
        return false;
    }

    private boolean sets(byte[] code, String field) {
        for (int i = 0; i + 2 < code.length; i++) {
            int index = Byte.toUnsignedInt(code[i + 1]) << 8 | Byte.toUnsignedInt(code[i + 2]);
            if (Byte.toUnsignedInt(code[i]) == PUTFIELD
                    && index < names.length
                    && field.equals(texts[names[names[index]]])) {
                return true;
            }
        }
        return false;
    }

    private void constants(DataInputStream file) throws IOException {
        for (int i = 1; i < texts.length; i++) {
            int tag = file.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = file.readUTF();
                case 5, 6 -> {
                    file.skipNBytes(8);
                    i++;
                }
                case 9 -> {
                    file.skipNBytes(2);
                    names[i] = file.readUnsignedShort();
                }
                case 12 -> {
                    names[i] = file.readUnsignedShort();
                    file.skipNBytes(2);
                }
                case 15 -> file.skipNBytes(3);
                case 7, 8, 16, 19, 20 -> file.skipNBytes(2);
                default -> file.skipNBytes(4);
            }
        }
    }

    /** Reads fields or methods. */
    private void members(DataInputStream file) throws IOException {
        int count = file.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            file.skipNBytes(2);
            String name = String.valueOf(texts[file.readUnsignedShort()]);
            file.skipNBytes(2);
            byte[] code = new byte[0];
            int attributes = file.readUnsignedShort();
            for (int a = 0; a < attributes; a++) {
                boolean isCode = "Code".equals(texts[file.readUnsignedShort()]);
                byte[] content = file.readNBytes(file.readInt());
                code = isCode ? code(content) : code;
            }
            methods.add(new Code(name, code));
        }
    }

    private static byte[] code(byte[] attribute) throws IOException {
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(attribute))) {
            in.readInt();
            return in.readNBytes(in.readInt());
        }
    }
}
