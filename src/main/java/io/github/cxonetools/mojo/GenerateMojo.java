package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.project.GeneratedContracts;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.mojo.project.ProjectFacts;
import io.github.cxonetools.schema.contract.ContractGenerator;
import io.github.cxonetools.schema.contract.GenerateRequest;
import io.github.cxonetools.schema.derive.SchemaLimits;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.PropertyNaming;
import io.github.cxonetools.schema.source.SourceRoots;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Derives each action's input and output schema from the compiled classes, checks them against what CXone accepts, and
 * writes them where the jar carries them.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class GenerateMojo extends AbstractActionsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.generate.skip", defaultValue = "false")
    private boolean skipGenerate;

    /**
     * Where the contracts are written, one folder an action.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "cxone.schemaDirectory",
            defaultValue = "${project.build.outputDirectory}/META-INF/cxone",
            required = true)
    private File schemaDirectory;

    /**
     * Naming that the application sets globally, where no annotation shows it: {@code annotated}, {@code snake-case},
     * {@code lower-camel-case}, {@code upper-camel-case} or {@code kebab-case}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.propertyNaming", defaultValue = "annotated")
    private String propertyNaming;

    /**
     * Whether payloads may hold properties that the classes do not have: {@code allow} or {@code forbid}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.additionalProperties", defaultValue = "allow")
    private String additionalProperties;

    /**
     * Size in bytes from which on a schema is warned of, with the fields that make it so large: everything stands inline.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.warnSchemaBytes", defaultValue = "262144")
    private long warnSchemaBytes;

    /**
     * Size in bytes from which on a schema is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.maxSchemaBytes", defaultValue = "8388608")
    private long maxSchemaBytes;

    /**
     * Class names of the project's own modules of victools' jsonschema-generator, which say the schemas of types that only the
     * project knows. They run when contracts are generated.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.modules")
    @Nullable
    private List<String> modules;

    /**
     * Whether documentation comments of the module's Java sources become descriptions and titles, where neither the POM nor an
     * annotation says any.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.javadoc", defaultValue = "true")
    private boolean javadoc;

    @Override
    boolean skipsGoal() {
        return skipGenerate;
    }

    @Override
    void runWithoutActions() throws CxoneException {
        if (!isFiltered()) {
            ContractGenerator.clear(
                    context().parameters().inModule("schemaDirectory", schemaDirectory, null),
                    ProjectFacts.contractState(project),
                    execution.getExecutionId(),
                    new GenerateLog(context()));
        }
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        Path contracts = context().parameters().inModule("schemaDirectory", schemaDirectory, null);
        ContractGenerator.generate(
                new GenerateRequest(
                        selected,
                        isFiltered(),
                        ProjectFacts.handlerClassPath(project),
                        ProjectFacts.testRoots(project),
                        javadoc ? ProjectFacts.sources(project) : SourceRoots.NONE,
                        ProjectFacts.inheritedDescription(project),
                        contracts,
                        ProjectFacts.contractState(project),
                        execution.getExecutionId(),
                        Options.oneOf("propertyNaming", PropertyNaming.class, propertyNaming),
                        Options.oneOf("additionalProperties", AdditionalProperties.class, additionalProperties),
                        Options.checked(() -> new SchemaLimits(warnSchemaBytes, maxSchemaBytes)),
                        modules == null ? List.of() : modules,
                        context().pluginBuild(),
                        ProjectFacts.contractConfiguration(
                                project, session, context().pluginKey())),
                new GenerateLog(context()));
        GeneratedContracts.made(context(), contracts, selected);
    }
}
