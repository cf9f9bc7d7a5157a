package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.WireTenant;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.deployment.promotion.SourceProof;
import io.github.cxonetools.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a tenant must have before anything is promoted from it. */
class SourceProofTest {

    @TempDir
    private Path folder;

    private Deployment source;

    @BeforeEach
    void start() {
        source = new Deployment(folder);
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void theSameSchemasProveAVersionWhereverItsHandlerIsAndHoweverTheyAreWritten() throws Exception {
        source.tenant.add(ActionJson.write(desired("A", "1", 10, "https://staging.example.com/", 9000, "other")
                        .version())
                .set("outputSchema", Json.read("{\"title\":\"x\",\"type\":[\"object\"]}")));

        proof().require(List.of(desired("A", "1")));

        assertThat(source.tenant.requests())
                .allMatch(request ->
                        request.method().equals("GET") || request.line().equals("POST /oauth/token"));
    }

    @Test
    void everythingThatIsNotThereAsItIsPromotedIsTold() {
        source.tenant.add(ActionJson.write(desired("A", "1.1").version()));
        source.tenant.add(ActionJson.write(desired("B", "1.0").version()).put("isDeprecated", true));
        source.tenant.add(ActionJson.write(
                desired("C", "1.0", 20, "https://c.example.com/", 5000, "d").version()));

        refuses(desired("A", "1.0"), desired("B", "1.0"), desired("C", "1.0"), desired("D", "1.0"))
                .withMessage("The source does not have what is promoted, so nothing is (4 findings):"
                        + "\n  - The source staging has B 1.0 (id id-2) deprecated: it is no version to go on with. Take that"
                        + " back there (mvn cxone:deprecate -Dcxone.deprecated=false), or promote another"
                        + "\n  - The source staging has C 1.0 (id id-3) with other schemas than the artifact. Promote the"
                        + " artifact that was deployed there, or deploy this one under a higher version"
                        + "\n      inputSchema /properties/a/maxLength: 20 -> 10"
                        + "\n  - The source staging has no A 1.0, but 1.1. Deploy and test it there first, or correct"
                        + " cxone.artifact or cxone.sourceBaseUrl"
                        + "\n  - The source staging has no D 1.0. Deploy and test it there first, or correct cxone.artifact or"
                        + " cxone.sourceBaseUrl");
    }

    @Test
    void twoVersionsOfOneNumberProveNothing() {
        source.tenant.add(ActionJson.write(desired("A", "1").version()));
        source.tenant.add(ActionJson.write(desired("A", "1").version()));

        refuses(desired("A", "1"))
                .withMessage(
                        "The source staging has A 1 2 times, as ids id-1, id-2, so nobody knows which one was tested."
                                + " Deprecate or rename all but one there");
    }

    @Test
    void whatTheSourceDoesNotTellProvesNothing() {
        String action = "{\"entities\":[{\"id\":\"1\",\"name\":\"A\",\"version\":\"1\"%s}],\"pageNumber\":1,"
                + "\"pageSize\":100,\"total\":1}";
        source.tenant.script = answering(action.formatted(""));
        refuses(desired("A", "1"))
                .withMessage(
                        "The source staging does not tell whether A 1 (id 1) is deprecated, so nothing proves it. Promote"
                                + " without cxone.sourceBaseUrl");

        source.tenant.script = answering(action.formatted(",\"isDeprecated\":false"));
        refuses(desired("A", "1"))
                .withMessageStartingWith("The source staging does not tell the schemas of A 1 (id 1)");

        source.tenant.script = request -> request.method().equals("GET") ? Behaviour.status(405, "") : Behaviour.NORMAL;
        refuses(desired("A", "1")).withMessageStartingWith("The source staging cannot be read (GET");
    }

    private static WireTenant.Script answering(String listing) {
        return request -> request.method().equals("GET") ? Behaviour.status(200, listing) : Behaviour.NORMAL;
    }

    private SourceProof proof() {
        return new SourceProof(source.client, "staging", 2);
    }

    private ThrowableAssertAlternative<RejectedException> refuses(DesiredAction... promoted) {
        return assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> proof().require(List.of(promoted)));
    }
}
