package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a new worker needs to reach Maven's end, handed over in a file that only its user can read and that the worker
 * deletes: a command line or an environment would show the secret to handlers and neighbours.
 *
 * @param host a loopback address
 * @param port where Maven's end listens
 * @param secret good for one connection
 * @param maxPayloadBytes larger answers are not sent
 * @param jackson jars that bind payloads where the project has no Jackson
 * @param systemProperties what the project wants its handlers to see
 */
public record WorkerHandshake(
        String host,
        int port,
        String secret,
        long maxPayloadBytes,
        List<String> jackson,
        Map<String, String> systemProperties) {

    /** Writes the invitation to {@code file}, which must lie in a directory of the user's own. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(host, Integer.toString(port), secret, Long.toString(maxPayloadBytes), "" + jackson.size()));
        lines.addAll(jackson);
        systemProperties.forEach((name, value) -> lines.add(encoded(name) + "=" + encoded(value)));
        Files.write(file, lines);
    }

    static WorkerHandshake accept(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Files.delete(file);
        int jacksonEnd = 5 + Integer.parseInt(lines.get(4));
        Map<String, String> properties = new LinkedHashMap<>();
        for (String line : lines.subList(jacksonEnd, lines.size())) {
            int equals = line.indexOf('=');
            properties.put(decoded(line.substring(0, equals)), decoded(line.substring(equals + 1)));
        }
        return new WorkerHandshake(
                lines.get(0),
                Integer.parseInt(lines.get(1)),
                lines.get(2),
                Long.parseLong(lines.get(3)),
                lines.subList(5, jacksonEnd),
                properties);
    }

    /** One line, whatever is in the text. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WorkerHandshake[host=" + host + ", port=" + port + ", secret=***]";
    }
}
