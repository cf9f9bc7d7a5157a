package io.github.cxonetools.schema.instance;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.ProjectCode;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which properties an instance holds as a payload has them, found by reading some. */
final class KeptValues {

    private static final int SECONDS = 10;

    private KeptValues() {}

    /** The names of those whose value was held, each time that a payload had one. */
    static Set<String> find(JacksonBean bean, List<DescribedProperty> properties)
            throws ProjectCode.FailedException, BindingException {
        Class<?> type = bean.type().raw();
        List<ObjectNode> payloads = new SamplePayloads(properties, Map.of()).payloads();
        return ProjectCode.run("instances of " + type.getName(), type, SECONDS, () -> kept(bean, properties, payloads));
    }

    private static Set<String> kept(JacksonBean bean, List<DescribedProperty> properties, List<ObjectNode> payloads) {
        Set<String> kept = new HashSet<>();
        Set<String> changed = new HashSet<>();
        for (ObjectNode payload : payloads) {
            MadeInstance made = made(bean, payload);
            for (DescribedProperty property : properties) {
                JsonNode sent = payload.path(property.name());
                if (made != null && !sent.isMissingNode() && !sent.isNull()) {
                    (isSame(sent, made.held(property)) ? kept : changed).add(property.name());
                }
            }
        }
        kept.removeAll(changed);
        return kept;
    }

    private static boolean isSame(JsonNode sent, JsonNode held) {
        return sent.equals(held)
                || sent.isNumber() && held.isNumber() && sent.decimalValue().compareTo(held.decimalValue()) == 0;
    }

    /** Null where the payload is not read. */
    private static @Nullable MadeInstance made(JacksonBean bean, ObjectNode payload) {
        try {
            return new MadeInstance(bean.jackson(), bean.jackson().make(bean.type(), Json.compact(payload)));
        } catch (BindingException e) {
            return null;
        }
    }
}
