package io.github.cxonetools.schema;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A class file (JVMS 4), for what reflection does not tell: in which order a class declares its methods. */
final class ClassFile {

    private ClassFile() {}

    /** The methods' names in the order of the file; empty where the file cannot be read. */
    static List<String> methods(Class<?> type) {
        String name = type.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null ? List.of() : methods(new DataInputStream(in));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> methods(DataInputStream file) throws IOException {
        file.readInt();
        file.readInt();
        String[] texts = constants(file);
        file.skipNBytes(6);
        file.skipNBytes(2L * file.readUnsignedShort());
        members(file, texts);
        return members(file, texts);
    }

    private static String[] constants(DataInputStream file) throws IOException {
        String[] texts = new String[file.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = file.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = file.readUTF();
                case 5, 6 -> {
                    file.skipNBytes(8);
                    i++;
                }
                case 15 -> file.skipNBytes(3);
                case 7, 8, 16, 19, 20 -> file.skipNBytes(2);
                default -> file.skipNBytes(4);
            }
        }
        return texts;
    }

    /** Reads past fields or methods. */
    private static List<String> members(DataInputStream file, String[] texts) throws IOException {
        List<String> names = new ArrayList<>();
        int count = file.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            file.skipNBytes(2);
            names.add(String.valueOf(texts[file.readUnsignedShort()]));
            file.skipNBytes(2);
            int attributes = file.readUnsignedShort();
            for (int a = 0; a < attributes; a++) {
                file.skipNBytes(2);
                file.skipNBytes(Integer.toUnsignedLong(file.readInt()));
            }
        }
        return names;
    }
}
