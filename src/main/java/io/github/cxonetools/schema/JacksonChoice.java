package io.github.cxonetools.schema;

import io.github.cxonetools.action.RejectedException;

/** Which generation of Jackson runs the project's handlers. */
final class JacksonChoice {

    private JacksonChoice() {}

    static Jackson of(ProjectClasses classes, GenerateRequest request, GenerateEvents events) throws RejectedException {
        boolean two = classes.has(Jackson.Generation.JACKSON_2.databind + "ObjectMapper");
        boolean three = classes.has(Jackson.Generation.JACKSON_3.databind + "ObjectMapper");
        Jackson.Generation generation = three || !two ? Jackson.Generation.JACKSON_3 : Jackson.Generation.JACKSON_2;
        if (two && three) {
            boolean carried = AnnotatedGeneration.carries(Jackson.Generation.JACKSON_2, request.actions(), classes)
                    && !AnnotatedGeneration.carries(Jackson.Generation.JACKSON_3, request.actions(), classes);
            generation = carried ? Jackson.Generation.JACKSON_2 : generation;
            events.note("Jackson 2 and Jackson 3 are both on the class path: contracts follow "
                    + (carried ? "Jackson 2, whose annotations the classes carry" : "Jackson 3"));
        }
        if (generation == Jackson.Generation.JACKSON_2
                && request.additionalProperties() == AdditionalProperties.ALLOW) {
            events.note(
                    "Contracts assume that the application disables FAIL_ON_UNKNOWN_PROPERTIES, which Jackson 2 enables "
                            + "by default. Set additionalProperties to forbid if it does not");
        }
        return Jackson.of(classes, generation, request.naming(), request.additionalProperties());
    }
}
