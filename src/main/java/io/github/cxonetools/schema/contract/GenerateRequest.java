package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.schema.derive.SchemaLimits;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.PropertyNaming;
import io.github.cxonetools.schema.source.SourceRoots;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to generate, from what, to where.
 *
 * @param actions the actions of this build, or those that a filter left
 * @param filtered true where a filter left some out: then nothing of other actions is removed
 * @param classPath the compiled classes' directory, then the project's dependencies
 * @param testRoots directories of test sources and test classes, in which a handler is looked for that is not elsewhere
 * @param sources where comments are read that say what classes and their members are
 * @param inheritedDescription what the POM's parents say of the module, for actions of which nothing nearer says anything
 * @param schemaDirectory where contracts are written, one folder an action
 * @param stateDirectory where fingerprints are kept
 * @param executionId the execution of the goal; it removes only what it wrote itself
 * @param naming the naming that the application sets globally
 * @param additionalProperties whether unknown properties are allowed
 * @param limits how large a schema may be
 * @param modules class names of the project's own victools modules, in their order
 * @param pluginVersion this plugin's version; another version generates anew
 * @param pomConfiguration everything else in the POM that decides what a contract says, as opaque text
 */
public record GenerateRequest(
        List<ActionDefinition> actions,
        boolean filtered,
        List<Path> classPath,
        List<Path> testRoots,
        SourceRoots sources,
        @Nullable String inheritedDescription,
        Path schemaDirectory,
        Path stateDirectory,
        String executionId,
        PropertyNaming naming,
        AdditionalProperties additionalProperties,
        SchemaLimits limits,
        List<String> modules,
        String pluginVersion,
        String pomConfiguration) {

    public GenerateRequest {
        actions = List.copyOf(actions);
        classPath = List.copyOf(classPath);
        modules = List.copyOf(modules);
        testRoots = List.copyOf(testRoots);
    }
}
