package io.github.cxonetools.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes that a test writes, compiled into a folder. */
final class Compiled {

    private static final Pattern NAME = Pattern.compile("(?:class|record|interface|enum)\\s+(\\w+)");

    private Compiled() {}

    /** Compiles sources without a package, against {@code classPath}. */
    static Path into(Path folder, List<Path> classPath, String... sources) throws IOException {
        return into(folder, classPath, List.of(), sources);
    }

    static Path into(Path folder, List<Path> classPath, List<String> options, String... sources) throws IOException {
        Files.createDirectories(folder);
        Path sourceFolder = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "source");
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.toString(),
                "-proc:none",
                "-parameters",
                "-cp",
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(System.getProperty("path.separator")))));
        arguments.addAll(options);
        for (String source : sources) {
            Matcher name = NAME.matcher(source);
            assertThat(name.find()).isTrue();
            Path file = sourceFolder.resolve(name.group(1) + ".java");
            Files.writeString(file, source);
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).isZero();
        return folder;
    }
}
