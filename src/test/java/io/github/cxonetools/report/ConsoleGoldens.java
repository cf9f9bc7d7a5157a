package io.github.cxonetools.report;

import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed on a console of 80 and of 140 columns, as Maven prints it, held by a golden file each; {@code -Dgolden.update}
 * writes them anew. Colours stand there as {@code <red>…</>}. The same without colour, and in ASCII, is held against it.
 */
public final class ConsoleGoldens {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/cxonetools/report/console");

    private ConsoleGoldens() {}

    /** Prints to a console. */
    @FunctionalInterface
    public interface Printing {
        void to(ConsoleLog log) throws Exception;
    }

    public static void hold(String name, Printing printing) throws Exception {
        for (int columns : new int[] {80, 140}) {
            List<String> coloured = printed(ConsoleStyle.ofColumns(true, true, columns), printing);
            List<String> plain = printed(ConsoleStyle.ofColumns(false, true, columns), printing);
            List<String> ascii = printed(ConsoleStyle.ofColumns(false, false, columns), printing);

            assertThat(coloured.stream().map(ConsoleGoldens::withoutColour).toList())
                    .as("colour changes nothing else")
                    .isEqualTo(plain);
            assertThat(String.join("\n", ascii)).matches("[\\x20-\\x7E\\n]*");
            for (List<String> lines : List.of(plain, ascii)) {
                assertThat(lines)
                        .filteredOn(line -> Stream.of("again: ", "Report: ", "To accept it: ", "mvn cxone:")
                                .noneMatch(line::contains))
                        .allSatisfy(line ->
                                assertThat(ConsoleText.width(line)).as(line).isLessThanOrEqualTo(columns));
            }
            golden(
                    name + "-" + columns,
                    coloured.stream().map(ConsoleGoldens::marked).toList());
        }
    }

    /** The lines as Maven prints them. */
    public static List<String> printed(ConsoleStyle style, Printing printing) throws Exception {
        List<String> lines = new ArrayList<>();
        printing.to(new ConsoleLog(
                line -> lines.add("[INFO] " + VisibleText.onConsole(line)),
                line -> lines.add("[WARNING] " + VisibleText.onConsole(line)),
                line -> lines.add("[ERROR] " + VisibleText.onConsole(line)),
                style,
                path -> path.toString().replace('\\', '/')));
        return lines;
    }

    private static String withoutColour(String line) {
        return line.replaceAll("\u001B\\[\\d+m", "");
    }

    private static String marked(String line) {
        return line.replace("\u001B[0m", "</>")
                .replace("\u001B[1m", "<bold>")
                .replace("\u001B[2m", "<faint>")
                .replace("\u001B[31m", "<red>")
                .replace("\u001B[32m", "<green>")
                .replace("\u001B[33m", "<yellow>");
    }

    private static void golden(String name, List<String> lines) {
        Path file = FOLDER.resolve(name + ".txt");
        String text = String.join("\n", lines) + "\n";
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
