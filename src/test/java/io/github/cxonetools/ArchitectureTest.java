package io.github.cxonetools;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Holds the architecture to the site's page: floors, rooms, doors, and the absence of circles. */
class ArchitectureTest {

    private static final String ROOT = "io.github.cxonetools.";

    private static final ArchitecturePage PAGE = new ArchitecturePage();

    private static final Set<String> ALLOWED_SIDEWAYS = Set.of("metrics -> deployment");

    /** Where there are more, a newcomer does not find theirs. */
    private static final int MOST_CLASSES = 35;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cxonetools");

    @Test
    void everyArrowBetweenRoomsGoesDown() {
        List<String> wrong = new ArrayList<>();
        arrows().forEach((arrow, classes) -> {
            String from = room(arrow.from());
            String to = room(arrow.to());
            if (!from.equals(to)
                    && floor(PAGE.floors(), from) >= floor(PAGE.floors(), to)
                    && !ALLOWED_SIDEWAYS.contains(from + " -> " + to)) {
                wrong.add(arrow + " by " + classes);
            }
        });
        Assertions.assertThat(wrong).isEmpty();
    }

    @Test
    void everyArrowWithinARoomGoesDown() {
        List<String> wrong = new ArrayList<>();
        Map<String, List<List<String>>> floors = PAGE.innerFloors();
        arrows().forEach((arrow, classes) -> {
            String room = room(arrow.from());
            if (room.equals(room(arrow.to()))) {
                List<List<String>> inner = floors.getOrDefault(room, List.of());
                if (floor(inner, arrow.from()) >= floor(inner, arrow.to())) {
                    wrong.add(arrow + " by " + classes);
                }
            }
        });
        Assertions.assertThat(wrong).isEmpty();
    }

    @Test
    void noPackagesFormACircle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void thePageDescribesEveryPackageOnce() {
        Assertions.assertThat(PAGE.rooms()).containsExactlyInAnyOrderElementsOf(packages());
    }

    /** A type that is used from outside its package is one of the package's doors, and each door is used. */
    @Test
    void thePageNamesTheDoors() {
        Map<String, Set<String>> used = new TreeMap<>();
        dependencies(dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            used.computeIfAbsent(local(target), room -> new TreeSet<>()).add(topLevel(target));
        });
        Map<String, List<String>> expected = new TreeMap<>();
        used.forEach((room, types) -> expected.put(room, List.copyOf(types)));
        Assertions.assertThat(doorsText(PAGE.doors()))
                .as("the section \"Doors\" of architecture.md")
                .isEqualTo(doorsText(expected));
    }

    @Test
    void noPackageHoldsMoreThanAReaderCanKeepInMind() {
        Map<String, Set<String>> classes = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            classes.computeIfAbsent(local(type), room -> new TreeSet<>()).add(topLevel(type));
        }
        // Made by the build, and by the compiler: neither is a class to find.
        classes.values().forEach(types -> types.removeAll(Set.of("HelpMojo", "package-info")));
        classes.values().removeIf(types -> types.size() <= MOST_CLASSES);
        Assertions.assertThat(classes).isEmpty();
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
        "schema, org.objectweb.asm..",
        "tenant, java.sql..",
        "tenant, javax.sql..",
        "tenant, org.h2..",
        "tenant, com.sun.net.httpserver..",
    })
    void onlyTheNamedRoomsSeeALibrary(String rooms, String library) {
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

    /** What Maven's console can do, only classes of Maven know that plugins are not compiled against. */
    @Test
    void onlySchemaAndTheWorkerLoadClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "schema..", ROOT + "execution.worker..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "mojo.project.MavenConsole")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ClassLoader.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .check(CLASSES);
    }

    /** Arrows between packages, with the classes that draw them. */
    private static Map<Arrow, Set<String>> arrows() {
        Map<Arrow, Set<String>> arrows = new TreeMap<>(Comparator.comparing(Arrow::toString));
        dependencies(dependency -> arrows.computeIfAbsent(
                        new Arrow(
                                local(dependency.getOriginClass()),
                                local(dependency.getTargetClass().getBaseComponentType())),
                        arrow -> new TreeSet<>())
                .add(dependency.getOriginClass().getSimpleName()));
        return arrows;
    }

    /** What a class of one package uses of another of ours. */
    private static void dependencies(Consumer<Dependency> visitor) {
        for (JavaClass from : CLASSES) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT)
                        && !target.getPackageName().equals(from.getPackageName())) {
                    visitor.accept(dependency);
                }
            }
        }
    }

    private static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        CLASSES.forEach(type -> packages.add(local(type)));
        return packages;
    }

    /** A package's name below the root. */
    private static String local(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    private static String room(String packageName) {
        return packageName.split("\\.")[0];
    }

    private static String topLevel(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).split("\\$")[0];
    }

    private static String doorsText(Map<String, List<String>> doors) {
        StringBuilder text = new StringBuilder();
        doors.forEach((room, types) -> text.append("- `")
                .append(room)
                .append("`: ")
                .append(String.join(", ", types))
                .append('\n'));
        return text.toString();
    }

    /** Counted from the top. */
    private static int floor(List<List<String>> floors, String room) {
        for (int floor = 0; floor < floors.size(); floor++) {
            if (floors.get(floor).contains(room)) {
                return floor;
            }
        }
        throw new AssertionError("The package " + room + " stands on no floor");
    }

    /** Packages, by their names below the root. */
    private record Arrow(String from, String to) {

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }
}
