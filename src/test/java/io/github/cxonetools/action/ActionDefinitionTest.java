package io.github.cxonetools.action;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ActionDefinitionTest {

    @ParameterizedTest
    @ValueSource(strings = {"SentimentRoutingAction", "a", "0-a_b.c", "console", "com10"})
    void namesThatAreFoldersEverywhereAreAllowed(String name) {
        assertThat(action(name, "https://actions.example.com/a", 5000).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", ".a", "a b", "a/b", "..", "a.", "ä", "CON", "nul.txt", "Lpt1"})
    void namesThatAreNoFolderSomewhereAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action(name, "https://actions.example.com/a", 5000))
                .withMessageStartingWith("Action name \"" + name + "\" is not allowed: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.com",
                "http://127.0.0.1:8788/x",
                "http://127.9.9.9/",
                "http://localhost:1",
                "http://[::1]:9/"
            })
    void handlersAreCalledOverHttpsOrOnThisMachine(String url) {
        assertThat(action("A", url, 5000).handlerUrl()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://actions.example.com/",
                "http://127.0.0.1.example.com/",
                "ftp://a/",
                "/relative",
                "http://128.0.0.1/"
            })
    void anyOtherHandlerUrlIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action("A", url, 5000))
                .withMessageStartingWith("A: handlerUrl \"" + url + "\" is ");
    }

    @Test
    void aHandlerUrlWithAPasswordIsRefusedWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action("A", "https://u:s3cr3t@a.example.com/", 5000))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://u:s3cr3t@a_host/", "ftp://a.example.com/?code=s3cr3t", "http://a.example.com/?s3cr3t"})
    void aHandlerUrlThatIsRefusedIsShownWithoutKeys(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action("A", url, 5000))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 70_000})
    void aPortIsOneThatThereIs(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action("A", "https://a.example.com:" + port + "/x", 5000))
                .withMessage("A: handlerUrl has the port " + port + ". Use 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 60_001})
    void timeoutsHaveBounds(int timeoutMs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action("A", "https://a.example.com/", timeoutMs))
                .withMessage("A: timeoutMs is " + timeoutMs + ". Use 1 to 60000");
    }

    private static ActionDefinition action(String name, String url, int timeoutMs) {
        return new ActionDefinition(name, "1.0.0", null, "com.example.H", null, null, URI.create(url), timeoutMs);
    }
}
