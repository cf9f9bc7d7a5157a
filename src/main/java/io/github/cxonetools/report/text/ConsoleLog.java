package io.github.cxonetools.report.text;

import java.util.function.Consumer;

/**
 * Where the lines of a console go, each to what prints its level.
 *
 * @param info for outcomes
 * @param warn for what the user should look at
 * @param error for what fails
 * @param style what the console can do
 */
public record ConsoleLog(Consumer<String> info, Consumer<String> warn, Consumer<String> error, ConsoleStyle style) {

    /** A console that can do nothing. */
    public ConsoleLog(Consumer<String> info, Consumer<String> warn, Consumer<String> error) {
        this(info, warn, error, ConsoleStyle.PLAIN);
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
