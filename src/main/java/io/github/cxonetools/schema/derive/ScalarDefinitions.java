package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.FloatingNumbers;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import io.github.cxonetools.schema.scalar.TreeNodes;
import java.time.Year;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types of the JDK that are one value on the wire, and those that may be any. */
final class ScalarDefinitions implements Definitions {

    private static final Set<String> ANYTHING = Set.of(
            "java.lang.Object",
            "java.io.Serializable",
            "com.fasterxml.jackson.databind.JsonNode",
            "tools.jackson.databind.JsonNode",
            "com.fasterxml.jackson.core.TreeNode");

    /** What only code of the JDK's can read, by its tables, its class path, its network or a grammar of its own. */
    private static final Set<String> WRITTEN_AS_TEXT = Set.of(
            "java.lang.Class",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.net.InetAddress",
            "java.net.InetSocketAddress",
            "java.net.URL",
            "java.nio.charset.Charset",
            "java.nio.file.Path",
            "java.time.ZoneId",
            "java.util.Currency",
            "java.util.regex.Pattern");

    private final Jackson jackson;
    private final Side side;

    ScalarDefinitions(Jackson jackson, Side side) {
        this.jackson = jackson;
        this.side = side;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException {
        Class<?> raw = use.type().raw();
        JacksonProperty property = use.property();
        boolean oneOfSeveral = raw == Object.class && property != null && property.annotation("JsonTypeInfo") != null;
        if (oneOfSeveral) {
            return null;
        }
        return FloatingNumbers.contains(raw) && jackson.code().quotesNotNumbers()
                ? FloatingNumbers.schema(raw, use.constraints())
                : of(raw);
    }

    private @Nullable ObjectNode of(Class<?> raw) throws BindingException {
        if (raw == Year.class) {
            return ScalarTypes.year(jackson);
        }
        if (raw == byte[].class) {
            return ScalarTypes.base64();
        }
        if (raw == char[].class) {
            return ScalarTypes.type("string");
        }
        if (side == Side.OUTPUT && WRITTEN_AS_TEXT.contains(raw.getName())) {
            return ScalarTypes.type("string");
        }
        ObjectNode tree = TreeNodes.schema(raw);
        if (tree != null) {
            return tree;
        }
        return ANYTHING.contains(raw.getName()) ? JsonNodeFactory.instance.objectNode() : ScalarTypes.schema(raw);
    }
}
