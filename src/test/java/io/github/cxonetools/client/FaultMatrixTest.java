package io.github.cxonetools.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published matrix of faults and calls is what the golden files say. {@code -Dgolden.update} writes it anew; run {@link
 * FaultTableTest} with it first.
 */
class FaultMatrixTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/github/cxonetools/client/faults");
    private static final Path PAGE = Path.of("src/site/markdown/fault-matrix.md");
    private static final List<String> CALLS = List.of("token", "list", "pages", "create", "patch", "metrics");
    private static final Pattern END = Pattern.compile("(?s)\n((?:result|[A-Z][A-Za-z]*Exception): .*)\nsent: ");
    private static final Pattern TIMES = Pattern.compile(" x(\\d+)$");

    /**
     * How one call ended under one fault.
     *
     * @param end the result or the failure, as the user reads it
     * @param requests how many were sent for the call itself
     * @param tenant what the tenant has afterwards
     */
    record Cell(String fault, String call, String end, int requests, String tenant) {

        String brief() {
            String how = end.startsWith("result: ")
                    ? "succeeds"
                    : end.startsWith("RejectedException") ? "fails: the user's" : "fails: the world's";
            return how + ", " + requests + (requests == 1 ? " request" : " requests") + ", "
                    + (tenant.equals("[]") ? "nothing" : tenant.substring(1, tenant.length() - 1)) + " in the tenant";
        }

        @Override
        public String toString() {
            return fault + " on " + call;
        }
    }

    static Stream<Cell> cells() throws IOException {
        return matrix().values().stream().flatMap(row -> row.values().stream());
    }

    @Test
    void thePageSaysWhatTheGoldenFilesSay() throws Exception {
        String page = page(matrix());

        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
        assertThat(cells().count()).isGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void nothingIsDoubledOrLostAndWhatIsSaidIsTrue(Cell cell) {
        boolean isThere = cell.tenant().startsWith("[A 1");

        assertThat(cell.tenant()).matches("\\[(A 1( \\(deprecated\\))?)?\\]");
        assertThat(isThere || !List.of("patch", "pages").contains(cell.call()))
                .as("nothing is lost")
                .isTrue();
        if (cell.call().equals("create") && cell.end().startsWith("result: ")) {
            assertThat(isThere).as("what is said to be created is there").isTrue();
        }
        if (cell.end().contains("The tenant did not list it afterwards")) {
            assertThat(isThere).as("what is said to be absent is absent").isFalse();
        }
    }

    private static Map<String, Map<String, Cell>> matrix() throws IOException {
        Map<String, Map<String, Cell>> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                String fault = file.getFileName().toString().replaceFirst("\\.txt$", "");
                Map<String, Cell> row = new LinkedHashMap<>();
                for (String section : Files.readString(file).split("(?m)^== ")) {
                    if (!section.isEmpty()) {
                        Cell cell = cell(fault, section);
                        row.put(cell.call(), cell);
                    }
                }
                assertThat(row.keySet()).as(fault).containsExactlyInAnyOrderElementsOf(CALLS);
                rows.put(fault, row);
            }
        }
        return rows;
    }

    private static Cell cell(String fault, String section) {
        String call = section.substring(0, section.indexOf('\n'));
        Matcher end = END.matcher(section);
        assertThat(end.find()).as("%s on %s", fault, call).isTrue();
        String rest = section.substring(end.end());
        String[] lines = rest.split("\n", 2);
        int requests = 0;
        for (String request : lines[0].split(", ")) {
            if (call.equals("token") || !request.startsWith("POST /oauth/token")) {
                Matcher times = TIMES.matcher(request);
                requests += request.isEmpty() ? 0 : times.find() ? Integer.parseInt(times.group(1)) : 1;
            }
        }
        String tenant = lines[1].strip().replaceFirst("^tenant: ", "");
        return new Cell(fault, call, end.group(1), requests, tenant);
    }

    private static String page(Map<String, Map<String, Cell>> rows) {
        List<String> lines = new ArrayList<>(List.of(
                "# Faults and calls",
                "",
                "What each call comes to under each fault of a tenant, or of what lies before it. The page is made from the",
                "golden files of the client's tests, which play every cell over raw sockets; a test keeps it equal to them.",
                "`list` asks for the versions of one action, `pages` reads those of three from the pages of all; where the pages",
                "cannot be had, each of the three is asked for. `POST` of a version is the one call that is not idempotent. In no cell is a version created twice or lost,",
                "and in none does a secret appear.",
                "",
                "| fault | " + String.join(" | ", CALLS) + " |",
                "| --- |" + " --- |".repeat(CALLS.size())));
        rows.forEach((fault, row) -> lines.add("| " + fault + " | "
                + String.join(
                        " | ", CALLS.stream().map(call -> row.get(call).brief()).toList()) + " |"));
        lines.add("");
        lines.add("## What the user reads");
        rows.forEach((fault, row) -> {
            lines.add("");
            lines.add("### " + fault);
            lines.add("");
            for (String call : CALLS) {
                lines.add("    " + call + ": " + row.get(call).end().replace("\n", "\n    "));
            }
        });
        return String.join("\n", lines) + "\n";
    }
}
