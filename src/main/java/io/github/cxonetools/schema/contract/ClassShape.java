package io.github.cxonetools.schema.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private final ByteBuffer in;

    /** Where each constant begins, with its tag. Most are of code, and never asked for: none is made an object before. */
    private final int[] constants;

    private final long[] hashes;
    private final @Nullable String[] texts;
    private long said;
    private boolean covered;

    private ClassShape(byte[] file) throws IOException {
        this.in = ByteBuffer.wrap(file);
        in.getLong();
        int count = unsignedShort();
        this.constants = new int[count];
        this.hashes = new long[count];
        this.texts = new String[count];
        findConstants();
        said = joined(joined(unsignedShort(), constant()), constant());
        int interfaces = unsignedShort();
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

    private int unsignedByte() {
        return Byte.toUnsignedInt(in.get());
    }

    private int unsignedShort() {
        return Short.toUnsignedInt(in.getShort());
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }

    private void findConstants() {
        for (int i = 1; i < constants.length; i++) {
            constants[i] = in.position();
            switch (unsignedByte()) {
                case 1 -> skip(unsignedShort());
                case 5, 6 -> {
                    skip(8);
                    i++; // JVMS 4.4.5: it takes two places.
                }
                case 7, 8, 16, 19, 20 -> skip(2);
                case 15 -> skip(3);
                default -> skip(4);
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
        return hash(unsignedShort());
    }

    private long hash(int index) throws IOException {
        if (index == 0) {
            return 0;
        }
        if (hashes[index] == 0) {
            hashes[index] = hashAt(constants[index]);
        }
        return hashes[index];
    }

    private long hashAt(int offset) throws IOException {
        return switch (in.get(offset)) {
            case 1 -> hashOfText(offset + 1);
            case 3 -> hash("int " + in.getInt(offset + 1));
            case 4 -> hash("float " + in.getInt(offset + 1));
            case 5 -> hash("long " + in.getLong(offset + 1));
            case 6 -> hash("double " + in.getLong(offset + 1));
            case 7, 8, 16, 19, 20 -> hashOfText(constants[Short.toUnsignedInt(in.getShort(offset + 1))] + 1);
            default -> throw new IOException("A name, a type or a value at " + offset + " is none");
        };
    }

    /** As {@link #hash(String)}, of what nearly every text is: ASCII. */
    private long hashOfText(int offset) throws IOException {
        int length = Short.toUnsignedInt(in.getShort(offset));
        long hash = length;
        int code = 0;
        for (int i = offset + 2; i < offset + 2 + length; i++) {
            byte character = in.get(i);
            if (character < 0) {
                return hash(text(offset));
            }
            hash = 31 * hash + character;
            code = 31 * code + character;
        }
        return joined(hash, code);
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return joined(hash, text.hashCode());
    }

    /** JVMS 4.4.7: a length of two bytes, and so many bytes of a UTF-8 of its own. */
    private String text(int offset) throws IOException {
        byte[] file = in.array();
        return new DataInputStream(new ByteArrayInputStream(file, offset, file.length - offset)).readUTF();
    }

    /** The text of a constant that is a name. */
    private String name(int index) throws IOException {
        String text = texts[index];
        if (text == null) {
            text = text(constants[index] + 1);
            texts[index] = text;
        }
        return text;
    }

    private void members() throws IOException {
        int count = unsignedShort();
        said = joined(said, count == 0 ? 0 : 1);
        for (int i = 0; i < count; i++) {
            int access = unsignedShort();
            int index = unsignedShort();
            covered |= name(index).startsWith(COVERAGE);
            long member = joined(joined(joined(access, hash(index)), constant()), attributes());
            if ((access & SYNTHETIC) == 0) {
                said = joined(said, member);
            }
        }
    }

    /** A tool may write them in another order. */
    private long attributes() throws IOException {
        long sum = 0;
        int count = unsignedShort();
        for (int i = 0; i < count; i++) {
            String name = name(unsignedShort());
            int length = in.getInt();
            if (SAID.contains(name)) {
                sum += joined(hash(name), attribute(name));
            } else {
                skip(length);
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
        int parameters = unsignedByte();
        long hash = parameters;
        for (int i = 0; i < parameters; i++) {
            hash = joined(hash, annotations());
        }
        return hash;
    }

    private long parameters() throws IOException {
        int count = unsignedByte();
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = joined(joined(hash, constant()), unsignedShort());
        }
        return hash;
    }

    private long components() throws IOException {
        int count = unsignedShort();
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = joined(joined(joined(hash, constant()), constant()), attributes());
        }
        return hash;
    }

    private long annotations() throws IOException {
        int count = unsignedShort();
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = joined(hash, annotation());
        }
        return hash;
    }

    private long annotation() throws IOException {
        long hash = constant();
        int count = unsignedShort();
        for (int i = 0; i < count; i++) {
            hash = joined(joined(hash, constant()), value());
        }
        return joined(hash, count);
    }

    private long value() throws IOException {
        int tag = unsignedByte();
        switch (tag) {
            case 'e':
                return joined(constant(), constant());
            case '@':
                return annotation();
            case '[':
                int count = unsignedShort();
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
        int count = unsignedShort();
        long hash = count;
        for (int i = 0; i < count; i++) {
            int target = unsignedByte();
            hash = joined(hash, target);
            int details =
                    switch (target) {
                        case 0x00, 0x01, 0x16 -> 1;
                        case 0x10, 0x11, 0x12, 0x17 -> 2;
                        default -> 0;
                    };
            for (int d = 0; d < details; d++) {
                hash = joined(hash, unsignedByte());
            }
            int path = unsignedByte();
            for (int p = 0; p < 2 * path; p++) {
                hash = joined(hash, unsignedByte());
            }
            hash = joined(hash, annotation());
        }
        return hash;
    }
}
