package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Types of the JDK that Jackson 2 reads and writes with one of its modules only: refused where the class path lacks it. */
public final class MissingModules implements Definitions {

    private final Jackson jackson;
    private final Side side;

    public MissingModules(Jackson jackson, Side side) {
        this.jackson = jackson;
        this.side = side;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        String artifact = jackson.generation() == Generation.JACKSON_2 ? missing(raw) : null;
        if (artifact != null) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "the project's Jackson cannot " + (side == Side.INPUT ? "read " : "write ") + raw.getName()
                            + " without its module. Add the dependency com.fasterxml.jackson.datatype:" + artifact
                            + ", in the version that Jackson has");
        }
        return null;
    }

    /** The artefact that the type needs and the class path lacks; null where nothing is missing. Enums need none. */
    private @Nullable String missing(Class<?> raw) {
        String name = raw.getName();
        if (name.startsWith("java.time.") && !raw.isEnum()) {
            return jackson.code().hasModule("JavaTimeModule") || jackson.code().hasModule("JSR310Module")
                    ? null
                    : "jackson-datatype-jsr310";
        }
        if (name.startsWith("java.util.Optional")) {
            return jackson.code().hasModule("Jdk8Module") ? null : "jackson-datatype-jdk8";
        }
        return null;
    }
}
