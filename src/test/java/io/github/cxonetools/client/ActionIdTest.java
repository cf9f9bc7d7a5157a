package io.github.cxonetools.client;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An id is one segment of a path, whoever gives it: the user, the receipts, the tenant. */
class ActionIdTest {

    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "a/b", "../x", "%2e%2e", "%2F", "a b", "a\\b", "a?b", "a#b", "a\nb", "\u202Ea", "ä",
                "..;", ";x"
            })
    void noOtherIdIsSent(String id) throws Exception {
        tenant.token();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.dataActions().get(id))
                .withMessageStartingWith("Nothing was sent: the id \"")
                .withMessageEndingWith("\" is not a plain segment of a path. Use an id as the tenant tells it");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() ->
                        tenant.client.dataActions().patch(id, Json.object().put("version", "2"), "move it"));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.localExecutions().execute(id, new byte[0]));
        assertThat(tenant.requests()).allMatch(request -> request.equals("POST /oauth/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "a%2eb", "a\u001b[2Jb", "\u202Ea", "a\n[INFO] BUILD SUCCESS"})
    void noOtherIdIsTakenFromATenant(String id) {
        tenant.token()
                .answer(
                        200,
                        "{\"entities\":[{\"id\":" + Json.quoted(id)
                                + ",\"name\":\"A\",\"version\":\"1\"}],\"total\":1}");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("is not a plain segment of a path")
                        .doesNotContain("\u001b", "\u202E", "\n"));
    }

    @Test
    void idsOfTheUsualKindsAreTaken() {
        for (String id : new String[] {"7", "3f0c1f7e-0d5c-4d6f-9c3b-1", "a.b", "...", "A_b~c:d@e", "dGVzdA=="}) {
            assertThat(ActionId.requirePlain(id)).isEqualTo(id);
        }
    }
}
