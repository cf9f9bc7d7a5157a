package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.NearestName;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.ActionElement;
import io.github.cxonetools.mojo.project.PropertyReferences;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.ReportPlugin;
import org.apache.maven.model.ReportSet;
import org.apache.maven.model.Reporting;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Looks for names in the configuration that no goal knows: properties, elements of {@code <configuration>} and of
 * {@code <action>}. Maven passes over them, so that a mistyped gate would be none.
 */
public final class ConfigurationCheck {

    private final MavenSession session;
    private final MojoExecution execution;
    private final String pluginKey;
    private final Findings findings = new Findings();

    public ConfigurationCheck(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
        this.pluginKey = execution.getPlugin().getKey();
    }

    /** Looks at what the goal is given in {@code project}; an aggregating goal acts on all modules, and looks at all. */
    public void check(MavenProject project) throws RejectedException {
        KnownNames known = new KnownNames(execution.getMojoDescriptor().getPluginDescriptor());
        PropertyReferences references = new PropertyReferences(session);
        properties("on the command line", session.getUserProperties(), known, references, false);
        properties("in MAVEN_OPTS or .mvn/jvm.config", ofTheJvm(), known, references, false);
        List<MavenProject> modules =
                execution.getMojoDescriptor().isAggregator() ? session.getProjects() : List.of(project);
        for (MavenProject module : modules) {
            String of = " of " + module.getArtifactId();
            properties("in the properties" + of, module.getProperties(), known, references, true);
            plugin(plugin(module), of, known);
            reporting(module.getModel().getReporting(), of, known);
        }
        findings.throwIfAny("The configuration has names that no goal of this plugin knows");
    }

    /** Without those of the command line, which Maven sets for its JVM too. */
    private Properties ofTheJvm() {
        Properties properties = new Properties();
        properties.putAll(session.getSystemProperties());
        for (String typed : session.getUserProperties().stringPropertyNames()) {
            properties.remove(typed);
        }
        return properties;
    }

    /** A project may have properties of its own that begin as ours do; only those that look mistyped are refused. */
    private void properties(
            String where, Properties properties, KnownNames known, PropertyReferences references, boolean mayBeOwn) {
        for (String name : properties.stringPropertyNames()) {
            if (KnownNames.isOurs(name)
                    && !known.isProperty(name)
                    && !references.contains(name)
                    && (!mayBeOwn || known.isMistyped(name))) {
                findings.add(name + ", set " + where + ", is not a property of this plugin. "
                        + known.adviceForProperty(name));
            }
        }
    }

    private @Nullable Plugin plugin(MavenProject module) {
        Plugin built = module.getPlugin(pluginKey);
        return built != null || module.getPluginManagement() == null
                ? built
                : module.getPluginManagement().getPluginsAsMap().get(pluginKey);
    }

    private void plugin(@Nullable Plugin plugin, String of, KnownNames known) {
        if (plugin != null) {
            Object shared = plugin.getConfiguration();
            elements("the <configuration>" + of, shared, null, known);
            for (PluginExecution each : plugin.getExecutions()) {
                elements("the execution " + each.getId() + of, each.getConfiguration(), shared, known);
            }
        }
    }

    private void reporting(@Nullable Reporting reporting, String of, KnownNames known) {
        for (ReportPlugin plugin : reporting == null ? List.<ReportPlugin>of() : reporting.getPlugins()) {
            if (plugin.getKey().equals(pluginKey)) {
                Object shared = plugin.getConfiguration();
                elements("the <reporting>" + of, shared, null, known);
                for (ReportSet set : plugin.getReportSets()) {
                    elements("the report set " + set.getId() + of, set.getConfiguration(), shared, known);
                }
            }
        }
    }

    /**
     * @param shared the configuration that Maven has merged into this one, where it is looked at by itself
     */
    private void elements(String where, @Nullable Object configuration, @Nullable Object shared, KnownNames known) {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom element : dom.getChildren()) {
                boolean isMerged = shared instanceof Xpp3Dom outer && element.equals(outer.getChild(element.getName()));
                if (isMerged) {
                    continue;
                }
                if (element.getName().equals("actions")) {
                    actions(where, element);
                } else if (!known.isParameter(element.getName())) {
                    findings.add("<" + element.getName() + "> in " + where + " is not a parameter of this plugin. "
                            + known.adviceForElement(element.getName()));
                }
            }
        }
    }

    private void actions(String where, Xpp3Dom actions) {
        for (Xpp3Dom action : actions.getChildren()) {
            String name = ActionElement.of(action).name();
            for (Xpp3Dom element : action.getChildren()) {
                if (!ActionElement.ELEMENTS.contains(element.getName())) {
                    findings.add("<" + element.getName() + "> in the <action>" + (name == null ? "" : " " + name)
                            + " in " + where + " is not an element of an action. Did you mean <"
                            + NearestName.of(element.getName(), ActionElement.ELEMENTS) + ">?");
                }
            }
        }
    }
}
