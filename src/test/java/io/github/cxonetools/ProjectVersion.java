package io.github.cxonetools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of this project, as its POM says it: the one place where it is written by hand. */
final class ProjectVersion {

    private static final Pattern OWN =
            Pattern.compile("<artifactId>cxone-maven-plugin</artifactId>\\s*<version>(.*)</version>");

    private ProjectVersion() {}

    static String text() {
        try {
            Matcher own = OWN.matcher(Files.readString(Path.of("pom.xml")));
            if (!own.find()) {
                throw new IllegalStateException("pom.xml has no version");
            }
            return own.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
