package io.github.cxonetools.schema.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;

/**
 * What a class file (JVMS 4) declares: its name, its members and their types and annotations, without code and without what a
 * compiler or a tool made up. A tool that counts what is covered rewrites code, and leaves all of this as it is.
 */
public final class ClassShape {

    private static final int SYNTHETIC = 0x1000;
    private static final String COVERAGE = "$jacoco";

    /** The attributes that say something of types, names and annotations. */
    private static final Set<String> SAID = Set.of(
            "Signature",
            "ConstantValue",
            "AnnotationDefault",
            "MethodParameters",
            "Record",
            "RuntimeVisibleAnnotations",
            "RuntimeInvisibleAnnotations",
            "RuntimeVisibleTypeAnnotations",
            "RuntimeInvisibleTypeAnnotations",
            "RuntimeVisibleParameterAnnotations",
            "RuntimeInvisibleParameterAnnotations");

    private final DataInputStream in;
    private final Object[] constants;
    private final long[] hashes;
    private long said;
    private boolean covered;

    private ClassShape(byte[] file) throws IOException {
        this.in = new DataInputStream(new ByteArrayInputStream(file));
        in.readLong();
        int count = in.readUnsignedShort();
        this.constants = new Object[count];
        this.hashes = new long[count];
        readConstants();
        said = joined(joined(in.readUnsignedShort(), constant()), constant());
        int interfaces = in.readUnsignedShort();
        for (int i = 0; i < interfaces; i++) {
            said = joined(said, constant());
        }
        members();
        members();
        said = joined(said, attributes());
    }

    /**
     * A hash of what the file declares, in hex digits; {@code +} in front where a coverage tool has rewritten it, {@code ?}
     * where it is no class file.
     */
    public static String of(byte[] file) {
        try {
            ClassShape shape = new ClassShape(file);
            return (shape.covered ? "+" : "") + Long.toHexString(shape.said);
        } catch (IOException | RuntimeException e) {
            return "?";
        }
    }

    /** Whether two files of one class differ only by what a coverage tool has done to one of them. */
    public static boolean isSameButForCoverage(String shape, String other) {
        return (shape.startsWith("+") || other.startsWith("+"))
                && shape.replace("+", "").equals(other.replace("+", ""));
    }

    private void readConstants() throws IOException {
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 3 -> constants[i] = "int " + in.readInt();
                case 4 -> constants[i] = "float " + in.readInt();
                case 5, 6 -> {
                    constants[i] = (tag == 5 ? "long " : "double ") + in.readLong();
                    i++;
                }
                case 7, 8, 16, 19, 20 -> constants[i] = in.readUnsignedShort();
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
    }

    /** The hash of two parts, one after the other (multiplicative, with the high bits folded in). */
    private static long joined(long first, long second) {
        long product = (first ^ second) * 0x9E3779B97F4A7C15L + 1;
        return product ^ product >>> 32;
    }

    /** The hash of a constant's text, whatever its place. */
    private long constant() throws IOException {
        return hash(in.readUnsignedShort());
    }

    private long hash(int index) {
        if (index == 0) {
            return 0;
        }
        if (hashes[index] == 0) {
            hashes[index] =
                    constants[index] instanceof Integer other ? hash(other) : hash(String.valueOf(constants[index]));
        }
        return hashes[index];
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return joined(hash, text.hashCode());
    }

    /** The text of a constant that is a name. */
    private String name() throws IOException {
        return String.valueOf(constants[in.readUnsignedShort()]);
    }

    private void members() throws IOException {
        int count = in.readUnsignedShort();
        said = joined(said, count == 0 ? 0 : 1);
        for (int i = 0; i < count; i++) {
            int access = in.readUnsignedShort();
            int index = in.readUnsignedShort();
            covered |= String.valueOf(constants[index]).startsWith(COVERAGE);
            long member = joined(joined(joined(access, hash(index)), constant()), attributes());
            if ((access & SYNTHETIC) == 0) {
                said = joined(said, member);
            }
        }
    }

    /** A tool may write them in another order. */
    private long attributes() throws IOException {
        long sum = 0;
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String name = name();
            int length = in.readInt();
            if (SAID.contains(name)) {
                sum += joined(hash(name), attribute(name));
            } else {
                in.skipNBytes(length);
            }
        }
        return sum;
    }

    private long attribute(String name) throws IOException {
        return switch (name) {
            case "AnnotationDefault" -> value();
            case "MethodParameters" -> parameters();
            case "Record" -> components();
            case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> annotations();
            case "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations" -> typeAnnotations();
            case "RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations" -> ofParameters();
            default -> constant();
        };
    }

    private long ofParameters() throws IOException {
        int parameters = in.readUnsignedByte();
        long hash = parameters;
        for (int i = 0; i < parameters; i++) {
            hash = joined(hash, annotations());
        }
        return hash;
    }

    private long parameters() throws IOException {
        int count = in.readUnsignedByte();
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = joined(joined(hash, constant()), in.readUnsignedShort());
        }
        return hash;
    }

    private long components() throws IOException {
        int count = in.readUnsignedShort();
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = joined(joined(joined(hash, constant()), constant()), attributes());
        }
        return hash;
    }

    private long annotations() throws IOException {
        int count = in.readUnsignedShort();
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = joined(hash, annotation());
        }
        return hash;
    }

    private long annotation() throws IOException {
        long hash = constant();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            hash = joined(joined(hash, constant()), value());
        }
        return joined(hash, count);
    }

    private long value() throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 'e':
                return joined(constant(), constant());
            case '@':
                return annotation();
            case '[':
                int count = in.readUnsignedShort();
                long hash = count;
                for (int i = 0; i < count; i++) {
                    hash = joined(hash, value());
                }
                return joined(tag, hash);
            default:
                return joined(tag, constant());
        }
    }

    /** JVMS 4.7.20: a target, the path to the annotated part of its type, an annotation. */
    private long typeAnnotations() throws IOException {
        int count = in.readUnsignedShort();
        long hash = count;
        for (int i = 0; i < count; i++) {
            int target = in.readUnsignedByte();
            hash = joined(hash, target);
            int details =
                    switch (target) {
                        case 0x00, 0x01, 0x16 -> 1;
                        case 0x10, 0x11, 0x12, 0x17 -> 2;
                        default -> 0;
                    };
            for (int d = 0; d < details; d++) {
                hash = joined(hash, in.readUnsignedByte());
            }
            int path = in.readUnsignedByte();
            for (int p = 0; p < 2 * path; p++) {
                hash = joined(hash, in.readUnsignedByte());
            }
            hash = joined(hash, annotation());
        }
        return hash;
    }
}
