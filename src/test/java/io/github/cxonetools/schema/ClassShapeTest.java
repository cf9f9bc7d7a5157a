package io.github.cxonetools.schema;

import io.github.cxonetools.schema.contract.ClassShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a class file counts as declared, and what becomes of files that are none. */
class ClassShapeTest {

    private static final String NOT_A_CLASS = "?";

    @TempDir
    private Path directory;

    @Test
    void namesAndValuesOfEveryKindCount() throws Exception {
        List<String> bodies = List.of(
                "public int size;",
                "public int a1;",
                "public int a2;",
                "public int a3;",
                "public int b1;",
                "public int aa;",
                "public int bB;",
                "public int bb;",
                "public int größe;",
                "public int größer;",
                "public int \u6570;",
                "public int \uD801\uDC00;",
                "public static final int A = 1;",
                "public static final int A = 2;",
                "public static final long A = 2;",
                "public static final float A = 2;",
                "public static final double A = 2;",
                "public static final double A = 3;",
                "public static final String A = \"ä\";",
                "public static final String A = \"\\u0000\";",
                "public static final String A = \"\";");
        Set<String> shapes = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            shapes.add(ClassShape.of(file("p" + i, bodies.get(i))));
        }

        assertThat(shapes).hasSameSizeAs(bodies).doesNotContain(NOT_A_CLASS);
    }

    @Test
    void codeDoesNotCount() throws Exception {
        assertThat(ClassShape.of(file("a", "int twice(int of) { return of + of; }")))
                .isEqualTo(ClassShape.of(file("b", "int twice(int of) { return 2 * of; }")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "public int a;", "public void a() { b(); } private static void b() {}"})
    void whatACoverageToolAddsIsToldApart(String body) throws Exception {
        byte[] file = file("a", body);

        assertThat(ClassShape.of(covered(file))).isEqualTo("+" + ClassShape.of(file));
        assertThat(ClassShape.of(covered(file("b", body + " int more;"))))
                .startsWith("+")
                .isNotEqualTo("+" + ClassShape.of(file));
    }

    /** As JaCoCo does it: members of its own, in a file with the same constants and some more. */
    private static byte[] covered(byte[] file) {
        ClassReader reader = new ClassReader(file);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        int access = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
        writer.visitField(access | Opcodes.ACC_TRANSIENT, "$jacocoData", "[Z", null, null);
        MethodVisitor method = writer.visitMethod(access, "$jacocoInit", "()[Z", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void aFileThatIsCutOffIsNone() throws Exception {
        byte[] whole = file("a", "@Deprecated public int größe; public int more() { return 1; }");

        for (int length = 0; length < whole.length; length++) {
            assertThat(ClassShape.of(Arrays.copyOf(whole, length))).isEqualTo(NOT_A_CLASS);
        }
    }

    @Test
    void aFileThatIsDamagedIsReadOrNone() throws Exception {
        byte[] whole = file("a", "@Deprecated public int größe; public int more() { return 1; }");

        for (int i = 0; i < whole.length; i++) {
            for (int value : new int[] {0, 1, 7, 8, 255}) {
                byte[] damaged = whole.clone();
                damaged[i] = (byte) value;
                assertThat(ClassShape.of(damaged)).isNotEmpty();
            }
        }
    }

    private byte[] file(String folder, String body) throws Exception {
        return Files.readAllBytes(Compiled.into(directory.resolve(folder), List.of(), "public class A { " + body + " }")
                .resolve("A.class"));
    }
}
