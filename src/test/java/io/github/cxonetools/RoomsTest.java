package io.github.cxonetools;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the doors of the rooms: what of a package is used from outside, and of its parts by other parts. */
class RoomsTest {

    private static final String ROOT = "io.github.cxonetools.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cxonetools");

    static List<Room> rooms() {
        return Room.ALL;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void onlyTheDoorsAreUsedFromOutside(Room room) {
        Set<String> used = new TreeSet<>();
        eachUse((from, to) -> {
            if (!isIn(room, from) && isIn(room, to)) {
                used.add(outermost(to).getSimpleName());
            }
        });
        assertThat(used).isEqualTo(new TreeSet<>(room.doors()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void onlyThePartsDoorsAreUsedByOtherParts(Room room) {
        Map<String, Set<String>> used = new TreeMap<>();
        eachUse((from, to) -> {
            if (isIn(room, from) && isIn(room, to) && !part(room, from).equals(part(room, to))) {
                used.computeIfAbsent(part(room, to), part -> new TreeSet<>())
                        .add(outermost(to).getSimpleName());
            }
        });
        room.partDoors()
                .forEach((part, doors) -> assertThat(used.get(part)).as(part).isEqualTo(new TreeSet<>(doors)));
    }

    private static void eachUse(BiConsumer<JavaClass, JavaClass> use) {
        for (JavaClass from : CLASSES) {
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (to.getPackageName().startsWith(ROOT)) {
                    use.accept(from, to);
                }
            });
        }
    }

    private static boolean isIn(Room room, JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT + room.name() + ".");
    }

    private static String part(Room room, JavaClass type) {
        String name = type.getPackageName().substring((ROOT + room.name()).length());
        return name.isEmpty() ? "" : name.substring(1);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(RoomsTest::outermost).orElse(type);
    }
}
