package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.WireTenant.Answer;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.WireTenant.Request;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Lists as tenants cut them, whatever they say of sizes and totals. */
class ActionListTest {

    private static final String ACTIONS = "/api/v2/data-actions";
    private static final String LIST = "GET " + ACTIONS;
    private static final Pattern PAGE = Pattern.compile("pageNumber=(\\d+)");

    private final WireTenant tenant = new WireTenant();
    private final FakeTime time = new FakeTime();
    private final CxoneClient client = CxoneClient.connect(
            Tenant.settings(tenant.url(), Authentication.CLIENT_CREDENTIALS),
            Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"),
            new RecordedEvents(),
            time);

    @AfterEach
    void stop() {
        client.close();
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'total':'5'",
                ",'total':' 5 ','pageSize':2",
                ",'total':5,'pageSize':'2'",
                ",'total':'5 versions'",
                ",'total':null",
                ",'total':-1",
                ",'total':0",
                ",'total':2,'pageSize':2",
                ",'total':2.5",
                ",'total':true",
                ",'total':{'value':5,'relation':'eq'}",
                ",'total':'1e99999999999'",
                ",'pageSize':100",
            })
    void everyPageIsReadWhateverItsSizeAndTotal(String members) throws Exception {
        pages(page -> entities(5, 2, page), members);

        assertThat(versions()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aPageThatHoldsAllThatIsCountedIsTheLast() throws Exception {
        pages(page -> entities(5, 100, page), ",'total':'5','pageSize':100");

        assertThat(versions()).hasSize(5);
        assertThat(tenant.count(LIST)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'total':3", ",'total':'3'", ",'nextPage':null,'hasMore':false,'nextUri':''"})
    void aTenantWithoutPagesListsAllOnEach(String members) throws Exception {
        pages(page -> entities(3, 3, 1), members);

        assertThat(versions()).containsExactly("1", "2", "3");
        assertThat(tenant.count(LIST)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 416})
    void aStatusForAPageBehindTheLastEndsAList(int status) throws Exception {
        behindTheLast(status, "");
        assertThat(versions()).containsExactly("1", "2", "3");

        behindTheLast(status, ",'total':5");
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::versions)
                .withMessageContaining("total is 5, but the pages end after 3");
    }

    @Test
    void anyOtherStatusForALaterPageIsAFailure() {
        behindTheLast(400, "");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::versions)
                .withMessageContaining("answered 400");
    }

    @Test
    void aTotalHoldsForPagesThatDoNotRepeatIt() {
        tenant.script = request -> request.line().equals(LIST)
                ? Behaviour.status(200, page(request) == 1 ? body(entities(3, 3, 1), ",'total':5") : body("", ""))
                : Behaviour.NORMAL;

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::versions)
                .withMessageContaining("total is 5, but the pages end after 3");
    }

    @Test
    void pagesThatOverlapNameNoVersionTwice() throws Exception {
        pages(page -> page > 3 ? "" : entity(page) + "," + entity(page + 1), "");

        assertThat(versions()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void entitiesWithoutIdEndAListToo() throws Exception {
        pages(page -> "{'name':'A','version':'1'},{'name':'A','version':'2'}", "");

        assertThat(versions()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'total':4                    | total is 4, but the pages end after 2",
                "'total':'4'                  | total is 4, but the pages end after 2",
                "'total':2.5                  | total is 2.5, but the pages end after 2",
                "'total':99999999999999999999 | total is 99999999999999999999, but the pages end after 2",
                "'total':1e999999999          | total is 1E+999999999, but the pages end after 2",
                "'pageSize':2                 | every page is the same 2, which may be the beginning of more",
                "'nextPage':'abc'             | every page is the same 2, which may be the beginning of more",
                "'hasMore':true               | every page is the same 2, which may be the beginning of more",
                "'_next':{'href':'/x'}        | every page is the same 2, which may be the beginning of more",
            })
    void whatIsNotKnownToBeCompleteIsNoList(String members, String problem) {
        pages(page -> entities(2, 2, 1), "," + members);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::versions)
                .withMessageStartingWith("Could not read the versions of A: " + LIST)
                .withMessageContaining(problem + ", so the list is not known to be complete");
    }

    @Test
    void aFullPageThatComesAgainIsNotKnownToBeAll() {
        pages(page -> entities(100, 100, 1), "");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::versions)
                .withMessageContaining("every page is the same 100");
    }

    @ParameterizedTest
    @CsvSource({"PT2M, 9", "PT0S, 1"})
    void pagesWithoutEndHaveATimeLimit(Duration maxWait, int pages) {
        tenant.script = request -> (server, sent, socket) -> {
            if (sent.line().equals(LIST)) {
                time.pass(Duration.ofSeconds(15));
                WireTenant.send(socket, new Answer(200, "{\"entities\":[" + json(entity(sent.number())) + "]}"));
            } else {
                Behaviour.NORMAL.answer(server, sent, socket);
            }
        };
        try (CxoneClient bounded = CxoneClient.connect(
                bounded(maxWait),
                Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"),
                new RecordedEvents(),
                time)) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> bounded.dataActions().list("A"))
                    .withMessage("Could not read the versions of A: " + LIST + " at 127.0.0.1:"
                            + tenant.url().getPort() + " lists without end, "
                            + pages + " pages so far within " + pages * 15
                            + " s (cxone.maxWait). Check cxone.baseUrl and cxone.actionsPath, or raise cxone.maxWait");
        }
    }

    @Test
    void aCreationWhoseAnswerIsLostIsFoundOnALaterPage() throws Exception {
        for (int version = 1; version <= 4; version++) {
            tenant.add(ActionJson.write(draft(String.valueOf(version))));
        }
        tenant.script = request -> request.line().equals("POST " + ACTIONS)
                ? (server, sent, socket) -> {
                    server.handle(sent);
                    WireTenant.send(socket, new Answer(503, ""));
                }
                : request.line().equals(LIST)
                        ? (server, sent, socket) -> WireTenant.send(
                                socket,
                                new Answer(200, body(entities(server.deployed().size(), 2, page(sent)), "")))
                        : Behaviour.NORMAL;

        assertThat(client.dataActions().create(draft("5"), found -> {}).how()).isEqualTo(Created.How.FOUND);
        assertThat(tenant.deployed()).containsExactly("A 1", "A 2", "A 3", "A 4", "A 5");
    }

    private void behindTheLast(int status, String members) {
        tenant.script = request -> request.line().equals(LIST)
                ? page(request) == 1
                        ? Behaviour.status(200, body(entities(3, 3, 1), members))
                        : Behaviour.status(status, "")
                : Behaviour.NORMAL;
    }

    private void pages(IntFunction<String> entities, String members) {
        tenant.script = request -> request.line().equals(LIST)
                ? Behaviour.status(200, body(entities.apply(page(request)), members))
                : Behaviour.NORMAL;
    }

    private List<String> versions() throws Exception {
        return ((Listing.Versions) client.dataActions().list("A"))
                .versions().stream().map(ActionVersion::version).toList();
    }

    private static int page(Request request) {
        Matcher page = PAGE.matcher(request.query());
        assertThat(page.find()).isTrue();
        return Integer.parseInt(page.group(1));
    }

    private static String entities(int count, int size, int page) {
        return IntStream.rangeClosed((page - 1) * size + 1, Math.min(count, page * size))
                .mapToObj(ActionListTest::entity)
                .collect(Collectors.joining(","));
    }

    private static String entity(int number) {
        return "{'id':'id-" + number + "','name':'A','version':'" + number + "'}";
    }

    private static String body(String entities, String members) {
        return json("{'entities':[" + entities + "]" + members + "}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private ClientSettings bounded(Duration maxWait) {
        ClientSettings settings = Tenant.settings(tenant.url(), Authentication.CLIENT_CREDENTIALS);
        return new ClientSettings(
                settings.baseUrl(),
                settings.tokenUrl(),
                settings.actionsPath(),
                settings.metricsPath(),
                settings.authentication(),
                null,
                false,
                settings.requestTimeout(),
                settings.maxAttempts(),
                maxWait,
                null,
                "test");
    }

    private static ActionVersion draft(String version) {
        return new ActionVersion(
                null, "A", version, false, Json.read("{}"), Json.read("{}"), "https://a.example.com/", 5000, "d");
    }
}
