package io.github.cxonetools.report.text;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the lines of a console go, each to what prints its level.
 *
 * @param info for outcomes
 * @param warn for what the user should look at
 * @param error for what fails
 * @param style what the console can do
 * @param paths how it names files
 */
public record ConsoleLog(
        Consumer<String> info,
        Consumer<String> warn,
        Consumer<String> error,
        ConsoleStyle style,
        Function<Path, String> paths) {

    /** A console that can do nothing, and names files in full. */
    public ConsoleLog(Consumer<String> info, Consumer<String> warn, Consumer<String> error) {
        this(info, warn, error, ConsoleStyle.PLAIN, Path::toString);
    }

    /** A file's name as people find it. */
    public String shown(Path file) {
        return paths.apply(file);
    }

    /** Prints an outcome. */
    public void info(String line) {
        info.accept(line);
    }

    /** Prints what the user should look at. */
    public void warn(String line) {
        warn.accept(line);
    }

    /** Prints what fails. */
    public void error(String line) {
        error.accept(line);
    }
}
