package io.github.cxonetools.schema.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

import static io.github.cxonetools.schema.contract.ConstantPool.joined;

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
    private final ConstantPool constants;
    private long said;
    private boolean covered;

    private ClassShape(byte[] file) throws IOException {
        this.in = ByteBuffer.wrap(file);
        in.getLong();
        this.constants = new ConstantPool(in);
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

    /** The hash of a constant's text, whatever its place. */
    private long constant() throws IOException {
        return constants.hash(unsignedShort());
    }

    private void members() throws IOException {
        int count = unsignedShort();
        said = joined(said, count == 0 ? 0 : 1);
        for (int i = 0; i < count; i++) {
            int access = unsignedShort();
            int index = unsignedShort();
            covered |= constants.name(index).startsWith(COVERAGE);
            long member = joined(joined(joined(access, constants.hash(index)), constant()), attributes());
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
            int index = unsignedShort();
            String name = constants.name(index);
            int length = in.getInt();
            if (SAID.contains(name)) {
                sum += joined(constants.hash(index), attribute(name));
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
