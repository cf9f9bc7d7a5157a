package io.github.cxonetools.schema.instance;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.ProjectCode;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether properties of a class may be absent or null, found as the runtime finds it: instances are made of payloads that lack
 * one property, or all that may be lacking, and what these properties become is held to their constraints.
 */
final class Acceptances {

    /** With the project's libraries still to be loaded. */
    private static final int SECONDS = 10;

    private final JacksonBean bean;
    private final List<DescribedProperty> properties;
    private final SamplePayloads samples;
    private final Map<String, Acceptance> found = new LinkedHashMap<>();

    private Acceptances(JacksonBean bean, List<DescribedProperty> properties, SamplePayloads samples) {
        this.bean = bean;
        this.properties = properties;
        this.samples = samples;
    }

    /**
     * Makes instances of a class.
     *
     * @param unwrapped schemas of what else stands in its objects, by name
     * @return what is accepted, by the names of properties; nothing where no payload that the schemas accept can be read
     * @throws ProjectCode.FailedException where the code itself fails; the message goes on after "the code of X"
     */
    static Map<String, Acceptance> find(
            JacksonBean bean, List<DescribedProperty> properties, Map<String, ObjectNode> unwrapped)
            throws BindingException, ProjectCode.FailedException {
        Acceptances acceptances = new Acceptances(bean, properties, new SamplePayloads(properties, unwrapped));
        Class<?> type = bean.type().raw();
        return ProjectCode.run("instances of " + type.getName(), type, SECONDS, acceptances::all);
    }

    private Map<String, Acceptance> all() throws BindingException {
        ObjectNode base = base();
        if (base != null) {
            for (DescribedProperty property : properties) {
                found.put(property.name(), of(property, base));
            }
            absentTogether(base);
            nullTogether(base);
        }
        return found;
    }

    /** A payload that is read; of code that refuses values, one that these let through. */
    private @Nullable ObjectNode base() {
        for (ObjectNode payload : samples.payloads()) {
            if (made(payload) != null) {
                return payload;
            }
        }
        return null;
    }

    private Acceptance of(DescribedProperty property, ObjectNode base) throws BindingException {
        ObjectNode without = without(base, Set.of(property.name()));
        boolean absence = accepts(without, property);
        if (!property.comes() || property.property().type().raw().isPrimitive()) {
            return new Acceptance(absence, false, Set.of(), false);
        }
        boolean ofNull = accepts(without.deepCopy().putNull(property.name()), property);
        return new Acceptance(absence, ofNull, noNullInside(property, base), false);
    }

    private boolean accepts(ObjectNode payload, DescribedProperty property) throws BindingException {
        MadeInstance instance = made(payload);
        return instance != null && instance.isValid(property);
    }

    /** Null is tried where the same payload is read with a value in its place. */
    private Set<Integer> noNullInside(DescribedProperty property, ObjectNode base) throws BindingException {
        ContainerSamples containers = ContainerSamples.of(property);
        Set<Integer> refused = new HashSet<>();
        for (int depth = 1; depth <= containers.depth(); depth++) {
            JsonNode none = containers.holding(JsonNodeFactory.instance.nullNode(), depth);
            if (made(with(base, property, none)) == null && holdsOthers(property, containers, depth, base)) {
                refused.add(depth);
            }
        }
        return refused;
    }

    private boolean holdsOthers(DescribedProperty property, ContainerSamples containers, int depth, ObjectNode base) {
        for (JsonNode value : containers.values(depth)) {
            if (made(with(base, property, containers.holding(value, depth))) != null) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode with(ObjectNode base, DescribedProperty property, JsonNode value) {
        ObjectNode payload = base.deepCopy();
        payload.set(property.name(), value);
        return payload;
    }

    /** All that may be absent is; and what must be there, must be there then too. */
    private void absentTogether(ObjectNode base) throws BindingException {
        Set<String> absent = names(property -> acceptance(property).absence() && !property.asked());
        ObjectNode least = without(base, absent);
        if (!isAccepted(least)) {
            boolean told = false;
            for (String name : absent) {
                if (base.has(name) && isAccepted(least.deepCopy().set(name, base.get(name)))) {
                    found.computeIfPresent(name, (same, one) -> one.dependent());
                    told = true;
                }
            }
            if (!told) {
                absent.forEach(name -> found.computeIfPresent(name, (same, one) -> one.dependent()));
            }
            return;
        }
        for (DescribedProperty property : properties) {
            boolean must = !acceptance(property).absence() && !property.asked();
            if (must && isAccepted(without(least, Set.of(property.name())))) {
                found.computeIfPresent(property.name(), (same, one) -> one.dependent());
            }
        }
    }

    /** All that may be null is. */
    private void nullTogether(ObjectNode base) throws BindingException {
        Set<String> none = names(property -> acceptance(property).ofNull());
        ObjectNode nulls = base.deepCopy();
        none.forEach(nulls::putNull);
        if (!isAccepted(nulls)) {
            for (String name : none) {
                if (base.has(name) && isAccepted(nulls.deepCopy().set(name, base.get(name)))) {
                    found.computeIfPresent(name, (same, one) -> one.dependentForNull());
                }
            }
            return;
        }
        for (DescribedProperty property : properties) {
            boolean mayBeNull = acceptance(property).ofNull()
                    || !property.comes()
                    || property.property().type().raw().isPrimitive();
            if (!mayBeNull && isAccepted(nulls.deepCopy().putNull(property.name()))) {
                found.computeIfPresent(property.name(), (same, one) -> one.dependentForNull());
            }
        }
    }

    private Acceptance acceptance(DescribedProperty property) {
        return found.getOrDefault(property.name(), new Acceptance(true, true, Set.of(), false));
    }

    private interface Test {
        boolean of(DescribedProperty property);
    }

    private Set<String> names(Test test) {
        Set<String> names = new HashSet<>();
        for (DescribedProperty property : properties) {
            if (test.of(property)) {
                names.add(property.name());
            }
        }
        return names;
    }

    /** It is read, and what it does not say is valid. */
    private boolean isAccepted(ObjectNode payload) throws BindingException {
        MadeInstance instance = made(payload);
        if (instance == null) {
            return false;
        }
        for (DescribedProperty property : properties) {
            JsonNode said = payload.path(property.name());
            if ((said.isMissingNode() || said.isNull()) && !instance.isValid(property)) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode without(ObjectNode payload, Set<String> names) {
        ObjectNode rest = payload.deepCopy();
        rest.remove(names);
        return rest;
    }

    private @Nullable MadeInstance made(ObjectNode payload) {
        try {
            return new MadeInstance(bean.jackson(), bean.jackson().make(bean.type(), Json.compact(payload)));
        } catch (BindingException e) {
            return null;
        }
    }
}
