package io.github.cxonetools.schema.classes;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Members of a class with an annotation that its file has (JVMS 4.7.17) and that is not there at run time. */
final class AnnotatedMembers {

    private final String annotation;
    private final Set<String> found = new HashSet<>();

    private AnnotatedMembers(String annotation) {
        this.annotation = annotation;
    }

    /**
     * The fields, and the methods without parameters, each as its name and its type's descriptor; none where the file cannot be
     * read.
     *
     * @param annotation its descriptor
     */
    static Set<String> of(Class<?> type, String annotation) {
        AnnotatedMembers members = new AnnotatedMembers(annotation);
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            if (in != null) {
                new ClassReader(ClassFile.readable(in.readAllBytes()))
                        .accept(members.visitor(), ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Set.of(); // It is not there, or not in a format that is known.
        }
        return members.found;
    }

    private ClassVisitor visitor() {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public FieldVisitor visitField(
                    int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
                return field(name + descriptor);
            }

            @Override
            public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                return method(descriptor.startsWith("()") ? name + descriptor.substring("()".length()) : "");
            }
        };
    }

    private FieldVisitor field(String member) {
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                note(descriptor, member);
                return null;
            }
        };
    }

    private MethodVisitor method(String member) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                note(descriptor, member);
                return null;
            }
        };
    }

    private void note(String descriptor, String member) {
        if (descriptor.equals(annotation)) {
            found.add(member);
        }
    }
}
