package io.github.cxonetools.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.schema.contract.ContractFiles;
import io.github.cxonetools.schema.contract.ContractGenerator;
import io.github.cxonetools.schema.contract.GenerateEvents;
import io.github.cxonetools.schema.contract.GenerateRequest;
import io.github.cxonetools.schema.derive.SchemaLimits;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.PropertyNaming;
import io.github.cxonetools.schema.source.SourceRoots;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A project as the plugin sees one: this module's test classes, and the libraries that a project of its kind has. */
final class TestProject {

    private static final List<Class<?>> COMMON = List.of(
            TestProject.class,
            JsonProperty.class,
            jakarta.validation.Valid.class,
            javax.validation.Valid.class,
            Schema.class);

    private static final List<Class<?>> JACKSON_2 = List.of(
            com.fasterxml.jackson.databind.ObjectMapper.class,
            com.fasterxml.jackson.core.JsonFactory.class,
            com.fasterxml.jackson.datatype.jsr310.JavaTimeModule.class,
            com.fasterxml.jackson.datatype.jdk8.Jdk8Module.class);

    private static final List<Class<?>> JACKSON_3 =
            List.of(tools.jackson.databind.ObjectMapper.class, tools.jackson.core.json.JsonFactory.class);

    final Path directory;
    final RecordedEvents events = new RecordedEvents();
    private List<Path> classPath = classPath(JACKSON_2);
    private PropertyNaming naming = PropertyNaming.ANNOTATED;
    private AdditionalProperties additionalProperties = AdditionalProperties.ALLOW;
    private SchemaLimits limits = SchemaLimits.DEFAULT;
    private List<String> modules = List.of();
    private String pom = "pom";
    private SourceRoots sources = SourceRoots.NONE;
    private String inheritedDescription;
    private boolean filtered;
    private String executionId = "default";

    TestProject(Path directory) {
        this.directory = directory;
    }

    static List<Path> jackson2() {
        return classPath(JACKSON_2);
    }

    static List<Path> jackson3() {
        return classPath(JACKSON_3);
    }

    static List<Path> noJackson() {
        return classPath(List.of());
    }

    private static List<Path> classPath(List<Class<?>> libraries) {
        return Stream.concat(COMMON.stream(), libraries.stream())
                .map(TestProject::origin)
                .toList();
    }

    /** The folder or jar that a class is from. */
    static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    TestProject on(List<Path> libraries) {
        classPath = List.copyOf(libraries);
        return this;
    }

    /** With classes of its own before everything else. */
    TestProject with(Path classes) {
        List<Path> all = new ArrayList<>(List.of(classes));
        all.addAll(classPath);
        classPath = all;
        return this;
    }

    TestProject naming(PropertyNaming value) {
        naming = value;
        return this;
    }

    TestProject additionalProperties(AdditionalProperties value) {
        additionalProperties = value;
        return this;
    }

    TestProject limits(long warnBytes, long maxBytes) {
        limits = new SchemaLimits(warnBytes, maxBytes);
        return this;
    }

    TestProject sources(Path... roots) {
        sources = new SourceRoots(List.of(roots), StandardCharsets.UTF_8);
        return this;
    }

    TestProject inheritedDescription(String value) {
        inheritedDescription = value;
        return this;
    }

    TestProject modules(String... names) {
        modules = List.of(names);
        return this;
    }

    TestProject pom(String value) {
        pom = value;
        return this;
    }

    TestProject filtered(boolean value) {
        filtered = value;
        return this;
    }

    TestProject execution(String value) {
        executionId = value;
        return this;
    }

    Path schemas() {
        return directory.resolve("classes/META-INF/cxone");
    }

    Path state() {
        return directory.resolve("cxone");
    }

    List<Path> libraries() {
        return classPath;
    }

    List<Contract> generate(ActionDefinition... actions) throws CxoneException {
        return ContractGenerator.generate(request(actions), events);
    }

    /** As where the POM has no actions any more. */
    void clear() throws CxoneException {
        ContractGenerator.clear(schemas(), state(), executionId, events);
    }

    List<Contract> confirmed(ActionDefinition... actions) throws CxoneException {
        List<Path> origins = new ArrayList<>(classPath);
        origins.addAll(sources.folders());
        return ContractFiles.readConfirmed(schemas(), state(), List.of(actions), origins, pom, "1");
    }

    GenerateRequest request(ActionDefinition... actions) {
        return new GenerateRequest(
                List.of(actions),
                filtered,
                classPath,
                List.of(),
                sources,
                inheritedDescription,
                schemas(),
                state(),
                executionId,
                naming,
                additionalProperties,
                limits,
                modules,
                "1",
                pom);
    }

    static ActionDefinition action(String name, String handler) {
        return new ActionDefinition(name, "1.0.0", null, handler, null, null, null, 5000);
    }

    static ActionDefinition action(Class<?> handler) {
        return action(handler.getSimpleName(), handler.getName());
    }

    static ActionDefinition types(String name, String input, String output) {
        return new ActionDefinition(name, "1.0.0", null, null, input, output, null, 5000);
    }

    /** What was told, in order. */
    static final class RecordedEvents implements GenerateEvents {

        final List<String> told = new ArrayList<>();
        final List<String> warnings = new ArrayList<>();
        final List<String> notes = new ArrayList<>();

        @Override
        public void written(String action, Path directory) {
            told.add("written " + action);
        }

        @Override
        public void upToDate(int actions) {
            told.add("up to date " + actions);
        }

        @Override
        public void removed(String action) {
            told.add("removed " + action);
        }

        @Override
        public void warning(String message) {
            warnings.add(message);
        }

        @Override
        public void detail(String message) {
            told.add(message);
        }

        @Override
        public void note(String message) {
            notes.add(message);
        }
    }
}
