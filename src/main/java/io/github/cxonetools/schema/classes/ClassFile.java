package io.github.cxonetools.schema.classes;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class file (JVMS 4), for what reflection does not tell: the order of methods, and what their code does with fields. It is
 * read anew each time, with a library that few classes need: ask what reflection tells first.
 */
public final class ClassFile {

    private static final String CONSTRUCTOR = "<init>";
    private static final int MAJOR_VERSION = 6; // The offset of its two bytes.
    private static final int STRING_CONSTANT = 8; // JVMS 4.4.3.
    private static final int NEWEST = Opcodes.V27;

    private final List<Member> methods = new ArrayList<>();

    private record Member(String name, String descriptor, MethodCode code) {}

    private ClassFile(byte[] file) {
        ClassReader reader = new ClassReader(readable(file));
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        Member method = new Member(name, descriptor, new MethodCode());
                        methods.add(method);
                        return method.code;
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** A JDK newer than the library has added little to the format: a contract must not depend on which one compiled. */
    static byte[] readable(byte[] file) {
        int version = Byte.toUnsignedInt(file[MAJOR_VERSION]) << 8 | Byte.toUnsignedInt(file[MAJOR_VERSION + 1]);
        if (version > NEWEST) {
            file[MAJOR_VERSION] = 0;
            file[MAJOR_VERSION + 1] = NEWEST;
        }
        return file;
    }

    /** Returns the name of the file that a class of a folder was compiled from; null where that is not known. */
    public static @Nullable String sourceFile(Class<?> type) {
        String name = type.getName();
        URL file = type.getResource(name.substring(name.lastIndexOf('.') + 1) + ".class");
        if (file == null || !file.getProtocol().equals("file")) {
            return null;
        }
        try (InputStream in = file.openStream()) {
            String[] found = new String[1];
            new ClassReader(readable(in.readAllBytes()))
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public void visitSource(@Nullable String source, @Nullable String debug) {
                                    found[0] = source;
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            return found[0];
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static @Nullable ClassFile of(Class<?> type) {
        try {
            return new ClassFile(bytes(type));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null; // It is not there, or not in a format that is known.
        }
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    /** Returns the texts that stand in a class's code, sorted; none where its file cannot be read. */
    public static SortedSet<String> texts(Class<?> type) {
        SortedSet<String> texts = new TreeSet<>();
        try {
            ClassReader reader = new ClassReader(readable(bytes(type)));
            char[] buffer = new char[reader.getMaxStringLength()];
            for (int i = 1; i < reader.getItemCount(); i++) {
                int item = reader.getItem(i);
                if (item > 0 && reader.readByte(item - 1) == STRING_CONSTANT) {
                    texts.add((String) reader.readConst(i, buffer));
                }
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return texts; // As much as is in a format that is known.
        }
        return texts;
    }

    /** Returns the methods' names in the order of the file; none where the file cannot be read. */
    public static List<String> methods(Class<?> type) {
        ClassFile file = of(type);
        return file == null
                ? List.of()
                : file.methods.stream().map(Member::name).toList();
    }

    /** Returns the name of the field that a method gives, where that is all it does; otherwise null. */
    public static @Nullable String givenField(Method getter) {
        ClassFile file = of(getter.getDeclaringClass());
        String descriptor = Type.getMethodDescriptor(getter);
        for (Member method : file == null ? List.<Member>of() : file.methods) {
            if (method.name.equals(getter.getName()) && method.descriptor.equals(descriptor)) {
                return method.code.givenField();
            }
        }
        return null;
    }

    /**
     * Returns true if a constructor may give a field a value.
     *
     * @param type the class of the object: the field's own or one that extends it
     */
    public static boolean constructorSets(Class<?> type, Field field) {
        Class<?> last = field.getDeclaringClass().getSuperclass();
        for (Class<?> c = type; c != null && c != last; c = c.getSuperclass()) {
            if (setting(c, field).contains(CONSTRUCTOR)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the names of the methods of the field's class that may give it a value; of a file that cannot be read, the constructor's. */
    public static List<String> methodsThatSet(Field field) {
        return setting(field.getDeclaringClass(), field);
    }

    private static List<String> setting(Class<?> type, Field field) {
        ClassFile file = of(type);
        List<String> owners = List.of(Type.getInternalName(type), Type.getInternalName(field.getDeclaringClass()));
        return file == null
                ? List.of(CONSTRUCTOR)
                : file.methods.stream()
                        .filter(method -> method.code.sets(field.getName(), owners))
                        .map(Member::name)
                        .toList();
    }

    /** Returns true if a record's canonical constructor gives a field its parameter as it came; false if that is not plain to see. */
    public static boolean keepsWhatItIsGiven(Class<?> type, String field) {
        ClassFile file = of(type);
        if (file == null) {
            return false;
        }
        StringBuilder descriptor = new StringBuilder("(");
        int variable = 0;
        int next = 1;
        for (RecordComponent component : type.getRecordComponents()) {
            variable = component.getName().equals(field) ? next : variable;
            next += Type.getType(component.getType()).getSize();
            descriptor.append(Type.getDescriptor(component.getType()));
        }
        String canonical = descriptor.append(")V").toString();
        int parameter = variable;
        return file.methods.stream()
                .filter(method -> method.name.equals(CONSTRUCTOR) && method.descriptor.equals(canonical))
                .anyMatch(method -> method.code.keeps(field, parameter));
    }
}
