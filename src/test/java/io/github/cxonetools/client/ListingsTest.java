package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.WireTenant.Answer;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.client.WireTenant.Request;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Several actions read from the pages of all, or each by its name: whichever takes fewer requests, and always the same result. */
class ListingsTest {

    private static final String LIST = "GET /api/v2/data-actions";

    private final WireTenant tenant = new WireTenant();
    private final RecordedEvents events = new RecordedEvents();
    private final CxoneClient client = CxoneClient.connect(
            Tenant.settings(tenant.url(), Authentication.CLIENT_CREDENTIALS),
            Credentials.clientCredentials("the-client", "s3cr3t&more", "a test"),
            events,
            new FakeTime());

    @AfterEach
    void stop() {
        client.close();
        tenant.close();
    }

    @Test
    void aTenantThatFitsOnAPageIsReadInOneRequest() throws Exception {
        fill("A", 2);
        fill("B", 1);
        fill("Foreign", 30);

        assertThat(read("A", "B", "C")).containsExactly("A [1, 2]", "B [1]", "C []");
        assertThat(queries()).containsExactly("pageNumber=1&pageSize=100");
    }

    @Test
    void furtherPagesAreReadAtOnceWhenTheTotalIsKnown() throws Exception {
        List<String> names = fillEach(250);
        CyclicBarrier bothUnderWay = new CyclicBarrier(2);
        tenant.script = request -> (server, sent, socket) -> {
            if (sent.line().equals(LIST) && page(sent) > 1) {
                await(bothUnderWay);
            }
            Behaviour.NORMAL.answer(server, sent, socket);
        };

        assertThat(read(names)).allMatch(versions -> versions.endsWith(" [1]")).hasSize(250);
        assertThat(queries()).hasSize(3).noneMatch(query -> query.contains("name="));
    }

