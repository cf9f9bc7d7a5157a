package io.github.cxonetools.schema;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A class {@code Case} that a test writes: its contract, and what the runtime makes of its payloads. */
record CompiledCase(Runtimes runtime, Contract contract, Class<?> type, List<String> warnings) {

    private static final String IMPORTS = "import com.fasterxml.jackson.annotation.*; import jakarta.validation.*; "
            + "import jakarta.validation.constraints.*; import java.util.*; ";

    static CompiledCase load(Path directory, Runtimes runtime, String... sources) throws Exception {
        return load(directory, runtime, "Case", sources);
    }

    /** Of a class that is only written. */
    static CompiledCase written(Path directory, Runtimes runtime, String... sources) throws Exception {
        return load(directory, runtime, "java.lang.String", sources);
    }

    private static CompiledCase load(Path directory, Runtimes runtime, String input, String[] sources)
            throws Exception {
        Path classes = directory.resolve(runtime + "-" + System.nanoTime());
        TestProject project = new TestProject(classes.resolve("project")).on(runtime.libraries());
        String databind = runtime == Runtimes.JACKSON_2 ? "com.fasterxml.jackson.databind." : "tools.jackson.databind.";
        String[] all = new String[sources.length];
        for (int i = 0; i < sources.length; i++) {
            all[i] = IMPORTS + sources[i].replace("@databind.", "@" + databind);
        }
        Compiled.into(classes, runtime.libraries(), all);
        project.with(classes);
        Contract contract =
                project.generate(TestProject.types("A", input, "Case")).get(0);
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, CompiledCase.class.getClassLoader());
        return new CompiledCase(runtime, contract, loader.loadClass("Case"), List.copyOf(project.events.warnings));
    }

    /** The input schema accepts exactly what the runtime does. */
    void agrees(String... payloads) {
        for (String payload : payloads) {
            assertThat(takes(payload))
                    .as("%s on %s%n%s", payload, runtime, Json.compact(contract.inputSchema()))
                    .isEqualTo(binds(payload));
        }
    }

    /** As {@link #agrees}, and the runtime accepts them. */
    void accepts(String... payloads) {
        agrees(payloads);
        for (String payload : payloads) {
            assertThat(binds(payload)).as("%s on %s", payload, runtime).isTrue();
        }
    }

    /** As {@link #agrees}, and the runtime refuses them. */
    void refuses(String... payloads) {
        agrees(payloads);
        for (String payload : payloads) {
            assertThat(binds(payload)).as("%s on %s", payload, runtime).isFalse();
        }
    }

    boolean takes(String payload) {
        return takes(contract.inputSchema(), payload);
    }

    boolean writesLike(String payload) {
        return takes(contract.outputSchema(), payload);
    }

    private static boolean takes(JsonNode schema, String payload) {
        return Draft07.compile(schema).validate(Json.read(payload)).isEmpty();
    }

    boolean binds(String payload) {
        Thread.currentThread().setContextClassLoader(type.getClassLoader()); // Names of types are looked up there.
        try {
            return Runtimes.violations(runtime.read(payload, type)).isEmpty();
        } catch (Exception e) {
            return false;
        } finally {
            Thread.currentThread().setContextClassLoader(CompiledCase.class.getClassLoader());
        }
    }

    /** What {@code made()} gives is written as the output schema says. */
    void writes() throws Exception {
        Method made = type.getDeclaredMethod("made");
        made.setAccessible(true);
        String written = runtime.write(made.invoke(null));
        assertThat(writesLike(written))
                .as("%s on %s%n%s", written, runtime, Json.compact(contract.outputSchema()))
                .isTrue();
    }
}
