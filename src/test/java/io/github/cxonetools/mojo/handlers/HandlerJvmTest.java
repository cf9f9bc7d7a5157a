package io.github.cxonetools.mojo.handlers;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.HandlerWorkers;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HandlerJvmTest {

    @TempDir
    Path folder;

    /** Says which java started it, and where. */
    public static final class Whereabouts implements UnaryOperator<String> {
        @Override
        public String apply(String ignored) {
            return System.getenv("STARTED_BY") + " in "
                    + Path.of("").toAbsolutePath().getFileName();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
    void runsHandlersOnTheToolchainsJdkInTheModulesFolder() throws Exception {
        MavenProject project = new MavenProject();
        project.setFile(Files.createDirectory(folder.resolve("module"))
                .resolve("pom.xml")
                .toFile());

        HandlerVariables none = new HandlerVariables(new TreeMap<>(), new TreeMap<>());
        try (HandlerWorkers workers =
                new HandlerJvm(toolchains(java())).start(null, project, List.of(classes()), "", none, 1 << 20)) {
            ActionDefinition action = new ActionDefinition(
                    "Whereabouts", "1.0.0", null, Whereabouts.class.getName(), null, null, null, 5000);
            List<Handler> handlers = HandlerJvm.handlers(workers, List.of(action), List.of(classes()));
            HandlerAnswer answer =
                    handlers.get(0).call("\"\"".getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(20));

            assertThat(answer).isInstanceOfSatisfying(HandlerAnswer.Output.class, output -> assertThat(
                            new String(output.json(), StandardCharsets.UTF_8))
                    .isEqualTo("\"toolchain in module\""));
        }
    }

    /** The JDK of this test, marked. */
    private Path java() throws Exception {
        Path real = Path.of(System.getProperty("java.home"), "bin", "java");
        Path java = Files.writeString(
                folder.resolve("java"), "#!/bin/sh\nSTARTED_BY=toolchain exec '" + real + "' \"$@\"\n");
        return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path classes() throws Exception {
        return Path.of(HandlerJvmTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** Offers a JDK, and nothing else. */
    private static ToolchainManager toolchains(Path java) {
        ClassLoader loader = HandlerJvmTest.class.getClassLoader();
        Object jdk = Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Toolchain.class},
                (proxy, method, arguments) ->
                        method.getName().equals("findTool") && arguments[0].equals("java") ? java.toString() : null);
        return (ToolchainManager) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {ToolchainManager.class},
                (proxy, method, arguments) -> arguments[0].equals("jdk") ? jdk : null);
    }
}
