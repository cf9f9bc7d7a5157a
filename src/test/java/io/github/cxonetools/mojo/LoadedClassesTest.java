package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.project.GoalContext;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every build pays for that has one goal of this plugin, even a skipped one: before Maven runs it, its container loads
 * all goals and components of the plugin and asks for their constructors, fields and methods. That loads the types that those
 * name, private ones and lambdas' included, and what the verifier looks at.
 */
class LoadedClassesTest {

    private static final String OURS = "io.github.cxonetools.";

    private static final Pattern GOAL = Pattern.compile("<implementation>(io\\.github\\.cxonetools\\.\\w[\\w.]*Mojo)<");

    @Test
    void aGoalThatIsSkippedLoadsTheGoalsAndLittleElse() throws Exception {
        URL classes = GoalContext.class.getProtectionDomain().getCodeSource().getLocation();
        try (OwnLoader loader = new OwnLoader(classes)) {
            List<String> goals = goals(loader);
            List<String> entries = new ArrayList<>(goals);
            read(loader, "META-INF/sisu/javax.inject.Named").lines().forEach(entries::add);
            for (String entry : entries) {
                for (Class<?> type = loader.loadClass(entry); type != null; type = type.getSuperclass()) {
                    assertThat(Stream.of(
                                    type.getDeclaredConstructors(),
                                    type.getDeclaredFields(),
                                    type.getDeclaredMethods()))
                            .isNotNull();
                }
            }
            Set<String> others = new TreeSet<>(loader.defined);
            others.removeAll(goals);
            others.removeIf(name -> name.matches(".*\\.Abstract\\w+Mojo"));

            assertThat(goals).hasSizeGreaterThan(15);
            assertThat(others)
                    .as(
                            "classes besides the goals and their bases. Keep what a goal works with out of its fields and of the signatures of its"
                                    + " methods and lambdas: name it in the method that makes it")
                    .containsExactly(
                            OURS + "action.CxoneException",
                            OURS + "action.RejectedException",
                            OURS + "mojo.SitePage",
                            OURS + "mojo.SiteReport",
                            OURS + "mojo.build.TenantAccess",
                            OURS + "mojo.deployment.ModuleDeployment",
                            OURS + "mojo.project.GoalContext",
                            OURS + "mojo.project.MavenComponents",
                            OURS + "schema.contract.GenerateEvents",
                            OURS + "schema.derive.SchemaLimits",
                            OURS + "simulator.SimulationSettings");
        }
    }

    private static List<String> goals(ClassLoader loader) throws Exception {
        return GOAL.matcher(read(loader, "META-INF/maven/plugin.xml"))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String read(ClassLoader loader, String resource) throws Exception {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Defines the plugin's own classes anew, as each build does, and remembers which; Maven's are those of this test. */
    private static final class OwnLoader extends URLClassLoader {

        private final Set<String> defined = new TreeSet<>();

        OwnLoader(URL classes) {
            super(new URL[] {classes}, LoadedClassesTest.class.getClassLoader());
        }

        @Override
        public @Nullable URL getResource(String name) {
            return findResource(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null) {
                    defined.add(name);
                    loaded = findClass(name);
                }
                return loaded;
            }
        }
    }
}
