package io.github.cxonetools.execution.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a new worker needs to reach Maven's end, handed over in a file that only its user can read and that the worker
 * deletes: a command line or an environment would show the secret to handlers and neighbours.
 *
 * @param host a loopback address
 * @param port where Maven's end listens
 * @param secret good for one connection
 * @param maxPayloadBytes larger answers are not sent
 * @param jackson jars that bind payloads where the project has no Jackson
 */
public record Invitation(String host, int port, String secret, long maxPayloadBytes, List<String> jackson) {

    /** Writes the invitation to {@code file}, which must lie in a directory of the user's own. */
    public void write(Path file) throws IOException {
        Files.write(
                file,
                List.of(
                        host,
                        Integer.toString(port),
                        secret,
                        Long.toString(maxPayloadBytes),
                        String.join(File.pathSeparator, jackson)));
    }

    static Invitation accept(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Files.delete(file);
        return new Invitation(
                lines.get(0),
                Integer.parseInt(lines.get(1)),
                lines.get(2),
                Long.parseLong(lines.get(3)),
                Arrays.asList(lines.get(4).split(File.pathSeparator)));
    }

    @Override
    public String toString() {
        return "Invitation[host=" + host + ", port=" + port + ", secret=***]";
    }
}
