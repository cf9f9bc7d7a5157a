package io.github.cxonetools;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Holds the floors of the house: an arrow goes down, never up or sideways, with one exception. */
class ArchitectureTest {

    private static final String ROOT = "io.github.cxonetools.";

    /** From the top. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("mojo"),
            Set.of("report"),
            Set.of("simulator", "tenant"),
            Set.of("execution", "metrics", "deployment"),
            Set.of("schema", "client"),
            Set.of("action"));

    private static final Set<String> ALLOWED_SIDEWAYS = Set.of("metrics -> deployment");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cxonetools");

    @Test
    void everyArrowGoesDown() {
        List<String> wrong = new ArrayList<>();
        arrows().forEach((arrow, classes) -> {
            String[] ends = arrow.split(" -> ");
            if (floor(ends[0]) <= floor(ends[1]) && !ALLOWED_SIDEWAYS.contains(arrow)) {
                wrong.add(arrow + " by " + classes);
            }
        });
        Assertions.assertThat(wrong).isEmpty();
    }

    @Test
    void everyClassStandsOnAFloor() {
        noClasses()
                .should()
                .resideOutsideOfPackages(FLOORS.stream()
                        .flatMap(Set::stream)
                        .map(room -> ROOT + room + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void theWorkerUsesTheJdkAlone() {
        noClasses()
                .that()
                .resideInAPackage("..execution.worker..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "javax.management..", "jdk..", "com.sun.management..", ROOT + "execution.worker..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest(name = "only {0} see {1}")
    @CsvSource({
        "mojo, org.apache.maven..",
        "mojo, org.codehaus.plexus..",
        "mojo, javax.inject..",
        "client execution, okhttp3..",
        "schema, com.github.victools..",
        "schema, com.networknt..",
        "tenant, java.sql..",
        "tenant, javax.sql..",
        "tenant, org.h2..",
        "tenant, com.sun.net.httpserver..",
    })
    void onlyTheseSee(String rooms, String library) {
        String[] allowed = List.of(rooms.split(" ")).stream()
                .map(room -> ROOT + room + "..")
                .toArray(String[]::new);
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
        rule.check(CLASSES);
    }

    @Test
    void onlySchemaAndTheWorkerLoadClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "schema..", ROOT + "execution.worker..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ClassLoader.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .check(CLASSES);
    }

    /** Arrows between rooms, with the classes that draw them. */
    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass from : CLASSES) {
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                String source = room(from.getPackageName());
                if (target.startsWith(ROOT) && !room(target).equals(source)) {
                    arrows.computeIfAbsent(source + " -> " + room(target), arrow -> new TreeSet<>())
                            .add(from.getSimpleName());
                }
            });
        }
        return arrows;
    }

    private static String room(String packageName) {
        return packageName.substring(ROOT.length()).split("\\.")[0];
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return FLOORS.size() - floor;
            }
        }
        throw new AssertionError("The package " + room + " stands on no floor");
    }
}
