package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.ProjectCode;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Wire names that only an enum's own code can tell: it is run, for five seconds at most, and Jackson writes each constant. */
final class EnumCode {

    private static final int SECONDS = 5;

    private EnumCode() {}

    static List<JsonNode> values(Jackson jackson, Side side, Class<?> type) throws UnsupportedTypeException {
        try {
            return ProjectCode.run("names of " + type.getName(), type, SECONDS, () -> ask(jackson, side, type));
        } catch (ProjectCode.FailedException e) {
            throw failed(type, e);
        }
    }

    private static List<JsonNode> ask(Jackson jackson, Side side, Class<?> type) throws BindingException {
        List<JsonNode> names = new ArrayList<>();
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants == null ? new Object[0] : constants) {
            String json = jackson.write(constant);
            if (side == Side.OUTPUT || constant.equals(jackson.readOrNull(json, type))) {
                JsonNode name = Json.read(json);
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    static UnsupportedTypeException failed(Class<?> type, ProjectCode.FailedException failure) {
        return new UnsupportedTypeException(
                "the code of the enum " + ClassNames.simple(type) + " " + failure.getMessage()
                        + ". Its names on the wire come from that code; make it work without anything around it",
                Objects.requireNonNullElse(failure.getCause(), failure));
    }
}
