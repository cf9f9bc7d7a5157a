package io.github.cxonetools.mojo.project;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.internal.LifecycleDependencyResolver;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * The components of Maven that goals use. It is the plugin's only component: Maven loads each with every class that its
 * members name, whichever goal runs and even if that is skipped, so what works with these is made by the goal that needs it.
 */
@Named
public record MavenComponents(
        LifecycleExecutor lifecycle,
        BuildPluginManager plugins,
        LifecycleDependencyResolver dependencies,
        ToolchainManager toolchains,
        SettingsDecrypter decrypter,
        RepositorySystem repositories) {

    @Inject
    public MavenComponents {}
}
