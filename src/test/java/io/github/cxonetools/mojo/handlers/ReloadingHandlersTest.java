package io.github.cxonetools.mojo.handlers;

import io.github.cxonetools.action.ActionDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** Compiles a handler again and again under one that is served. */
class ReloadingHandlersTest {

    private static final String GREETER =
            "public class Greeter implements java.util.function.Function<Greeter.In, Greeter.Out> {"
                    + " public record In(String name) {} public record Out(String said) {}"
                    + " public Out apply(In in) { return new Out(\"%s \" + Words.END + in.name()); } }";
    private static final String WORDS = "public class Words { public static final Object END = \"%s\"; }";

    @TempDir
    private Path basedir;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Log log = mock(Log.class);
    private Path classes;
    private Path sibling;
    private URI url;
    private ReloadingHandlers handlers;

    @BeforeEach
    void serve() throws Exception {
        classes = basedir.resolve("target/classes");
        sibling = basedir.resolve("words/target/classes");
        compile(sibling, "Words", WORDS.formatted("dear "));
        compile(classes, "Greeter", GREETER.formatted("Hello"));
        url = URI.create("http://127.0.0.1:" + freePort() + "/greeter");
        ActionDefinition action = new ActionDefinition("Greeter", "1.0.0", null, "Greeter", null, null, url, 20_000);
        handlers = ReloadingHandlers.of(
                new HandlerJvm(mock(ToolchainManager.class)),
                mock(MavenSession.class),
                module(),
                List.of(action),
                new HandlerVariables(new TreeMap<>(), new TreeMap<>()),
                "cxone:tenant",
                log);
    }

    @AfterEach
    void stop() {
        handlers.close();
    }

    @Test
    void theNextCallAfterACompileIsAnsweredByTheNewClass() throws Exception {
        assertThat(greet()).isEqualTo("{\"said\":\"Hello dear you\"}");
        compile(classes, "Greeter", GREETER.formatted("Good morning"));

        handlers.reloadIfChanged(); // A compiler may still be at work.
        assertThat(greet()).isEqualTo("{\"said\":\"Hello dear you\"}");
        handlers.reloadIfChanged();

        assertThat(greet()).isEqualTo("{\"said\":\"Good morning dear you\"}");
        verify(log).info("Loaded the classes of greetings anew");
    }

    @Test
    void theClassesOfAnotherModuleCountToo() throws Exception {
        assertThat(greet()).isEqualTo("{\"said\":\"Hello dear you\"}");
        compile(sibling, "Words", WORDS.formatted("honourable "));
        look();

        assertThat(greet()).isEqualTo("{\"said\":\"Hello honourable you\"}");
    }

    @Test
    void whatCannotBeLoadedLeavesTheFormerClassesInService() throws Exception {
        greet();
        Files.delete(classes.resolve("Greeter.class"));
        look();
        assertThat(greet()).isEqualTo("{\"said\":\"Hello dear you\"}");
        verify(log).warn(startsWith("The changed classes of greetings cannot be served, the former ones still are: "));

        compile(classes, "Greeter", GREETER.formatted("Welcome back"));
        look();
        assertThat(greet()).isEqualTo("{\"said\":\"Welcome back dear you\"}");
    }

    private void look() {
        handlers.reloadIfChanged();
        handlers.reloadIfChanged();
    }

    private String greet() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"you\"}"))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private MavenProject module() {
        MavenProject module = new MavenProject();
        module.setArtifactId("greetings");
        module.setFile(basedir.resolve("pom.xml").toFile());
        Build build = new Build();
        build.setOutputDirectory(classes.toString());
        module.setBuild(build);
        DefaultArtifactHandler jar = new DefaultArtifactHandler("jar");
        jar.setAddedToClasspath(true);
        DefaultArtifact words = new DefaultArtifact("com.example", "words", "1", "compile", "jar", null, jar);
        words.setFile(sibling.toFile());
        module.setArtifacts(Set.of(words));
        return module;
    }

    private void compile(Path folder, String name, String source) throws IOException {
        Path file = Files.createDirectories(basedir.resolve("src")).resolve(name + ".java");
        Files.writeString(file, source);
        Files.createDirectories(folder);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        sibling.toString(),
                        "-d",
                        folder.toString(),
                        file.toString());
        assertThat(result).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
