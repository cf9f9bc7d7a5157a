import io.github.cxonetools.compatibility.inclusion.Inclusion;
import io.github.cxonetools.json.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides each row of a table of schemas, and prints what it finds, a line a row. */
final class DecideTable {

    private DecideTable() {}

    public static void main(String[] arguments) throws Exception {
        JsonNode table = Json.readLenient(Files.readAllBytes(Path.of(arguments[0])));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (JsonNode row : table.isArray() ? table : table.path("rows")) {
            Inclusion inclusion = Inclusion.decide(row.path("sub"), row.path("super"));
            ObjectNode line = Json.object();
            line.set("name", row.path("name"));
            line.put("verdict", inclusion.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            if (inclusion.witness() != null) {
                line.set("witness", inclusion.witness());
            } else {
                line.putNull("witness");
            }
            line.put("reason", inclusion.reason());
            out.println(Json.compact(line));
        }
    }
}
