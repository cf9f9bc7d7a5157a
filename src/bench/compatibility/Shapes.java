import io.github.cxonetools.compatibility.inclusion.Inclusion;
import io.github.cxonetools.json.Json;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides one pair of large schemas, or names the pairs where it is given none, and prints the CPU that it took. */
final class Shapes {

    private static final Map<String, Supplier<JsonNode[]>> PAIRS = new LinkedHashMap<>();

    static {
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            pair("100 subtypes, " + keyword + ", one widened", () -> subtypes(keyword, -1), () -> subtypes(keyword, 57));
            pair("100 subtypes, " + keyword + ", one narrowed", () -> subtypes(keyword, 57), () -> subtypes(keyword, -1));
        }
        pair("100 subtypes, anyOf to oneOf", () -> subtypes("anyOf", 57), () -> subtypes("oneOf", 57));
        pair("enum of 500, one lost", () -> values(500), () -> values(499));
        pair("enum of 500 to a pattern", () -> values(500), () -> pattern("^(" + words() + ")$"));
        pair("200 optional properties, one more", () -> properties(200), () -> properties(201));
        pair("200 optional properties, one narrowed", () -> properties(200), Shapes::narrowed);
        pair("pattern of 3,000 characters, widened", () -> pattern("^" + "ab".repeat(1500) + "$"), () -> pattern("^" + "ab".repeat(1500)));
        pair("pattern of 3,000 characters, another", () -> pattern("^" + "ab".repeat(1500) + "$"), () -> pattern("^" + "ab".repeat(1499) + "aa$"));
    }

    private Shapes() {}

    private static void pair(String name, Supplier<JsonNode> sub, Supplier<JsonNode> sup) {
        PAIRS.put(name, () -> new JsonNode[] {sub.get(), sup.get()});
    }

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            PAIRS.keySet().forEach(System.out::println);
            return;
        }
        JsonNode[] pair = PAIRS.get(arguments[0]).get();
        long before = cpuMillis();
        Inclusion inclusion = Inclusion.decide(pair[0], pair[1]);
        System.out.printf(
                Locale.ROOT,
                "%-42s %-13s %6d ms%n",
                arguments[0],
                inclusion.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                cpuMillis() - before);
    }

    /** Of the whole JVM, its compiler and its collector included. */
    private static long cpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
                / 1_000_000;
    }

    private static ObjectNode subtypes(String keyword, int odd) {
        ObjectNode schema = Json.object();
        ArrayNode list = schema.putArray(keyword);
        for (int i = 0; i < 100; i++) {
            ObjectNode subtype = list.addObject().put("type", "object");
            ObjectNode properties = subtype.putObject("properties");
            properties.putObject("kind").put("const", "kind" + i);
            properties.putObject("value" + i).put("type", i == odd ? "number" : "integer");
            subtype.putArray("required").add("kind");
        }
        return schema;
    }

    private static ObjectNode values(int count) {
        ObjectNode schema = Json.object();
        ArrayNode values = schema.putArray("enum");
        for (int i = 0; i < count; i++) {
            values.add("value" + i);
        }
        return schema;
    }

    private static String words() {
        StringBuilder words = new StringBuilder();
        values(500).path("enum").forEach(value -> words.append(words.isEmpty() ? "" : "|").append(value.stringValue()));
        return words.toString();
    }

    private static ObjectNode properties(int count) {
        ObjectNode schema = Json.object().put("type", "object");
        for (int i = 0; i < count; i++) {
            schema.withObject("/properties").putObject("property" + i).put("type", "string").put("maxLength", 100);
        }
        return schema;
    }

    private static ObjectNode narrowed() {
        ObjectNode schema = properties(200);
        schema.withObject("/properties/property99").put("maxLength", 99);
        return schema;
    }

    private static ObjectNode pattern(String pattern) {
        return Json.object().put("type", "string").put("pattern", pattern);
    }
}
