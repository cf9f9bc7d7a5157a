package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.schema.contract.ClassPathDigest;
import io.github.cxonetools.schema.contract.Fingerprints;
import io.github.cxonetools.schema.contract.GenerateRequest;
import io.github.cxonetools.schema.contract.GeneratedState;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.PropertyNaming;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What makes contracts anew, and what does not. */
class FingerprintsTest {

    private static final ActionDefinition ACTION = TestProject.types("A", "Event", "java.lang.String");

    private static final String EVENT = "public record Event(@Marked String id) {}";
    private static final String MARKED = "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
            + " public @interface Marked { int value() default %d; }";

    @TempDir
    private Path directory;

    private TestProject project;
    private Path classes;

    @BeforeEach
    void generate() throws Exception {
        classes = Compiled.into(directory.resolve("own"), List.of(), EVENT, MARKED.formatted(1));
        project = new TestProject(directory).with(classes);
        project.generate(ACTION);
        assertUpToDate();
    }

    @Test
    void anAnnotationClassThatChangedGeneratesAnew() throws Exception {
        Compiled.into(classes, List.of(), EVENT, MARKED.formatted(2));

        assertMadeAnew();
    }

    @Test
    void whatConfiguresValidationOrFindsServicesGeneratesAnew() throws Exception {
        Path validation = Files.createDirectories(classes.resolve("META-INF")).resolve("validation.xml");
        Files.writeString(validation, "<validation-config/>");
        assertMadeAnew();

        Files.writeString(validation, "<validation-config></validation-config>");
        assertMadeAnew();

        Files.writeString(
                Files.createDirectories(classes.resolve("META-INF/services")).resolve("tools.jackson.Module"), "x");
        assertMadeAnew();
    }

    @Test
    void theClassPathAndItsOrderGenerateAnew() throws Exception {
        List<Path> libraries = new ArrayList<>(project.libraries());
        Collections.reverse(libraries);
        project.on(libraries);
        assertMadeAnew();

        project.with(Compiled.into(directory.resolve("more"), List.of(), "public class More {}"));
        assertMadeAnew();
    }

    @Test
    void theConfigurationGeneratesAnew() throws Exception {
        project.naming(PropertyNaming.KEBAB_CASE);
        assertMadeAnew();

        project.additionalProperties(AdditionalProperties.FORBID);
        assertMadeAnew();

        project.limits(100_000, 200_000);
        assertMadeAnew();

        project.pom("another");
        assertMadeAnew();
    }

    @Test
    void theActionButNotItsUrlGeneratesAnew() throws Exception {
        project.generate(new ActionDefinition(
                "A",
                "1.0.0",
                null,
                null,
                "Event",
                "java.lang.String",
                URI.create("https://actions.example.com"),
                5000));
        assertThat(project.events.told).endsWith("up to date 1");

        project.generate(new ActionDefinition("A", "1.0.1", null, null, "Event", "java.lang.String", null, 5000));
        assertThat(project.events.told).endsWith("written A");
    }

    @Test
    void thePluginsVersionAndTheJdksFeatureVersionGenerateAnew() throws Exception {
        GenerateRequest request = project.request(ACTION);
        GenerateRequest upgraded = new GenerateRequest(
                request.actions(),
                request.filtered(),
                request.classPath(),
                request.testRoots(),
                request.sources(),
                request.inheritedDescription(),
                request.schemaDirectory(),
                request.stateDirectory(),
                request.executionId(),
                request.naming(),
                request.additionalProperties(),
                request.limits(),
                request.modules(),
                "2",
                request.pomConfiguration());

        GeneratedState state = GeneratedState.read(request.stateDirectory(), request.executionId());
        int java = Runtime.version().feature();
        assertThat(state.confirms(Fingerprints.of(request, java), request)).isTrue();
        assertThat(state.confirms(Fingerprints.of(request, java + 1), request)).isFalse();
        assertThat(state.confirms(Fingerprints.of(upgraded, java), upgraded)).isFalse();
    }

    @Test
    void eachExecutionIsGeneratedForItself() throws Exception {
        project.execution("other");

        assertMadeAnew();
    }

    @Test
    void neitherTimesNorOtherFilesNorTheOrderOnDiskGenerateAnew() throws Exception {
        Files.writeString(classes.resolve("application.properties"), "a=b");
        byte[] event = Files.readAllBytes(classes.resolve("Event.class"));
        Files.delete(classes.resolve("Event.class"));
        Files.write(classes.resolve("Event.class"), event);

        assertUpToDate();
    }

    @Test
    void aModulesJarIsAsGoodAsItsFolder() throws Exception {
        Path jar = directory.resolve("own.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("Marked.class", "Event.class")) {
                out.putNextEntry(new JarEntry(name));
                out.write(Files.readAllBytes(classes.resolve(name)));
            }
        }

        assertThat(ClassPathDigest.of(List.of(jar), project.schemas()))
                .isEqualTo(ClassPathDigest.of(List.of(classes), project.schemas()));
    }

    private void assertUpToDate() throws Exception {
        project.generate(ACTION);

        assertThat(project.events.told).endsWith("up to date 1");
    }

    /** And only once: what was made is up to date from then on. */
    private void assertMadeAnew() throws Exception {
        long before = upToDate();
        project.generate(ACTION);
        assertThat(upToDate()).isEqualTo(before);
        assertUpToDate();
    }

    private long upToDate() {
        return project.events.told.stream().filter("up to date 1"::equals).count();
    }
}
