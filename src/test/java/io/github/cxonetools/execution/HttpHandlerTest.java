package io.github.cxonetools.execution;

import io.github.cxonetools.client.settings.ProxySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HttpHandlerTest {

    private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final MockWebServer server = new MockWebServer();
    private HttpHandler handler;

    @BeforeEach
    void start() throws IOException {
        server.start();
        handler = new HttpHandler(server.url("/sentiment").toString(), 20);
    }

    @AfterEach
    void stop() {
        handler.close();
        server.close();
    }

    @Test
    void postsThePayloadAsJson() throws Exception {
        server.enqueue(new MockResponse.Builder().body("{\"b\":2}").build());

        HandlerAnswer answer = call();

        assertThat(answer).isInstanceOfSatisfying(HandlerAnswer.Output.class, output -> {
            assertThat(output.json()).asString(StandardCharsets.UTF_8).isEqualTo("{\"b\":2}");
            assertThat(output.latencyMs()).isPositive();
        });
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /sentiment HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getBody().toByteArray()).isEqualTo(PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 404, 407, 408, 421, 429, 500, 503})
    void takesEveryOtherStatusAsAFailureAndSendsOnce(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .addHeader("Retry-After", "0")
                .build());
        server.enqueue(new MockResponse.Builder().body("{}").build());

        assertThat(failure()).isEqualTo("HTTP " + status);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'message':'java.lang.IllegalStateException: no queue'} | : java.lang.IllegalStateException: no queue",
                "{'type':'about:blank','title':'Conflict','detail':'no queue'} | : no queue",
                "{'status':500,'error':'Internal Server Error','path':'/x'} | : Internal Server Error",
                "{'error':{'code':7,'message':'no queue'}} | : no queue",
                "{'message':' '} | ''",
                "{'message':7} | ''",
                "<html>no queue</html> | ''",
                "[] | ''",
                "'' | ''",
            })
    void passesOnWhatAFailureSays(String body, String words) {
        server.enqueue(new MockResponse.Builder()
                .code(500)
                .body(body.replace('\'', '"'))
                .build());

        assertThat(failure()).isEqualTo("HTTP 500" + words);
    }

    @Test
    void saysTheStatusOfAFailureWhoseBodyIsCut() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .body("{\"message\":\"no queue\"}")
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());

        assertThat(failure()).isEqualTo("HTTP 503");
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(failure(Duration.ofMillis(100)))
                .isEqualTo("java.util.concurrent.TimeoutException: no answer within 100 ms");
    }

    @Test
    void givesUpOnABodyThatComesTooSlowly() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"a\":12345678}")
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());

        assertThat(failure(Duration.ofMillis(200))).startsWith("java.util.concurrent.TimeoutException");
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false"})
    void takesABodyUpToTheLimit(int size, boolean taken) {
        server.enqueue(new MockResponse.Builder().body("1".repeat(size)).build());

        HandlerAnswer answer = call();

        if (taken) {
            assertThat(answer).isInstanceOf(HandlerAnswer.Output.class);
        } else {
            assertThat(((HandlerAnswer.RunFailure) answer).problem())
                    .isEqualTo("HTTP 200: the body is larger than 20 bytes");
        }
    }

    @Test
    void takesACutBodyAsAFailure() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Length", "15")
                .body("{\"a\":")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .setHeader("Content-Length", "15")
                .build());

        assertThat(failure()).startsWith("java.net.ProtocolException: unexpected end of stream");
    }

    @Test
    void doesNotRepeatWhatABrokenAnswerSays() {
        server.enqueue(new MockResponse.Builder().status("s3cr3t=1 and more").build());

        assertThat(failure()).isEqualTo("java.net.ProtocolException: the answer broke");
    }

    @Test
    void takesAResetAsAFailureAndSendsOnce() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder().body("{}").build());

        assertThat(failure()).startsWith("java.");

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void takesTheTimeAndTheWordsOfAHandlerThatThisPluginServes() {
        server.enqueue(new MockResponse.Builder()
                .addHeader(ServedAnswer.HEADER, "0.250000")
                .body("{}")
                .bodyDelay(50, TimeUnit.MILLISECONDS)
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(500)
                .addHeader(ServedAnswer.HEADER, "1.500000")
                .addHeader(ServedAnswer.FAILURE_HEADER, "java.lang.IllegalStateException")
                .body("{\"message\":\"java.lang.IllegalStateException: no queue\",\"code\":\"handler_failed\"}")
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(422)
                .addHeader(ServedAnswer.HEADER, new ServedAnswer(null, null).toHeader())
                .body("{\"message\":\"binding: /tags is null\"}")
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader(ServedAnswer.HEADER, new ServedAnswer(5001.0, null).toHeader())
                .body("{}")
                .build());

        assertThat(((HandlerAnswer.Output) call()).latencyMs()).isEqualTo(0.25);
        assertThat(call())
                .isEqualTo(new HandlerAnswer.RunFailure(
                        "HTTP 500: java.lang.IllegalStateException: no queue",
                        "HTTP 500: java.lang.IllegalStateException",
                        1.5));
        assertThat(call())
                .isEqualTo(new HandlerAnswer.RunFailure("HTTP 422: binding: /tags is null", "HTTP 422", null));
        assertThat(failure()).isEqualTo("java.util.concurrent.TimeoutException: no answer within 5000 ms");
    }

    @Test
    void saysWhenNobodyListens() {
        String url = server.url("/key?secret=s3cr3t").toString();
        String address = server.getHostName() + ":" + server.getPort();
        server.close();
        try (HttpHandler refused = new HttpHandler(url, 20)) {
            HandlerAnswer answer = refused.call(PAYLOAD, Duration.ofSeconds(5));

            assertThat(answer)
                    .isEqualTo(new HandlerAnswer.RunFailure(
                            "java.net.ConnectException: nothing listens at " + address
                                    + ". Start the handler, or let the plugin serve the project's: "
                                    + "mvn compile cxone:tenant",
                            "java.net.ConnectException",
                            null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/x", "localhost:8080/x", "/x", "http://", "file:/etc/passwd", "x y"})
    void refusesWhatIsNoUrlOfAServiceWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpHandler(url, 20))
                .withMessage("is not an HTTP or HTTPS URL. Use one like http://127.0.0.1:8080/action");
    }

    @Test
    void goesThroughTheProxyAndIsAuthorizedAtOnceBecauseABodyIsSentOnce() throws Exception {
        server.enqueue(new MockResponse.Builder().body("{\"b\":2}").build());

        try (HttpHandler proxied = new HttpHandler("http://actions.example.com/x", 20, proxy("user", ""))) {
            assertThat(proxied.call(PAYLOAD, Duration.ofSeconds(5))).isInstanceOf(HandlerAnswer.Output.class);
        }

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST http://actions.example.com/x HTTP/1.1");
        assertThat(request.getHeaders().get("Proxy-Authorization")).isEqualTo(Credentials.basic("user", "pass-word"));
        assertThat(request.getBody().toByteArray()).isEqualTo(PAYLOAD);
    }

    @Test
    void asksTheProxyForATunnelToHttps() throws Exception {
        server.enqueue(new MockResponse.Builder().code(403).inTunnel().build());

        try (HttpHandler proxied = new HttpHandler("https://actions.example.com/x", 20, proxy(null, ""))) {
            assertThat(failure(proxied)).isEqualTo("java.io.IOException: Unexpected response code for CONNECT: 403");
        }

        assertThat(server.takeRequest().getRequestLine()).isEqualTo("CONNECT actions.example.com:443 HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({"user, refused the user name and password", ", wants a user name and a password"})
    void saysWhatTheProxyWants(String userName, String words) {
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"p\"")
                    .build());
        }

        try (HttpHandler proxied = new HttpHandler("http://actions.example.com/x", 20, proxy(userName, ""))) {
            assertThat(failure(proxied))
                    .contains("the proxy localhost:" + server.getPort() + " " + words)
                    .doesNotContain("pass-word");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/x", "http://localhost:1/x", "http://[::1]:1/x", "http://a.invalid/x"})
    void goesRoundTheProxyToThisMachineAndToWhatItExcepts(String url) {
        try (HttpHandler direct = new HttpHandler(url, 20, proxy("user", "*.invalid"))) {
            assertThat(failure(direct)).startsWith("java.");
        }

        assertThat(server.getRequestCount()).isZero();
    }

    private ProxySettings proxy(String userName, String nonProxyHosts) {
        return new ProxySettings("localhost", server.getPort(), userName, "pass-word", nonProxyHosts);
    }

    private static String failure(HttpHandler service) {
        return ((HandlerAnswer.RunFailure) service.call(PAYLOAD, Duration.ofSeconds(5))).problem();
    }

    @Test
    void aTargetThatJavaCannotSpellIsEscaped() {
        assertThat(HttpHandler.target(" http://127.0.0.1/a|b?k=\"{c}\" "))
                .hasHost("127.0.0.1")
                .hasPath("/a|b");
    }

    private HandlerAnswer call() {
        return handler.call(PAYLOAD, Duration.ofSeconds(5));
    }

    private String failure() {
        return failure(Duration.ofSeconds(5));
    }

    private String failure(Duration timeout) {
        return ((HandlerAnswer.RunFailure) handler.call(PAYLOAD, timeout)).problem();
    }
}
