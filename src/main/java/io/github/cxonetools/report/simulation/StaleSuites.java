package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.report.text.IndentedXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Suites of actions that are gone. Surefire writes into the same directory, so each file of ours says whose it is. */
final class StaleSuites {

    private static final String MARK = "cxone-maven-plugin.execution";

    private static final String SHARD = "cxone.shard";

    private static final String BEGINNING = "TEST-" + JUnitXml.PREFIX + ".";

    private static final String ENDING = ".xml";

    /** The mark is in a file's first lines. */
    private static final int HEAD = 4096;

    private StaleSuites() {}

    /** Writes by which a later run knows the suite that has just been opened, and which part of the fixtures it is of. */
    static void mark(IndentedXml xml, JUnitRun run, @Nullable String shard) throws XMLStreamException {
        xml.open("properties");
        property(xml, MARK, run.execution());
        if (shard != null) {
            property(xml, SHARD, shard);
        }
        xml.close();
    }

    private static void property(IndentedXml xml, String name, String value) throws XMLStreamException {
        xml.open("property");
        xml.attribute("name", name);
        xml.attribute("value", value);
        xml.close();
    }

    static void remove(Path directory, JUnitRun run) throws UnavailableException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, BEGINNING + "*" + ENDING)) {
            for (Path file : files) {
                if (!run.declared().contains(action(file))
                        && Files.isRegularFile(file)
                        && head(file).contains(line(run))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UnavailableException("Could not remove reports of actions that are gone from " + directory, e);
        }
    }

    private static String action(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(BEGINNING.length(), name.length() - ENDING.length());
    }

    private static String line(JUnitRun run) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IndentedXml.writeFragment(bytes, xml -> property(xml, MARK, run.execution()));
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }
}
