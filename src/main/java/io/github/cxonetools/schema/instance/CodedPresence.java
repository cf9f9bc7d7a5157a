package io.github.cxonetools.schema.instance;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.ProjectCode;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What the code of classes makes of absent properties and of null, where it decides: asked for by making instances. */
public final class CodedPresence {

    private final Warnings warnings;
    private final Set<Class<?>> failing = new HashSet<>();

    public CodedPresence(Warnings warnings) {
        this.warnings = warnings;
    }

    /**
     * Asks the code of one class, if it decides.
     *
     * @param unwrapped schemas of what else stands in its objects, by name
     * @param plain whether a payload has its properties by name, each by itself
     * @return by the names of properties; nothing where their annotations, types and constraints tell all
     */
    public Map<String, Acceptance> find(
            JacksonBean bean,
            ConstructionCode code,
            List<DescribedProperty> properties,
            Map<String, ObjectNode> unwrapped,
            boolean plain)
            throws BindingException {
        code.warn(warnings);
        return code.decidesOfAny(properties) ? made(bean, code.maker(), properties, unwrapped, plain) : Map.of();
    }

    /** As {@link #find}, of a class that is made of an object of another one, whose properties these are. */
    public Map<String, Acceptance> findDelegated(JacksonBean bean, List<DescribedProperty> properties)
            throws BindingException {
        return made(bean, ConstructionCode.makerOfOneValue(bean), properties, Map.of(), true);
    }

    /** The names of those of the properties that an instance of the class holds as a payload has them. */
    public Set<String> kept(JacksonBean bean, List<DescribedProperty> properties) {
        try {
            return failing.contains(bean.type().raw()) ? Set.of() : KeptValues.find(bean, properties);
        } catch (ProjectCode.FailedException | BindingException e) {
            return Set.of(); // Told of before, where instances were made.
        }
    }

    private Map<String, Acceptance> made(
            JacksonBean bean,
            String maker,
            List<DescribedProperty> properties,
            Map<String, ObjectNode> unwrapped,
            boolean plain)
            throws BindingException {
        Class<?> type = bean.type().raw();
        String name = ClassNames.simple(type);
        if (failing.contains(type)) {
            return Map.of();
        }
        try {
            Map<String, Acceptance> found = plain ? Acceptances.find(bean, properties, unwrapped) : Map.of();
            if (found.isEmpty() && !properties.isEmpty()) {
                warnings.refusedByCode(name, maker);
            }
            for (DescribedProperty property : properties) {
                Acceptance acceptance = found.get(property.name());
                if (acceptance != null && acceptance.depends()) {
                    warnings.cannotSay(
                            name + "." + property.property().memberName(),
                            "when it may be absent or null",
                            "the " + maker + " of " + name + " decides by other properties");
                }
            }
            return found;
        } catch (ProjectCode.FailedException e) {
            failing.add(type);
            warnings.cannotSay(name, "what its " + maker + " refuses", "its code " + e.getMessage());
            return Map.of();
        }
    }
}
