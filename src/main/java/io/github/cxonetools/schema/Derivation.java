package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Contracts from classes: all of a module's actions with one loader and one mapper, all findings at once. */
final class Derivation {

    private final GenerateRequest request;
    private final ProjectClasses classes;
    private final Jackson jackson;
    private final Warnings warnings = new Warnings();
    private final Findings findings = new Findings();

    private Derivation(GenerateRequest request, ProjectClasses classes, Jackson jackson) {
        this.request = request;
        this.classes = classes;
        this.jackson = jackson;
    }

    static List<Contract> derive(GenerateRequest request, GenerateEvents events) throws RejectedException {
        try (ProjectClasses classes = ProjectClasses.openWithJackson(request.classPath())) {
            Derivation derivation = new Derivation(request, classes, JacksonChoice.of(classes, request, events));
            List<Contract> contracts = derivation.contracts();
            derivation.warnings.tell(events);
            derivation.findings.throwIfAny("The contracts cannot be generated");
            return contracts;
        }
    }

    private List<Contract> contracts() {
        List<Contract> contracts = new ArrayList<>();
        for (ActionDefinition action : request.actions()) {
            try {
                HandlerTypes types = HandlerTypes.of(action, classes);
                ObjectNode input = schema(action, Side.INPUT, types.input());
                ObjectNode output = schema(action, Side.OUTPUT, types.output());
                if (input != null && output != null) {
                    contracts.add(new Contract(
                            action.name(), action.version(), action.description(), action.timeoutMs(), input, output));
                }
            } catch (RejectedException e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        }
        return contracts;
    }

    private @Nullable ObjectNode schema(ActionDefinition action, Side side, Type type) {
        try {
            ObjectNode schema = new TypeSchemas(jackson, side, request.additionalProperties(), warnings).root(type);
            List<String> broken = SchemaRules.findings(schema);
            broken.forEach(rule ->
                    findings.add(action.name() + ": CXone would refuse the " + side.word() + " schema: " + rule));
            return broken.isEmpty() ? schema : null;
        } catch (UnsupportedTypeException e) {
            findings.add(action.name() + ": " + e.getMessage());
        } catch (TypeNotPresentException | LinkageError e) {
            findings.add(action.name() + ": " + classes.cannotLoad(type.getTypeName(), e));
        }
        return null;
    }
}
