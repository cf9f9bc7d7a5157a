package io.github.cxonetools.mojo.project;

import io.github.cxonetools.schema.source.SourceRoots;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What the core needs to know of a Maven project, as plain values. */
public final class ProjectFacts {

    private static final List<String> CONTRACT_OPTIONS =
            List.of("propertyNaming", "additionalProperties", "modules", "javadoc");

    private ProjectFacts() {}

    /** Where {@code generate} keeps its fingerprints: below {@code target}, whatever {@code outputDirectory} says. */
    public static Path contractState(MavenProject project) {
        return Path.of(project.getBuild().getDirectory(), "cxone", "contracts");
    }

    /** The compiled classes, then every dependency that is not only a test's: what the handler sees when it is deployed. */
    public static List<Path> handlerClassPath(MavenProject project) {
        return classPath(project, false);
    }

    /** What contracts are made of, and confirmed by: the handlers' class path, then the folders of the module's sources. */
    public static List<Path> contractOrigins(MavenProject project) {
        List<Path> origins = handlerClassPath(project);
        origins.addAll(sources(project).folders());
        return origins;
    }

    /** The module's sources, in the encoding that the project's property names. */
    public static SourceRoots sources(MavenProject project) {
        String encoding = project.getProperties().getProperty("project.build.sourceEncoding", "UTF-8");
        return new SourceRoots(paths(project.getCompileSourceRoots()), charset(encoding.strip()));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // The compiler refuses it, where anything is compiled.
        }
    }

    /**
     * The module's description where it is that of a parent beside it; null where it has one of its own, or none. What a POM
     * from a repository says of itself, as that of a framework does, says nothing of this module.
     */
    public static @Nullable String inheritedDescription(MavenProject project) {
        String description = project.getDescription();
        boolean isInherited = description != null && !description.isBlank() && ownDescription(project) == null;
        return isInherited && isDescribedHere(project) ? description.strip() : null;
    }

    /** Whether the nearest of the POMs above that has a description lies in this source tree. */
    private static boolean isDescribedHere(MavenProject project) {
        boolean isHere = true;
        for (MavenProject at = project; isHere && at.getParent() != null; at = at.getParent()) {
            isHere = at.getParentFile() != null;
            Model parent = at.getParent().getOriginalModel();
            if (parent != null && parent.getDescription() != null) {
                return isHere;
            }
        }
        return isHere;
    }

    /** The description that the module's own POM has; null where it has none. */
    static @Nullable String ownDescription(MavenProject project) {
        Model own = project.getOriginalModel();
        boolean isOwn = project.getParent() == null || own == null || own.getDescription() != null;
        String description = project.getDescription();
        return !isOwn || description == null || description.isBlank() ? null : description.strip();
    }

    /** The class path of tests, in Surefire's order. */
    public static List<Path> testClassPath(MavenProject project) {
        return classPath(project, true);
    }

    /** Where test sources and test classes are; some of it may not exist. */
    public static List<Path> testRoots(MavenProject project) {
        List<Path> roots = paths(project.getTestCompileSourceRoots());
        roots.add(project.getBasedir().toPath().resolve("src/test/kotlin"));
        roots.add(Path.of(project.getBuild().getTestOutputDirectory()));
        return roots;
    }

    private static List<Path> paths(List<String> texts) {
        List<Path> paths = new ArrayList<>();
        for (String text : texts) {
            paths.add(Path.of(text));
        }
        return paths;
    }

    private static List<Path> classPath(MavenProject project, boolean tests) {
        List<Path> classPath = new ArrayList<>();
        if (tests) {
            classPath.add(Path.of(project.getBuild().getTestOutputDirectory()));
        }
        classPath.add(Path.of(project.getBuild().getOutputDirectory()));
        for (Artifact artifact : project.getArtifacts()) {
            File file = artifact.getFile();
            if (file != null
                    && artifact.getArtifactHandler().isAddedToClasspath()
                    && (tests || !Artifact.SCOPE_TEST.equals(artifact.getScope()))
                    && !isForModulesOnly(artifact)) {
                classPath.add(file.toPath());
            }
        }
        return classPath;
    }

    /** victools and its Jackson 3, where they are provided: to compile modules with, and not there when the handler runs. */
    private static boolean isForModulesOnly(Artifact artifact) {
        return Artifact.SCOPE_PROVIDED.equals(artifact.getScope())
                && artifact.getDependencyTrail() != null
                && artifact.getDependencyTrail().stream().anyMatch(id -> id.startsWith("com.github.victools:"));
    }

    /**
     * Everything outside {@code <actions>} that shapes a contract, wherever the POM or the command line says it, as one
     * text: {@code generate} fingerprints it, and {@code plan} and {@code deploy} compare.
     */
    public static String contractConfiguration(MavenProject project, MavenSession session, String pluginKey) {
        StringBuilder text = new StringBuilder();
        Plugin plugin = project.getPlugin(pluginKey);
        for (String option : CONTRACT_OPTIONS) {
            if (plugin != null) {
                append(text, "plugin", plugin, option);
                for (PluginExecution execution : generating(plugin).values()) {
                    append(text, execution.getId(), execution, option);
                }
            }
            append(text, option, project.getProperties());
            append(text, option, session.getUserProperties());
        }
        text.append("inherited description=")
                .append(inheritedDescription(project))
                .append('\n');
        return text.toString();
    }

    /** By their ids, sorted. */
    private static SortedMap<String, PluginExecution> generating(Plugin plugin) {
        SortedMap<String, PluginExecution> executions = new TreeMap<>();
        for (PluginExecution execution : plugin.getExecutions()) {
            if (execution.getGoals().contains("generate")) {
                executions.put(execution.getId(), execution);
            }
        }
        return executions;
    }

    private static void append(StringBuilder text, String where, ConfigurationContainer container, String option) {
        if (container.getConfiguration() instanceof Xpp3Dom dom && dom.getChild(option) != null) {
            text.append(where)
                    .append('.')
                    .append(option)
                    .append('=')
                    .append(text(dom.getChild(option)))
                    .append('\n');
        }
    }

    /** A value, or those of a list. */
    private static String text(Xpp3Dom option) {
        List<String> values = new ArrayList<>();
        for (Xpp3Dom value : option.getChildren()) {
            values.add(String.valueOf(value.getValue()));
        }
        return values.isEmpty() ? String.valueOf(option.getValue()) : String.join(",", values);
    }

    private static void append(StringBuilder text, String option, Properties properties) {
        String value = properties.getProperty("cxone." + option);
        if (value != null) {
            text.append(option).append('=').append(value).append('\n');
        }
    }

    /** The executions of the plugin that run {@code goal}. */
    static boolean binds(MavenProject project, String pluginKey, String goal) {
        Plugin plugin = project.getPlugin(pluginKey);
        return plugin != null
                && plugin.getExecutions().stream()
                        .map(PluginExecution::getGoals)
                        .anyMatch(goals -> goals.contains(goal));
    }
}
