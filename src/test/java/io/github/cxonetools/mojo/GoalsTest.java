package io.github.cxonetools.mojo;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A goal reads parameters and asks others to do the work. */
class GoalsTest {

    private static final String PACKAGE = "io.github.cxonetools.mojo";
    private static final Path SOURCES = Path.of("src/main/java/io/github/cxonetools/mojo");

    /** The lines of a file, from its package to its last brace. */
    private static final int LONGEST_WITH_PARAMETERS = 200;

    private static final int LONGEST = 40;

    /** A field that Maven fills, with what is said about it. */
    private static final Pattern PARAMETER =
            Pattern.compile(" {4}(?:/\\*\\*(?:(?!\\*/\\s*\\n).)*\\*/\\s*\\n {4})?@Parameter.*?;\\n", Pattern.DOTALL);

    @Test
    void goalsHaveThreeBases() throws Exception {
        assertThat(sources("Abstract"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("AbstractActionsMojo.java", "AbstractCxoneMojo.java", "AbstractRemoteMojo.java");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aGoalIsShortBesidesItsParameters(Path goal) throws Exception {
        String source = Files.readString(goal);
        String type = source.substring(source.indexOf("{\n", source.indexOf("\npublic class ")) + 2);
        assertThat(PARAMETER.matcher(type).results()).isNotEmpty();

        long lines = PARAMETER
                .matcher(type)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !line.equals("}"))
                .count();

        assertThat(lines).isBetween(5L, (long) LONGEST);
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aGoalFitsOnAFewScreensWithItsParameters(Path goal) throws Exception {
        assertThat(Files.readAllLines(goal)).hasSizeLessThanOrEqualTo(LONGEST_WITH_PARAMETERS);
    }

    /** What a goal inherits, and none of its methods reads, would be a promise to the user that nobody keeps. */
    @ParameterizedTest
    @MethodSource("goalTypes")
    void aGoalReadsEveryParameterThatItInherits(JavaClass goal) {
        Set<JavaClass> types = new LinkedHashSet<>(List.of(goal));
        types.addAll(goal.getAllRawSuperclasses());
        types.removeIf(type -> !type.getPackageName().startsWith(PACKAGE));
        Set<String> read = new TreeSet<>();
        Set<String> parameters = new TreeSet<>();
        for (JavaCodeUnit unit : executed(types)) {
            unit.getFieldAccesses()
                    .forEach(access -> read.add(access.getTarget().getName()));
        }
        for (JavaClass type : types) {
            type.getFields().stream()
                    .filter(field -> field.isAnnotatedWith(Parameter.class))
                    .forEach(field -> parameters.add(field.getName()));
        }

        assertThat(parameters).contains("skip", "session");
        assertThat(read).containsAll(parameters);
    }

    /** What Maven calls, and what that calls within the goal and its bases. */
    private static Set<JavaCodeUnit> executed(Set<JavaClass> types) {
        Set<JavaCodeUnit> executed = new LinkedHashSet<>();
        Deque<JavaCodeUnit> called = new ArrayDeque<>();
        for (JavaClass type : types) {
            type.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .forEach(called::add);
        }
        while (!called.isEmpty()) {
            JavaCodeUnit unit = called.pop();
            if (executed.add(unit)) {
                unit.getCallsFromSelf().forEach(call -> callee(call, types).ifPresent(called::add));
                unit.getMethodReferencesFromSelf()
                        .forEach(reference -> callee(reference, types).ifPresent(called::add));
            }
        }
        return executed;
    }

    /** The method that runs: the goal's own before those of its bases. */
    private static Optional<JavaMethod> callee(JavaCodeUnitAccess<?> access, Set<JavaClass> types) {
        return types.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals(access.getTarget().getName()))
                .filter(method ->
                        method.getRawParameterTypes().equals(access.getTarget().getRawParameterTypes()))
                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT))
                .findFirst();
    }

    static List<JavaClass> goalTypes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGE).stream()
                        .filter(type -> type.isAnnotatedWith(Mojo.class))
                        .filter(type -> !type.getSimpleName().equals("HelpMojo")) // Made by the build.
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .toList();
    }

    static List<Path> goals() throws IOException {
        return sources("").stream()
                .filter(file -> !file.getFileName().toString().startsWith("Abstract"))
                .toList();
    }

    private static List<Path> sources(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches(prefix + "\\w*Mojo\\.java"))
                    .sorted()
                    .toList();
        }
    }
}
