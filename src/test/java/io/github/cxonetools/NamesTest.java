package io.github.cxonetools;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the names of types and predicates, and that each type is introduced by a sentence. */
class NamesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cxonetools");

    /** Names that two rooms give to the same thing: each with what it is in both. */
    private static final Map<String, String> SAME_MEANING = Map.of(
            "ArrayOf", "a generic array type, here and in the handlers' JVM, whose code uses the JDK alone",
            "Repeat", "the repetition of a regular expression, as parsed and as a language",
            "Sequence", "the concatenation of regular expressions, as parsed and as a language");

    private static final Pattern PLURAL = Pattern.compile("(are|have|were)([A-Z].*)?");

    private static final Pattern DECLARATION = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed|non-sealed|strictfp) )*(?:class|interface|record|enum|@interface) ",
            Pattern.MULTILINE);

    private static final Pattern SENTENCE = Pattern.compile("\\S+ \\S+.*[.:]", Pattern.DOTALL);

    @Test
    void noPackageHasTwoTypesOfOneName() {
        assertThat(twins(type -> type.getPackageName() + "." + type.getSimpleName()))
                .isEmpty();
    }

    /** Where a name is used twice on purpose, it means the same. */
    @Test
    void noTwoTypesOfOneNameMeanDifferentThings() {
        assertThat(twins(JavaClass::getSimpleName).keySet()).isEqualTo(SAME_MEANING.keySet());
    }

    @Test
    void whatAnswersYesOrNoIsNamedInTheSingular() {
        Set<String> plural = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (JavaMethod method : type.getMethods()) {
                if (method.getRawReturnType().getName().equals("boolean")
                        && PLURAL.matcher(method.getName()).matches()) {
                    plural.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(plural).isEmpty();
    }

    @Test
    void everyTypeAndEveryPackageIsIntroducedByASentence() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path source : sources()) {
            if (!SENTENCE.matcher(introduction(Files.readString(source))).find()) {
                silent.add(source);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static Map<String, Set<String>> twins(Function<JavaClass, String> name) {
        Map<String, Set<String>> types = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (!type.isAnonymousClass()
                    && !type.isLocalClass()
                    && !type.getSimpleName().equals("package-info")) {
                types.computeIfAbsent(name.apply(type), key -> new TreeSet<>()).add(type.getName());
            }
        }
        types.values().removeIf(twins -> twins.size() == 1);
        return types;
    }

    /** The text of the Javadoc right before a file's type or package; empty where there is none. */
    private static String introduction(String source) {
        Matcher declaration = DECLARATION.matcher(source);
        String head = source.substring(0, declaration.find() ? declaration.start() : source.lastIndexOf("package "));
        int begin = head.lastIndexOf("/**");
        int end = head.lastIndexOf("*/");
        if (begin < 0 || end < begin || head.indexOf("\nimport ", begin) >= 0) {
            return "";
        }
        return head.substring(begin + 3, end).replaceAll("\\s*\\n \\* ?", " ").strip();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}
