package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.ActionDefinition;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <action>} of the POM. Its elements have no entry in the plugin's descriptor; the README documents them. They
 * come as texts, because Maven's own conversion ends with a class's name instead of the element's; for the same reason the
 * class is not named as the element is, by which Maven would find it.
 */
public final class ActionElement {

    /** The elements that an {@code <action>} may have. */
    public static final List<String> ELEMENTS =
            List.of("name", "version", "description", "handler", "input", "output", "handlerUrl", "timeoutMs");

    private final Map<String, @Nullable String> elements;

    private ActionElement(Map<String, @Nullable String> elements) {
        this.elements = elements;
    }

    /** An {@code <action>} as Maven converts it: properties, the one kind of texts that it knows in lists on each version. */
    public static ActionElement of(Properties converted) {
        Map<String, @Nullable String> elements = new HashMap<>();
        for (String element : converted.stringPropertyNames()) {
            elements.put(element, converted.getProperty(element));
        }
        return new ActionElement(elements);
    }

    /** An {@code <action>} of another module's POM, which Maven does not convert for this one's goal. */
    public static ActionElement of(Xpp3Dom element) {
        Map<String, @Nullable String> elements = new HashMap<>();
        for (Xpp3Dom child : element.getChildren()) {
            elements.put(child.getName(), child.getValue());
        }
        return new ActionElement(elements);
    }

    /** As {@link #name}, of an {@code <action>} of which nothing else is asked. */
    static @Nullable String nameOf(Xpp3Dom element) {
        Xpp3Dom name = element.getChild("name");
        return trimmed(name == null ? null : name.getValue());
    }

    /** The name as it stands in the POM; null where it is missing or blank. */
    @Nullable
    public String name() {
        return text("name");
    }

    /** Its handler's class, as it stands in the POM; null where it has none. */
    @Nullable
    String handler() {
        return text("handler");
    }

    /** Where its handler is, as it stands in the POM; nothing where it has none. */
    public String handlerUrl() {
        String text = text("handlerUrl");
        return text == null ? "" : text;
    }

    /**
     * The definition, with the project's version, and the description that its POM has itself, where the action has none.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    ActionDefinition toDefinition(MavenProject project) {
        String action = name();
        if (action == null) {
            throw new IllegalArgumentException("An <action> has no <name>");
        }
        String ownVersion = text("version");
        String ownDescription = text("description");
        return new ActionDefinition(
                action,
                ownVersion == null ? project.getVersion() : ownVersion,
                ownDescription == null ? ProjectFacts.ownDescription(project) : ownDescription,
                text("handler"),
                text("input"),
                text("output"),
                url(action),
                timeoutMs(action));
    }

    private int timeoutMs(String action) {
        String text = text("timeoutMs");
        try {
            return text == null ? ActionDefinition.DEFAULT_TIMEOUT_MS : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(action + ": timeoutMs is " + text + ". Use milliseconds, 1 to 60000", e);
        }
    }

    private @Nullable URI url(String action) {
        String text = text("handlerUrl");
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            // Not kept as a cause: its message quotes the URL.
            throw new IllegalArgumentException(action + ": handlerUrl is not a URL (" + e.getReason()
                    + "). Use one like https://actions.example.com/path");
        }
    }

    private @Nullable String text(String element) {
        return trimmed(elements.get(element));
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
