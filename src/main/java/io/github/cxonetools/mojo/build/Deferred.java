package io.github.cxonetools.mojo.build;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Work that a goal has left for the end of the build.
 *
 * @param module the module whose goal it was
 * @param pluginKey this plugin's {@code groupId:artifactId}
 * @param what the work in words, for example {@code deploy SentimentRoutingAction 1.0.0}
 * @param log the goal's log
 * @param action does the work
 */
record Deferred(MavenProject module, String pluginKey, String what, Log log, Action action) {

    @FunctionalInterface
    interface Action {
        void run() throws MojoExecutionException, MojoFailureException;
    }
}
