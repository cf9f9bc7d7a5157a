package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.json.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Answers of token endpoints, and to tokens, that are legal or merely odd. */
class TokenAnswersTest {

    private static final String EMPTY = "{\"entities\":[],\"total\":0}";

    private final Tenant tenant = new Tenant();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3600.9",
                "'3600'",
                "' 3600 '",
                "3.6e3",
                "99999999999999999999999999",
                "'99999999999999999999999999'",
                "1e999999999",
                "1e-999999999",
                "-1",
                "0",
                "'never'",
                "'PT1H'",
                "null",
                "true",
                "{}",
                "[3600]",
                "NaN",
                "Infinity",
            })
    void noLifetimeIsAReasonToRefuseAToken(String lifetime) throws Exception {
        tenant.answer(200, json("{'access_token':'tok-123','expires_in':" + lifetime + "}"))
                .answer(200, EMPTY);

        assertThat(tenant.client.dataActions().list("A")).isEqualTo(new Listing.Versions(List.of()));
    }

    @Test
    void aTokenThatIsShorterThanItsMarginServesOneCall() throws Exception {
        String token = json("{'access_token':'tok-123','expires_in':5}");
        tenant.answer(200, token)
                .answer(200, token)
                .answer(200, EMPTY)
                .answer(200, token)
                .answer(200, EMPTY);

        tenant.client.dataActions().list("A");
        tenant.client.dataActions().list("A");

        assertThat(tenant.requests()).filteredOn("POST /oauth/token"::equals).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"'3600', 3539, 3540", "3.6e3, 3539, 3540", "3600.9, 3539, 3540"})
    void aLifetimeCountsInWhateverFormItIsWritten(String lifetime, int lasts, int ends) throws Exception {
        String token = json("{'access_token':'tok-123','expires_in':'" + lifetime + "'}");
        tenant.answer(200, token)
                .answer(200, EMPTY)
                .answer(200, EMPTY)
                .answer(200, token)
                .answer(200, EMPTY);

        tenant.client.dataActions().list("A");
        tenant.time.pass(Duration.ofSeconds(lasts));
        tenant.client.dataActions().list("A");
        tenant.time.pass(Duration.ofSeconds(ends - lasts));
        tenant.client.dataActions().list("A");

        assertThat(tenant.requests()).filteredOn("POST /oauth/token"::equals).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'data-actions:read data-actions:write'",
                "'data-actions:read,data-actions:write'",
                "' data-actions:read , data-actions:write '",
                "['data-actions:read','data-actions:write']",
                "['data-actions:read data-actions:write',7]",
                "'data-actions:read;data-actions:write'",
                "'[data-actions:read, data-actions:write]'",
            })
    void scopesAreReadInWhateverFormTheyAreListed(String scope) throws Exception {
        tenant.answer(200, json("{'access_token':'tok-123','scope':" + scope + "}"));

        tenant.client.require(Scope.DATA_ACTIONS_READ, "the test");
        tenant.client.require(Scope.DATA_ACTIONS_WRITE, "the test");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.require(Scope.ANALYTICS_READ, "the test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "' , '", "[]", "{}", "7"})
    void scopesThatAreNotSaidAreNotMissing(String scope) throws Exception {
        tenant.answer(200, json("{'access_token':'tok-123','scope':" + scope + "}"));

        tenant.client.require(Scope.DATA_ACTIONS_READ, "the test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!#$%&()*+,-./:;<=>?@[]^_`{|}~", "a b", "Zm9v|YmFy", "{tok}"})
    void aTokenMayHoldAnyVisibleCharacter(String token) throws Exception {
        tenant.answer(200, json("{'access_token':'" + token + "\\n'}")).answer(200, EMPTY);

        tenant.client.dataActions().list("A");

        assertThat(tenant.recorded().get(1).getHeaders().get("Authorization")).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' '", "'t\u00f6k'", "'a\\u0000b'", "'a\\nb'", "7", "null"})
    void whatCannotBeSentIsNoToken(String token) {
        tenant.answer(200, json("{'access_token':" + token + "}"));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .withMessageContaining("access_token is missing, or is not a bearer token");
    }

    @Test
    void aMemberMayStandTwice() throws Exception {
        tenant.answer(200, json("{'access_token':'old','token_type':'Bearer','access_token':'new','token_type':'b'}"))
                .answer(
                        200,
                        json("{'entities':[{'id':'1','id':'2','name':'A','version':'1'}],'total':1,'total':1,"
                                + "'pageSize':100}"));

        assertThat(((Listing.Versions) tenant.client.dataActions().list("A")).versions())
                .extracting(ActionVersion::id)
                .containsExactly("2");
        assertThat(tenant.recorded().get(1).getHeaders().get("Authorization")).isEqualTo("Bearer new");
    }

    @Test
    void anErrorInASuccessIsSaidAndAskedForOnce() {
        tenant.answer(200, json("{'error':'invalid_client','error_description':'no such client'}"));

        for (int call = 0; call < 5; call++) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> tenant.client.dataActions().list("A"))
                    .withMessage("Could not obtain an access token: POST /oauth/token answered 200 (" + host()
                            + "): invalid_client: no such client. Check the credentials of client the-client, from a"
                            + " test");
        }
        assertThat(tenant.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aTokenEndpointThatIsAwayMayBeAskedAgain() throws Exception {
        tenant.answer(200, json("{'error':'temporarily_unavailable'}")).token().answer(200, EMPTY);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .withMessageContaining("answered 200 (" + host() + "): temporarily_unavailable");
        assertThat(tenant.client.dataActions().list("A")).isEqualTo(new Listing.Versions(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'error':'quota','message':'all used'}", "{'entities':[],'errors':['quota: all used']}"})
    void anErrorInAListIsSaidAndNoEmptyList(String body) {
        tenant.token().answer(200, json(body));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().list("A"))
                .withMessage("Could not read the versions of A: GET /api/v2/data-actions answered 200 (" + host()
                        + "): quota: all used");
    }

    @Test
    void aCreationThatASuccessRefusesIsNotSentAgain() throws Exception {
        tenant.token()
                .answer(200, json("{'error':'quota','message':'all used'}"))
                .answer(200, EMPTY);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> tenant.client.dataActions().create(draft(), found -> {}))
                .withMessage("Could not deploy A 1: POST /api/v2/data-actions answered 200 (" + host()
                        + "): quota: all used. The tenant did not list it afterwards");
        assertThat(tenant.requests())
                .filteredOn("POST /api/v2/data-actions"::equals)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401, 2", "403, 2"})
    void aScopeThatTheHeaderNamesIsSaidAndNoOtherTokenIsFetched(int status, int requests) {
        tenant.token()
                .answer(
                        status,
                        "",
                        "WWW-Authenticate",
                        "Basic realm=\"x, y\"",
                        "WWW-Authenticate",
                        "Bearer realm=\"cxone\", ERROR=\"insufficient_scope\","
                                + " error_description=\"needs \\\"more\\\"\", scope=\"data-actions:admin\"");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.dataActions().create(draft(), found -> {}))
                .withMessage("Could not deploy A 1: POST /api/v2/data-actions answered " + status + " (" + host()
                        + "): insufficient_scope: needs \"more\". The client the-client needs the scope"
                        + " data-actions:admin");
        assertThat(tenant.server.getRequestCount()).isEqualTo(requests);
    }

    @Test
    void aHeaderWithoutScopeLeavesTheOneThatWasAskedFor() {
        tenant.token().answer(401, "{\"message\":\"no\"}", "WWW-Authenticate", "Bearer error=insufficient_scope");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tenant.client.analytics().query(Json.object()))
                .withMessageEndingWith(
                        "): no (insufficient_scope). The client the-client needs the scope analytics:read");
    }

    @Test
    void aListThatTheScopeForbidsIsUnreadable() throws Exception {
        tenant.token().answer(401, "", "WWW-Authenticate", "Bearer error=\"insufficient_scope\"");

        assertThat(tenant.client.dataActions().list("A"))
                .isEqualTo(new Listing.Unreadable("the token lacks the scope data-actions:read"));
    }

    @Test
    void anExpiredTokenIsStillRenewed() throws Exception {
        tenant.token()
                .answer(401, "", "WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .token()
                .answer(200, EMPTY);

        assertThat(tenant.client.dataActions().list("A")).isEqualTo(new Listing.Versions(List.of()));
    }

    private String host() {
        return tenant.server.getHostName() + ":" + tenant.server.getPort();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static ActionVersion draft() {
        return new ActionVersion(
                null, "A", "1", false, Json.read("{}"), Json.read("{}"), "https://a.example.com/", 5000, "d");
    }
}
