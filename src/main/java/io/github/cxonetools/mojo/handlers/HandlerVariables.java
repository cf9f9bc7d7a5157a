package io.github.cxonetools.mojo.handlers;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the project sets for its handlers' JVM, with Surefire's rules: an empty variable is empty, an empty property is not
 * set, and the command line comes before the POM.
 *
 * @param environment variables
 * @param systemProperties system properties
 */
public record HandlerVariables(SortedMap<String, String> environment, SortedMap<String, String> systemProperties) {

    /** As a goal has them. */
    public static HandlerVariables of(
            @Nullable Map<String, String> environment,
            @Nullable Map<String, String> systemProperties,
            MavenSession session,
            Log log) {
        SortedMap<String, String> variables = new TreeMap<>();
        given(environment).forEach((name, value) -> {
            if (name.toUpperCase(Locale.ROOT).startsWith("CXONE_")) {
                log.warn("<environmentVariables> sets " + name
                        + ", which does not reach a handler: CXONE_… is for this plugin. Choose another name");
            } else {
                variables.put(name, value == null ? "" : value);
            }
        });
        Properties user = session.getUserProperties();
        SortedMap<String, String> properties = new TreeMap<>();
        given(systemProperties).forEach((name, value) -> {
            String effective = user.getProperty(name, value);
            if (effective != null) {
                properties.put(name, effective);
            }
        });
        return new HandlerVariables(variables, properties);
    }

    /** As the POM of {@code module} has them, for a goal that acts on the handlers of all modules. */
    public static HandlerVariables of(MavenProject module, String pluginKey, MavenSession session, Log log) {
        Plugin plugin = module.getPlugin(pluginKey);
        Object configuration = plugin == null ? null : plugin.getConfiguration();
        return of(
                texts(configuration, "environmentVariables"),
                texts(configuration, "systemPropertyVariables"),
                session,
                log);
    }

    private static Map<String, String> texts(@Nullable Object configuration, String parameter) {
        Map<String, String> texts = new TreeMap<>();
        if (configuration instanceof Xpp3Dom dom && dom.getChild(parameter) != null) {
            for (Xpp3Dom child : dom.getChild(parameter).getChildren()) {
                texts.put(child.getName(), child.getValue());
            }
        }
        return texts;
    }

    private static Map<String, String> given(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
