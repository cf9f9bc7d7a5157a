package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.jspecify.annotations.Nullable;

/** Every name by which somebody can configure a goal of this plugin, as its own descriptor lists them. */
final class KnownNames {

    /** The project properties that tests find the tenant by that {@code start-tenant} has given to their module. */
    static final List<String> TENANT_PROPERTIES =
            List.of("cxone.tenant.url", "cxone.tenant.port", "cxone.tenant.credentialsFile");

    private static final String PREFIX = "cxone.";
    private static final String EXPRESSION = "${";

    private final SortedSet<String> parameters = new TreeSet<>();
    private final SortedSet<String> properties = new TreeSet<>(TENANT_PROPERTIES);

    KnownNames(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (Parameter parameter : goal.getParameters()) {
                if (parameter.isEditable()) {
                    parameters.add(parameter.getName());
                    addProperty(parameter.getExpression());
                }
            }
        }
    }

    private void addProperty(@Nullable String expression) {
        if (expression != null
                && expression.startsWith(PREFIX, EXPRESSION.length())
                && expression.startsWith(EXPRESSION)
                && expression.indexOf('}') == expression.length() - 1) {
            properties.add(expression.substring(EXPRESSION.length(), expression.length() - 1));
        }
    }

    /** Whether a property means to configure this plugin; the case of the prefix may be mistyped too. */
    static boolean isOurs(String property) {
        return property.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    boolean isProperty(String name) {
        return properties.contains(name);
    }

    boolean isParameter(String name) {
        return parameters.contains(name);
    }

    /** Whether an unknown property is likely to be meant as a known one, rather than to be the project's own. */
    boolean isMistyped(String property) {
        return NearestName.isMistyped(
                property.substring(PREFIX.length()),
                NearestName.of(property, properties).substring(PREFIX.length()));
    }

    /** What to do about a property that no goal knows. */
    String adviceForProperty(String name) {
        String parameter = name.substring(PREFIX.length());
        return parameters.contains(parameter)
                ? "<" + parameter + "> is set in the POM's <configuration> only"
                : "Did you mean " + NearestName.of(name, properties) + "?";
    }

    /** What to do about an element of the configuration that no goal knows. */
    String adviceForElement(String name) {
        return "Did you mean <" + NearestName.of(name, parameters) + ">?";
    }
}
