package io.github.cxonetools.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which names stand between {@code @}: a project's files, and elements of its POM. */
final class Templates {

    private static final Pattern NAME = Pattern.compile("( *)@([A-Za-z.]+)@");

    private final Map<String, String> values = new TreeMap<>();

    /**
     * For one action.
     *
     * @param plugin this plugin, of which the POM has the coordinates
     */
    Templates(ScaffoldNames names, PluginCoordinates plugin) {
        values.put("package", names.packageName());
        values.put("handler", names.handler());
        values.put("artifactId", names.artifactId());
        values.put("action.name", names.action());
        values.put("pluginGroupId", plugin.groupId());
        values.put("pluginArtifactId", plugin.artifactId());
        values.put("pluginVersion", plugin.version());
        for (String element : new String[] {"action", "dependencies", "plugin", "profile"}) {
            values.put(element, text(element + ".xml").stripTrailing());
        }
    }

    /** The text of a template; one that stands in another takes its indentation. */
    String text(String name) {
        Matcher matcher = NAME.matcher(template(name));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = Objects.requireNonNull(values.get(matcher.group(2)), matcher.group());
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(matcher.group(1) + value.replace("\n", "\n" + matcher.group(1))));
        }
        return matcher.appendTail(text).toString();
    }

    private static String template(String name) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's own " + name + " cannot be read", e);
        }
    }
}
