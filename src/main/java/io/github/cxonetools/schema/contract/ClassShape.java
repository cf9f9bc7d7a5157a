package io.github.cxonetools.schema.contract;

import java.io.IOException;
import java.util.Objects;

/**
 * What a class file (JVMS 4) declares: its name, its members and their types and annotations, without code and without what a
 * compiler or a tool made up. A tool that counts what is covered rewrites code, and leaves all of this as it is.
 */
public final class ClassShape {

    private static final int SYNTHETIC = 0x1000;
    private static final String COVERAGE = "$jacoco";

    private final byte[] file;
    private final ConstantPool constants;
    private int at;
    private long said;
    private boolean covered;

    private ClassShape(byte[] file) throws IOException {
        this.file = file;
        this.constants = new ConstantPool(file);
        this.at = constants.end();
        said = joined(joined(unsignedShort(), constant()), constant());
        int interfaces = unsignedShort();
        for (int i = 0; i < interfaces; i++) {
            said = joined(said, constant());
        }
        members();
        members();
        said = joined(said, attributes(true));
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

    /** The hash of two parts, one after the other (multiplicative, with the high bits folded in). */
    private static long joined(long first, long second) {
        long product = (first ^ second) * 0x9E3779B97F4A7C15L + 1;
        return product ^ product >>> 32;
    }

    private int unsignedByte() {
        return file[at++] & 0xFF;
    }

    private int unsignedShort() {
        int value = (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
        at += 2;
        return value;
    }

    private void skip(int bytes) {
        at = Objects.checkFromIndexSize(at, bytes, file.length) + bytes;
    }

    /** The hash of a constant's text or value, whatever its place. */
    private long constant() throws IOException {
        return constants.hash(unsignedShort());
    }

    private void members() throws IOException {
        int count = unsignedShort();
        said = joined(said, 1); // Fields end here, and methods begin.
        for (int i = 0; i < count; i++) {
            int access = unsignedShort();
            int name = unsignedShort();
            covered |= constants.beginsWith(name, COVERAGE);
            if ((access & SYNTHETIC) == 0) {
                said = joined(said, joined(joined(joined(access, constants.hash(name)), constant()), attributes(true)));
            } else {
                skip(2);
                attributes(false);
            }
        }
    }

    /**
     * The hash of those that say something of types, names and annotations. A tool may write them in another order.
     *
     * @param count whether anything of them counts
     */
    private long attributes(boolean count) throws IOException {
        long sum = 0;
        int attributes = unsignedShort();
        for (int i = 0; i < attributes; i++) {
            int name = unsignedShort();
            int length = unsignedShort() << 16 | unsignedShort();
            int begin = at;
            skip(length);
            if (count) {
                int next = at;
                at = begin;
                sum += attribute(name);
                at = next;
            }
        }
        return sum;
    }

    private long attribute(int index) throws IOException {
        long hash = constants.hash(index);
        return switch (constants.name(index)) {
            case "Signature", "ConstantValue" -> joined(hash, constant());
            case "AnnotationDefault" -> joined(hash, value());
            case "MethodParameters" -> joined(hash, parameters());
            case "Record" -> joined(hash, components());
            case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> joined(hash, annotations());
            case "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations" -> joined(hash, typeAnnotations());
            case "RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations" ->
                joined(hash, ofParameters());
            default -> 0;
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
            hash = joined(joined(joined(hash, constant()), constant()), attributes(true));
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
