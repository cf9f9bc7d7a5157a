package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** One {@code <action>} of the POM. Members have no entry in the plugin's descriptor; the README documents them. */
public final class Action {

    private @Nullable String name;
    private @Nullable String version;
    private @Nullable String description;
    private @Nullable String handler;
    private @Nullable String input;
    private @Nullable String output;
    private @Nullable String handlerUrl;
    private int timeoutMs = ActionDefinition.DEFAULT_TIMEOUT_MS;

    /** An {@code <action>} of another module's POM, which Maven does not convert for this one's goal. */
    static Action of(Xpp3Dom element) {
        Action action = new Action();
        action.name = text(element, "name");
        action.version = text(element, "version");
        action.description = text(element, "description");
        action.handler = text(element, "handler");
        action.input = text(element, "input");
        action.output = text(element, "output");
        action.handlerUrl = text(element, "handlerUrl");
        String timeout = text(element, "timeoutMs");
        action.timeoutMs = timeout == null ? ActionDefinition.DEFAULT_TIMEOUT_MS : Integer.parseInt(timeout.strip());
        return action;
    }

    private static @Nullable String text(Xpp3Dom element, String name) {
        Xpp3Dom child = element.getChild(name);
        return child == null ? null : child.getValue();
    }

    /** The name as it stands in the POM; null where it is missing or blank. */
    @Nullable
    String name() {
        return trimmed(name);
    }

    /**
     * The definition, with the project's version and description where the action has none.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    ActionDefinition toDefinition(MavenProject project) {
        String action = name();
        if (action == null) {
            throw new IllegalArgumentException("An <action> has no <name>");
        }
        String ownVersion = trimmed(version);
        String ownDescription = trimmed(description);
        return new ActionDefinition(
                action,
                ownVersion == null ? project.getVersion() : ownVersion,
                ownDescription == null ? trimmed(project.getDescription()) : ownDescription,
                trimmed(handler),
                trimmed(input),
                trimmed(output),
                url(action),
                timeoutMs);
    }

    private @Nullable URI url(String action) {
        String text = trimmed(handlerUrl);
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    action + ": handlerUrl is no URL (" + e.getReason()
                            + "). Use one like https://actions.example.com/path",
                    e);
        }
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
