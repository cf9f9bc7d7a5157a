package io.github.cxonetools.schema.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a class file (JVMS 4) declares: its name, its members and their types and annotations, without code and without what a
 * compiler or a tool made up. A tool that counts what is covered rewrites code, and leaves all of this as it is.
 */
public final class ClassShape {

    private static final int SYNTHETIC = 0x1000;
    private static final String COVERAGE = "$jacoco";

    private static final Set<String> ANNOTATIONS = Set.of("RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations");
    private static final Set<String> TYPE_ANNOTATIONS =
            Set.of("RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations");
    private static final Set<String> PARAMETER_ANNOTATIONS =
            Set.of("RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations");

    private final DataInputStream in;
    private final Object[] constants;
    private final List<String> said = new ArrayList<>();
    private boolean covered;

    private ClassShape(byte[] file) throws IOException {
        this.in = new DataInputStream(new ByteArrayInputStream(file));
        in.readLong();
        this.constants = new Object[in.readUnsignedShort()];
        readConstants();
        said.add(in.readUnsignedShort() + " " + constant() + " " + constant());
        int interfaces = in.readUnsignedShort();
        for (int i = 0; i < interfaces; i++) {
            said.add("implements " + constant());
        }
        members("field ");
        members("method ");
        attributes(said);
    }

    /**
     * A checksum over what the file declares; {@code +} in front where a coverage tool has rewritten it, {@code ?} where it is
     * no class file.
     */
    public static String of(byte[] file) {
        try {
            ClassShape shape = new ClassShape(file);
            return (shape.covered ? "+" : "") + Checksums.of(shape.said);
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

    /** A constant as text, whatever its place. */
    private String constant() throws IOException {
        return text(in.readUnsignedShort());
    }

    private String text(int index) {
        Object constant = index == 0 ? "" : constants[index];
        return constant instanceof Integer other ? text(other) : String.valueOf(constant);
    }

    private void members(String kind) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int access = in.readUnsignedShort();
            String name = constant();
            List<String> member = new ArrayList<>();
            member.add(kind + access + " " + name + " " + constant());
            attributes(member);
            covered |= name.startsWith(COVERAGE);
            if ((access & SYNTHETIC) == 0) {
                said.addAll(member);
            }
        }
    }

    private void attributes(List<String> to) throws IOException {
        List<String> attributes = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String name = constant();
            int length = in.readInt();
            attribute(name, length, attributes);
        }
        // A tool may write them in another order.
        attributes.sort(null);
        to.addAll(attributes);
    }

    private void attribute(String name, int length, List<String> to) throws IOException {
        if (name.equals("Signature") || name.equals("ConstantValue")) {
            to.add(name + " " + constant());
        } else if (name.equals("AnnotationDefault")) {
            to.add(name + " " + value());
        } else if (name.equals("MethodParameters")) {
            to.add(name + " " + parameters());
        } else if (name.equals("Record")) {
            to.add(name + " " + components());
        } else if (ANNOTATIONS.contains(name)) {
            to.add(name + " " + annotations());
        } else if (TYPE_ANNOTATIONS.contains(name)) {
            to.add(name + " " + typeAnnotations());
        } else if (PARAMETER_ANNOTATIONS.contains(name)) {
            int parameters = in.readUnsignedByte();
            for (int i = 0; i < parameters; i++) {
                to.add(name + " " + i + " " + annotations());
            }
        } else {
            in.skipNBytes(length);
        }
    }

    private String parameters() throws IOException {
        StringBuilder text = new StringBuilder();
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            text.append(constant()).append(' ').append(in.readUnsignedShort()).append(';');
        }
        return text.toString();
    }

    private String components() throws IOException {
        List<String> components = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            components.add(constant() + " " + constant());
            attributes(components);
        }
        return String.join(";", components);
    }

    private String annotations() throws IOException {
        StringBuilder text = new StringBuilder();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            text.append(annotation());
        }
        return text.toString();
    }

    private String annotation() throws IOException {
        StringBuilder text = new StringBuilder("@").append(constant()).append('(');
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            text.append(constant()).append('=').append(value()).append(',');
        }
        return text.append(')').toString();
    }

    private String value() throws IOException {
        char tag = (char) in.readUnsignedByte();
        switch (tag) {
            case 'e':
                return constant() + "." + constant();
            case '@':
                return annotation();
            case '[':
                StringBuilder text = new StringBuilder("{");
                int count = in.readUnsignedShort();
                for (int i = 0; i < count; i++) {
                    text.append(value()).append(',');
                }
                return text.append('}').toString();
            default:
                return tag + " " + constant();
        }
    }

    /** JVMS 4.7.20: a target, the path to the annotated part of its type, an annotation. */
    private String typeAnnotations() throws IOException {
        StringBuilder text = new StringBuilder();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int target = in.readUnsignedByte();
            text.append(target).append(' ');
            int details =
                    switch (target) {
                        case 0x00, 0x01, 0x16 -> 1;
                        case 0x10, 0x11, 0x12, 0x17 -> 2;
                        default -> 0;
                    };
            for (int d = 0; d < details; d++) {
                text.append(in.readUnsignedByte()).append(' ');
            }
            int path = in.readUnsignedByte();
            for (int p = 0; p < 2 * path; p++) {
                text.append(in.readUnsignedByte()).append(' ');
            }
            text.append(annotation());
        }
        return text.toString();
    }
}
