package io.github.cxonetools.action;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandlerUrlsTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8790/echo, true",
        "http://127.9.9.9, true",
        "http://LocalHost:1, true",
        "http://[::1]:1, true",
        "https://localhost./echo, true",
        "https://echo.localhost, true",
        "https://0.0.0.0, true",
        "'https://[0:0:0:0:0:0:0:1]', true",
        "'https://[::]', true",
        "'https://[::ffff:127.0.0.1]', true",
        "https://2130706433, true",
        "https://0x7f000001, true",
        "https://017700000001, true",
        "https://0, true",
        "https://167772161, false",
        "https://actions.example.com, false",
        "https://localhost.example.com, false",
        "https://notlocalhost, false",
        "https://10.0.0.1, false",
        "'https://[2001:db8::1]', false"
    })
    void everyNotationOfThisMachineIsKnown(URI url, boolean isOnThisMachine) {
        assertThat(HandlerUrls.isOnThisMachine(url)).isEqualTo(isOnThisMachine);
    }
}
