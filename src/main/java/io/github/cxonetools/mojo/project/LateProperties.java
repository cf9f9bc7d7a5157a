package io.github.cxonetools.mojo.project;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Replaces {@code @{name}} when a goal runs, because another plugin may have set the property since Maven read the POM. */
public final class LateProperties {

    private static final Pattern REFERENCE = Pattern.compile("@\\{([^}]+)}");

    private LateProperties() {}

    /** The text with every reference replaced; one that names no property becomes empty, as with Surefire. */
    public static String replace(String text, MavenProject project, MavenSession session) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = session.getUserProperties()
                    .getProperty(name, project.getProperties().getProperty(name, ""));
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(replaced).toString().strip();
    }
}