    /** A full page may be the last, or the last that is counted. */
    @Test
    void aListThatEndsWithAFullPageTakesOnePageMore() throws Exception {
        List<String> names = fillEach(200);

        assertThat(read(names)).hasSize(200).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"3, 299, 3", "3, 300, 1", "4, 300, 4", "4, 399, 4", "4, 401, 1", "2, 2, 0", "1, 2, 0", "20, 5000, 1"})
    void theFirstPageDecides(int names, int versions, int pages) throws Exception {
        fill("A", 2);
        fill("Foreign", versions - 2);
        List<String> wanted = new ArrayList<>(List.of("A"));
        IntStream.range(1, names).mapToObj(number -> "B" + number).forEach(wanted::add);

        assertThat(read(wanted)).hasSize(names).contains("A [1, 2]");
        boolean isByName = pages < 2;
        assertThat(queries()).hasSize(isByName ? names + pages : pages);
        assertThat(queries()).filteredOn(query -> query.contains("name=")).hasSize(isByName ? names : 0);
    }

    @Test
    void pagesMayHaveASizeOfTheTenant() throws Exception {
        tenant.largestPage = 40;
        List<String> names = fillEach(130);

        assertThat(read(names)).hasSize(130).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).hasSize(5);
    }

    @Test
    void aTenantThatIgnoresPagingTellsAllAtOnce() throws Exception {
        List<String> names = fillEach(150);
        pages((number, page) -> onOnePage(150));

        assertThat(read(names)).hasSize(150).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).hasSize(2);
    }

    @Test
    void whereTheFirstPageComesAgainEachNameIsAskedFor() throws Exception {
        List<String> names = fillEach(150);
        pages((number, page) -> page(tenant, 1));

        assertByName(names, 2);
    }

    @Test
    void whereTheLastPageComesAgainTheListEnds() throws Exception {
        List<String> names = fillEach(150);
        pages((number, page) -> without(page(tenant, Math.min(number, 2)), "total", "pageSize"));

        assertThat(read(names)).hasSize(150).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).hasSize(3);
    }

    @Test
    void aTenantThatGivesNoTotalIsReadToItsEnd() throws Exception {
        List<String> names = fillEach(150);
        pages((number, page) -> without(page, "total"));

        assertThat(read(names)).hasSize(150).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).hasSize(3);
    }

    @Test
    void aTenantThatGivesNoTotalAndHasNoEndIsAskedForEachName() throws Exception {
        List<String> names = fillEach(16);
        fill("Foreign", 500);
        pages((number, page) -> without(page, "total"));

        assertByName(names, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "99999999999999999999", "1000000"})
    void aTotalWithoutMeasureIsNotRead(String total) throws Exception {
        List<String> names = fillEach(5);
        pages((number, page) -> page.set("total", Json.read(total)));

        assertByName(names, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "0", "-1", "1e-999999999", "\"many\""})
    void aTotalThatCountsSomethingElseEndsNothing(String total) throws Exception {
        List<String> names = fillEach(150);
        pages((number, page) -> page.set("total", Json.read(total)));

        assertThat(read(names)).hasSize(150).noneMatch(versions -> versions.endsWith("[]"));
    }

    @Test
    void aListThatChangesWhileItIsReadIsReadAgain() throws Exception {
        List<String> names = fillEach(150);
        AtomicInteger secondPages = new AtomicInteger();
        pages((number, page) -> {
            if (number == 2 && secondPages.incrementAndGet() == 1) {
                // What was first is gone, so that one that stood on this page is on the page before now.
                page.withArray("entities").remove(0);
                page.put("total", 149);
            }
            return page;
        });

        assertThat(read(names)).hasSize(150).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).hasSize(4).noneMatch(query -> query.contains("name="));
    }

    @Test
    void whatMovesToAPageThatWasReadIsNotMissed() throws Exception {
        List<String> names = fillEach(150);
        pages((number, page) -> {
            if (number == 2) {
                ArrayNode entities = (ArrayNode) page.get("entities");
                entities.remove(entities.size() - 1);
                entities.insert(0, page(tenant, 1).get("entities").get(99));
            }
            return page;
        });

        assertByName(names, 3);
    }

    @Test
    void aListThatChangesAgainAndAgainIsAskedForEachName() throws Exception {
        List<String> names = fillEach(150);
        AtomicInteger created = new AtomicInteger();
        pages((number, page) -> {
            // Somebody creates a version before each page.
            int more = created.incrementAndGet();
            for (int i = 1; number == 2 && i <= more; i++) {
                page.withArray("entities")
                        .add(Json.object().put("id", "x" + i).put("name", "X").put("version", "" + i));
            }
            return page.put("total", 150 + more);
        });

        assertByName(names, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 422, 500, 501, 503})
    void aTenantThatListsOnlyWhatIsNamedIsAskedForEachName(int status) throws Exception {
        List<String> names = fillEach(5);
        tenant.script =
                request -> request.line().equals(LIST) && !request.query().contains("name=")
                        ? Behaviour.status(status, "{\"message\":\"no\"}")
                        : Behaviour.NORMAL;

        assertThat(read(names)).hasSize(5).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).filteredOn(query -> query.contains("name=")).hasSize(5);
        assertThat(events.lines()).noneMatch(line -> line.startsWith("unreadable"));
    }

    /** Others may have deployed it, with something else. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"../x\",\"name\":\"F\",\"version\":\"1\"}", "{\"id\":\"9\"}", "7"})
    void whatIsWrongWithAnotherActionIsNothingToThese(String foreign) throws Exception {
        List<String> names = fillEach(4);
        pages((number, page) -> {
            page.withArray("entities").add(Json.read(foreign));
            return page;
        });

        assertByName(names, 1);
    }

    @Test
    void aLaterPageThatFailsLeavesItToTheNames() throws Exception {
        List<String> names = fillEach(150);
        tenant.script =
                request -> request.line().equals(LIST) && !request.query().contains("name=") && page(request) == 2
                        ? Behaviour.status(400, "{\"message\":\"no\"}")
                        : Behaviour.NORMAL;

        assertByName(names, 2);
    }

    @Test
    void whatFailsForEachNameIsToldOfIt() throws Exception {
        tenant.script = request -> request.line().equals(LIST) ? Behaviour.status(503, "") : Behaviour.NORMAL;
        Listings listings = client.dataActions().listings(List.of("A", "B", "C"), new Concurrently(2));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> listings.of("B"))
                .withMessageStartingWith("Could not read the versions of B: " + LIST + " answered 503");
    }

    @Test
    void withoutATokenNothingIsRead() {
        tenant.script = request -> Behaviour.status(401, "{\"error\":\"invalid_client\"}");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> client.dataActions().listings(List.of("A", "B", "C"), new Concurrently(2)))
                .withMessageStartingWith("Could not obtain an access token");
    }

    @Test
    void aTokenThatAllowsNoReadingReadsNoPage() throws Exception {
        tenant.tokenAnswer =
                "{\"access_token\":\"tok-en-123456\",\"expires_in\":3600,\"scope\":\"data-actions:write\"}";
        Listings listings = client.dataActions().listings(List.of("A", "B", "C"), new Concurrently(2));

        assertThat(listings.of("A")).isInstanceOf(Listing.Unreadable.class);
        assertThat(queries()).isEmpty();
    }

    /** What becomes of a page, by its number. */
    @FunctionalInterface
    private interface Paging {
        Object of(int number, ObjectNode page);
    }

    private void pages(Paging paging) {
        tenant.script =
                request -> request.line().equals(LIST) && !request.query().contains("name=")
                        ? (server, sent, socket) -> {
                            Object page = paging.of(page(sent), page(server, page(sent)));
                            WireTenant.send(socket, new Answer(200, Json.compact((ObjectNode) page)));
                        }
                        : Behaviour.NORMAL;
    }

    private static ObjectNode page(WireTenant tenant, int number) {
        return answer(tenant, "pageNumber=" + number + "&pageSize=100");
    }

    private ObjectNode onOnePage(int size) {
        return answer(tenant, "pageNumber=1&pageSize=" + size);
    }

    private static ObjectNode answer(WireTenant tenant, String query) {
        Request request =
                new Request(0, "GET", "/api/v2/data-actions", query, java.util.Map.of("authorization", "Bearer x"), "");
        return (ObjectNode) Json.read(tenant.handle(request).body());
    }

    private static ObjectNode without(ObjectNode page, String... members) {
        return page.without(List.of(members));
    }

    private void assertByName(List<String> names, int pages) throws Exception {
        assertThat(read(names)).hasSize(names.size()).noneMatch(versions -> versions.endsWith("[]"));
        assertThat(queries()).filteredOn(query -> query.contains("name=")).hasSameSizeAs(names);
        assertThat(queries()).hasSize(names.size() + pages);
    }

    private List<String> fillEach(int count) {
        List<String> names =
                IntStream.rangeClosed(1, count).mapToObj(number -> "N" + number).toList();
        names.forEach(name -> fill(name, 1));
        return names;
    }

    private void fill(String name, int versions) {
        for (int version = 1; version <= versions; version++) {
            tenant.add(Json.object().put("name", name).put("version", String.valueOf(version)));
        }
    }

    private List<String> read(String... names) throws Exception {
        return read(List.of(names));
    }

    private List<String> read(List<String> names) throws Exception {
        Listings listings = client.dataActions().listings(names, new Concurrently(4));
        List<String> read = new ArrayList<>();
        for (String name : names) {
            Listing.Versions found = (Listing.Versions) listings.of(name);
            assertThat(found.versions()).allMatch(version -> version.name().equals(name));
            read.add(name + " "
                    + found.versions().stream().map(ActionVersion::version).toList());
        }
        return read;
    }

    private List<String> queries() {
        return tenant.requests().stream()
                .filter(request -> request.line().equals(LIST))
                .map(Request::query)
                .toList();
    }

    private static int page(Request request) {
        return Integer.parseInt(request.query().replaceAll(".*pageNumber=(\\d+).*", "$1"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
