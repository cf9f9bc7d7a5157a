package io.github.cxonetools.schema;

import io.github.cxonetools.schema.classes.ClassFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClassFileTest {

    @TempDir
    Path directory;

    private final List<URLClassLoader> loaders = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    @Test
    void methodsComeInTheOrderOfTheFile() throws Exception {
        Class<?> type = compile("class Order { Order() {} void z() {} void a() {} void z(int i) {} }");

        assertThat(ClassFile.methods(type)).containsExactly("<init>", "z", "a", "z");
    }

    /** A class that code made at run time has no file: asked for one, its loader has nothing, or something else. */
    @Test
    void aFileThatCannotBeReadHasNoMethodsAndItsConstructorMaySetAnything() throws Exception {
        Class<?> type = compile("class Unread { String a; String getA() { return a; } }");
        for (byte @Nullable [] file : new byte[][] {null, {}, {1, 2, 3}, new byte[100]}) {
            Class<?> unread = answering(type, file);
            Field field = unread.getDeclaredField("a");

            assertThat(ClassFile.methods(unread)).isEmpty();
            assertThat(ClassFile.givenField(unread.getDeclaredMethod("getA"))).isNull();
            assertThat(ClassFile.methodsThatSet(field)).containsExactly("<init>");
            assertThat(ClassFile.constructorSets(unread, field)).isTrue();
        }
    }

    @Test
    void aFileOfAJdkThatIsStillToComeIsReadAsOneOfToday() throws Exception {
        Class<?> type = compile("class Newer { String a; String getA() { return a; } }");
        byte[] file = Files.readAllBytes(directory.resolve("Newer.class"));
        file[7] = 99;

        assertThat(ClassFile.methods(answering(type, file))).containsExactly("<init>", "getA");
    }

    @ParameterizedTest
    @CsvSource({
        "plain, a",
        "other, b",
        "copy,",
        "orElse,",
        "of,",
        "fixed,",
    })
    void aGetterGivesAFieldWhereThatIsAllItDoes(String getter, @Nullable String field) throws Exception {
        Class<?> type = compile("import java.util.*; class Getters { List<String> a; List<String> b; Getters in;"
                + " static List<String> s;"
                + " List<String> plain() { return a; }"
                + " List<String> plain(int i) { return new ArrayList<>(); }"
                + " List<String> other() { return b; }"
                + " List<String> copy() { return new ArrayList<>(a); }"
                + " List<String> orElse() { return a == null ? b : a; }"
                + " List<String> of() { return in.a; }"
                + " List<String> fixed() { return s; } }");

        assertThat(ClassFile.givenField(type.getDeclaredMethod(getter))).isEqualTo(field);
    }

    @Test
    void aMethodSetsAFieldOfItsOwnClassOnly() throws Exception {
        Class<?> type = compile(
                "class Setters { String a; String b; final Twin twin = new Twin();"
                        + " Setters() { twin.a = \"x\"; b = \"y\"; }"
                        + " void one(String s) { a = s; } void two(Setters s) { s.a = \"z\"; }"
                        + " void three() { twin.a = \"t\"; } String four() { return a; } }",
                "class Twin { String a; }");
        Field field = type.getDeclaredField("a");

        assertThat(ClassFile.methodsThatSet(field)).containsExactly("one", "two");
        assertThat(ClassFile.constructorSets(type, field)).isFalse();
        assertThat(ClassFile.constructorSets(type, type.getDeclaredField("b"))).isTrue();
    }

    @Test
    void theConstructorOfASubclassMaySetWhatItInherits() throws Exception {
        Class<?> type = compile(
                "class Lower extends Upper { Lower() { a = \"x\"; super.b = \"y\"; } }",
                "class Upper { String a; String b; String c = \"z\"; String d; }");
        Class<?> upper = type.getSuperclass();

        assertThat(upper.getDeclaredFields())
                .filteredOn(field -> ClassFile.constructorSets(type, field))
                .extracting(Field::getName)
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(ClassFile.constructorSets(upper, upper.getDeclaredField("a")))
                .isFalse();
    }

    /** 19500 is 0x4c2c, and 0x4c the instruction that stores the first parameter. */
    @Test
    void whatLooksLikeAnInstructionIsNone() throws Exception {
        Class<?> type = compile("record Number(String a) { Number { if (a == null) { System.exit(19500); } } }");

        assertThat(ClassFile.keepsWhatItIsGiven(type, "a")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', true, true",
        "'Kept { if (b != null) { b = b.trim(); } }', true, false",
        "'Kept { a = a == null ? \"\" : a; }', false, true",
        "'Kept { java.util.Objects.requireNonNull(a); }', true, true",
        "'Kept(String a, long n, String b) { this.a = b; this.n = n; this.b = a; }', false, false",
        "'Kept(String a, long n, String b) { if (n > 0) { this.a = a; } else { this.a = \"\"; } this.n = n; "
                + "this.b = n > 1 ? \"\" : b; }', false, false",
        "'Kept(String a, long n, String b) { String c = a; this.a = c; this.n = n; this.b = b; }', false, true",
        "'Kept(String a, long n, String b) { this.a = a; this.n = n; this.b = b; a = \"\"; }', false, true",
    })
    void aRecordKeepsWhatItIsGivenWhereItsConstructorPlainlyDoes(String constructor, boolean a, boolean b)
            throws Exception {
        Class<?> type = compile("record Kept(String a, long n, String b) { " + constructor + " }");

        assertThat(ClassFile.keepsWhatItIsGiven(type, "a")).isEqualTo(a);
        assertThat(ClassFile.keepsWhatItIsGiven(type, "b")).isEqualTo(b);
    }

    /** Compiles classes, and gives the first. */
    private Class<?> compile(String... sources) throws Exception {
        Compiled.into(directory, List.of(directory), sources);
        URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null);
        loaders.add(loader);
        return loader.loadClass(sources[0].replaceAll("(?s).*?(?:class|record) (\\w+).*", "$1"));
    }

    /** The class once more, from a loader that gives other bytes for its file. */
    private Class<?> answering(Class<?> type, byte @Nullable [] file) throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                return file == null ? null : new ByteArrayInputStream(file);
            }
        };
        loaders.add(loader);
        return loader.loadClass(type.getName());
    }
}
