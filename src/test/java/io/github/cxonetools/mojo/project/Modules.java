package io.github.cxonetools.mojo.project;

import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.internal.LifecycleDependencyResolver;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** Modules as Maven hands them to goals, and goals in them. */
public final class Modules {

    public static final String PLUGIN = "io.github.cxonetools:cxone-maven-plugin";

    private Modules() {}

    /** A module that declares nothing. */
    public static MavenProject module(String artifactId) {
        MavenProject module = new MavenProject();
        module.setGroupId("com.example");
        module.setArtifactId(artifactId);
        module.setVersion("1.0.0");
        module.getModel().setBuild(new Build());
        return module;
    }

    /** A module whose plugin has these actions in its own configuration. */
    public static MavenProject moduleWithActions(String artifactId, String... names) {
        MavenProject module = module(artifactId);
        plugin(module).setConfiguration(configuration(names));
        return module;
    }

    /** Adds an execution to the module's plugin, with these actions. */
    public static void addExecution(MavenProject module, String id, String goal, String... names) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal(goal);
        execution.setConfiguration(configuration(names));
        plugin(module).addExecution(execution);
    }

    /** A goal in the first of {@code chosen}, with {@code all} the modules that the build could have. */
    public static GoalContext goal(
            String name, MojoExecution.Source source, List<MavenProject> chosen, List<MavenProject> all) {
        MavenSession session = mock(MavenSession.class);
        when(session.getProjects()).thenReturn(chosen);
        when(session.getAllProjects()).thenReturn(all);
        when(session.getUserProperties()).thenReturn(new Properties());
        when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.cxonetools");
        plugin.setArtifactId("cxone-maven-plugin");
        Plugin declared = new Plugin();
        declared.setGroupId(plugin.getGroupId());
        declared.setArtifactId(plugin.getArtifactId());
        plugin.setPlugin(declared);
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal(name);
        descriptor.setPluginDescriptor(plugin);
        MojoExecution execution = new MojoExecution(descriptor, "default-cli", source);
        return new GoalContext(session, chosen.get(0), execution, new SystemStreamLog(), components());
    }

    /** Maven's components where nothing is asked of any. */
    public static MavenComponents components() {
        return new MavenComponents(
                mock(LifecycleExecutor.class),
                mock(BuildPluginManager.class),
                mock(LifecycleDependencyResolver.class),
                mock(ToolchainManager.class),
                mock(SettingsDecrypter.class),
                mock(RepositorySystem.class));
    }

    private static Plugin plugin(MavenProject module) {
        Plugin present = module.getPlugin(PLUGIN);
        if (present != null) {
            return present;
        }
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.cxonetools");
        plugin.setArtifactId("cxone-maven-plugin");
        module.getBuild().addPlugin(plugin);
        module.getBuild().flushPluginMap();
        return plugin;
    }

    private static Xpp3Dom configuration(String... names) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom actions = new Xpp3Dom("actions");
        configuration.addChild(actions);
        for (String each : names) {
            Xpp3Dom action = new Xpp3Dom("action");
            Xpp3Dom name = new Xpp3Dom("name");
            name.setValue(each);
            action.addChild(name);
            actions.addChild(action);
        }
        return configuration;
    }
}
