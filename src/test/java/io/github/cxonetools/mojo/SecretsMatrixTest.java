package io.github.cxonetools.mojo;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.WireTenant.Request;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.deployment.Deployer;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.mojo.project.RedactedLog;
import io.github.cxonetools.mojo.project.RedactedText;
import io.github.cxonetools.report.deployment.ClientConsole;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import io.github.cxonetools.text.Secrets;
import io.github.cxonetools.text.Spellings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.monitor.logging.DefaultLog;
import org.codehaus.plexus.logging.console.ConsoleLogger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A secret in each spelling, in each place of an answer: none of it is in what the console shows or a file keeps. */
class SecretsMatrixTest {

    private static final String CLIENT = "the-client";
    private static final String SECRET = "s3cr3t/+&=%~ valuë\"x";
    private static final String TOKEN = "tok/en+123456==";
    private static final String LIST = "GET /api/v2/data-actions";

    private final StringBuilder shown = new StringBuilder();

    @TempDir
    private Path folder;

    /** Where in an answer the text stands. */
    private enum Place {
        STATUS_LINE(LIST) {
            @Override
            String answer(String text) {
                return line(text) + "\r\n\r\n";
            }
        },
        STATUS_TEXT(LIST) {
            @Override
            String answer(String text) {
                return "HTTP/1.1 400 " + line(text) + "\r\nContent-Length: 0\r\n\r\n";
            }
        },
        HEADER(LIST) {
            @Override
            String answer(String text) {
                return "HTTP/1.1 200 X\r\n" + line(text) + "\r\n\r\n";
            }
        },
        CHUNK(LIST) {
            @Override
            String answer(String text) {
                return "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n" + line(text) + "\r\n";
            }
        },
        LOCATION(LIST) {
            @Override
            String answer(String text) {
                return "HTTP/1.1 302 X\r\nLocation: //" + line(text) + "@x.example.com/" + line(text)
                        + "\r\nContent-Length: 0\r\n\r\n";
            }
        },
        RETRY_AFTER(LIST) {
            @Override
            String answer(String text) {
                return "HTTP/1.1 429 X\r\nRetry-After: \u0007" + line(text) + "\r\nContent-Length: 0\r\n\r\n";
            }
        },
        TOKEN_STATUS_LINE("POST /oauth/token") {
            @Override
            String answer(String text) {
                return line(text) + "\r\n\r\n";
            }
        },
        TOKEN_ERROR("POST /oauth/token") {
            @Override
            String answer(String text) {
                return http(400, text);
            }
        },
        NO_JSON(LIST) {
            @Override
            String answer(String text) {
                return http(200, text);
            }
        },
        ERROR_TEXT(LIST) {
            @Override
            String answer(String text) {
                return http(400, text);
            }
        },
        ERROR_MESSAGE(LIST) {
            @Override
            String answer(String text) {
                return http(400, "{\"message\":" + Json.quoted(text) + "}");
            }
        },
        ERROR_FIELDS(LIST) {
            @Override
            String answer(String text) {
                return http(
                        400, "{\"errors\":[{\"field\":" + Json.quoted(text) + ",\"code\":" + Json.quoted(text) + "}]}");
            }
        },
        CUT_WHEN_READ(LIST) {
            @Override
            String answer(String text) {
                return http(400, " ".repeat((16 << 10) - text.length() + 2) + text);
            }
        },
        CUT_WHEN_SHOWN(LIST) {
            @Override
            String answer(String text) {
                return http(400, "x ".repeat(1000 - text.length() / 4) + text + " x".repeat(50));
            }
        },
        LISTED(LIST) {
            @Override
            String answer(String text) {
                return http(200, listing("id-1", text));
            }
        },
        LISTED_ID(LIST) {
            @Override
            String answer(String text) {
                return http(200, listing(text, "d"));
            }
        },
        CREATED("POST /api/v2/data-actions") {
            @Override
            String answer(String text) {
                return http(422, "{\"message\":" + Json.quoted(text) + "}");
            }
        };

        private final String request;

        Place(String request) {
            this.request = request;
        }

        abstract String answer(String text);

        static String line(String text) {
            return text.replace("\r", "").replace("\n", "");
        }

        static String http(int status, String body) {
            return "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                    + "\r\n\r\n" + body;
        }

