package io.github.cxonetools.schema.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.ProjectClasses;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.AnnotatedGeneration;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.Jackson;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Which generation of Jackson runs the project's handlers. */
final class JacksonChoice {

    private JacksonChoice() {}

    /**
     * The project's classes; a project without a databind of its own is bound by this plugin's Jackson 3, so that goes first, its
     * annotations included: it needs those of its own version.
     *
     * @param prints gets those of what is loaded
     */
    static ProjectClasses open(List<Path> classPath, ClassPrints prints) {
        ProjectClasses own = ProjectClasses.open(classPath, prints);
        for (Generation generation : Generation.values()) {
            if (own.has(generation.databind + "ObjectMapper")) {
                return own;
            }
        }
        own.close();
        List<Path> both = new ArrayList<>();
        for (Class<?> library : List.of(JsonMapper.class, JsonFactory.class, JsonProperty.class)) {
            both.add(location(library));
        }
        both.addAll(classPath);
        return ProjectClasses.open(both, prints);
    }

    private static Path location(Class<?> library) {
        try {
            return Path.of(
                    library.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No file has " + library, e);
        }
    }

    static Jackson of(ProjectClasses classes, GenerateRequest request, GenerateEvents events) throws RejectedException {
        boolean two = classes.has(Generation.JACKSON_2.databind + "ObjectMapper");
        boolean three = classes.has(Generation.JACKSON_3.databind + "ObjectMapper");
        Generation generation = three || !two ? Generation.JACKSON_3 : Generation.JACKSON_2;
        if (two && three) {
            boolean carried = AnnotatedGeneration.carries(Generation.JACKSON_2, request.actions(), classes)
                    && !AnnotatedGeneration.carries(Generation.JACKSON_3, request.actions(), classes);
            generation = carried ? Generation.JACKSON_2 : generation;
            events.note("Jackson 2 and Jackson 3 are both on the class path: contracts follow "
                    + (carried ? "Jackson 2, whose annotations the classes carry" : "Jackson 3"));
        }
        if (generation == Generation.JACKSON_2 && request.additionalProperties() == AdditionalProperties.ALLOW) {
            events.note(
                    "Contracts assume that the application disables FAIL_ON_UNKNOWN_PROPERTIES, which Jackson 2 enables "
                            + "by default. Set additionalProperties to forbid if it does not");
        }
        return Jackson.of(classes, generation, request.naming(), request.additionalProperties());
    }
}