        static String listing(String id, String text) {
            String quoted = Json.quoted(text);
            return "{\"entities\":[{\"id\":" + Json.quoted(id) + ",\"name\":\"A\",\"version\":\"1\",\"description\":"
                    + quoted + ",\"handlerUrl\":" + quoted + ",\"inputSchema\":{\"title\":" + quoted
                    + ",\"properties\":{"
                    + quoted + ":{}}},\"outputSchema\":{\"type\":\"object\"},\"isDeprecated\":false},{\"id\":\"id-2\","
                    + "\"name\":\"A\",\"version\":" + quoted + "}],\"total\":2}";
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsShownOrKept(Place place) throws Exception {
        // Who refuses a token has not given one.
        for (String secret : place.request.startsWith("POST /oauth") ? List.of(SECRET) : List.of(SECRET, TOKEN)) {
            for (Map.Entry<String, String> spelling :
                    Spellings.of(CLIENT, secret).entrySet()) {
                shown.setLength(0);
                deploy(place, spelling.getValue());
                String all = shown + kept();
                String half = secret.substring(0, secret.length() / 2);
                assertThat(all).as(spelling.getKey()).doesNotContain(spelling.getValue(), secret, half);
                assertThat(all).as(spelling.getKey()).contains("Tenant");
            }
        }
    }

    @Test
    void noBeginningOfASecretIsQuotedOrTakenForAHost() throws Exception {
        for (Place place : List.of(Place.NO_JSON, Place.LOCATION, Place.RETRY_AFTER)) {
            deploy(place, "BeginningOfAS3cret/and=more");
        }
        assertThat(shown).doesNotContainIgnoringCase("BeginningOfAS3cret").doesNotContain("Unexpected char");
    }

    /** As the goals do: log, exception chain with stack traces, plan.json, deployment.json, receipts.json. */
    private void deploy(Place place, String text) throws Exception {
        Secrets secrets = new Secrets();
        secrets.add("BeginningOfAS3cret/and=more");
        RedactedText redacted = new RedactedText(secrets);
        RedactedLog log = new RedactedLog(new Recorded(shown), redacted);
        try (WireTenant tenant = new WireTenant();
                CxoneClient client = CxoneClient.connect(
                        settings(tenant.url()),
                        Credentials.clientCredentials(CLIENT, SECRET, "a test"),
                        new ClientConsole(log::info, log::warn),
                        secrets)) {
            tenant.tokenAnswer = "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}";
            tenant.script =
                    request -> request.line().equals(place.request) ? hostile(place.answer(text)) : Behaviour.NORMAL;
            log.info("Tenant " + client.baseUrl());
            try {
                plan(client, log);
            } catch (CxoneException e) {
                StringWriter trace = new StringWriter();
                new Exception(redacted.text(e.getMessage()), redacted.cause(e.getCause()))
                        .printStackTrace(new PrintWriter(trace));
                shown.append(trace);
            }
        }
    }

    private void plan(CxoneClient client, RedactedLog log) throws Exception {
        PlanSettings settings = new PlanSettings(
                false,
                true,
                true,
                null,
                false,
                1,
                Comparator.naturalOrder(),
                CompatibilityRules.DEFAULT,
                (action, side, pointer) -> null,
                LocalDate.EPOCH);
        Receipts receipts = Receipts.open(folder.resolve("receipts.json"), URI.create("https://t.example.com"));
        DesiredAction desired = new DesiredAction(
                new Contract(
                        "A", "1", "d", 5000, Json.read("{\"type\":\"object\"}"), Json.read("{\"type\":\"object\"}")),
                URI.create("https://a.example.com"));
        DeploymentPlan plan = new Planner(client, receipts, settings).plan(List.of(desired));
        DeploymentFiles.write(folder.resolve("plan.json"), plan, client.secrets());
        DeploymentConsole.plan(plan).forEach(log::info);
        plan.rejectConflicts();
        DeploymentResult result = new Deployer(client, receipts, settings, Clock.systemUTC()).apply(plan);
        DeploymentFiles.write(folder.resolve("deployment.json"), result, "1", null, client.secrets());
        DeploymentConsole.summary(result).forEach(log::info);
        result.throwIfIncomplete();
    }

    private static Behaviour hostile(String bytes) {
        return (WireTenant tenant, Request request, Socket socket) -> {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.close();
        };
    }

    private static ClientSettings settings(URI url) {
        return new ClientSettings(
                url,
                url.resolve("/oauth/token"),
                ClientSettings.DEFAULT_ACTIONS_PATH,
                ClientSettings.DEFAULT_METRICS_PATH,
                Authentication.CLIENT_CREDENTIALS,
                null,
                false,
                Duration.ofSeconds(5),
                1,
                Duration.ZERO,
                null,
                "test");
    }

    private String kept() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    /** Keeps what reaches Maven's log. */
    private static final class Recorded extends DefaultLog {

        private final StringBuilder shown;

        Recorded(StringBuilder shown) {
            super(new ConsoleLogger());
            this.shown = shown;
        }

        @Override
        public void info(CharSequence content) {
            shown.append(content).append('\n');
        }

        @Override
        public void warn(CharSequence content) {
            shown.append(content).append('\n');
        }
    }
}
