package io.github.cxonetools.deployment;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import io.github.cxonetools.text.Secrets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A plan says whether a contract may take the place of the tenant's, and which version that needs; a deployment obeys. */
class ContractVerdictTest {

    private static final String CREATE = "POST /api/v2/data-actions";

    private static final String TWO = "{\"type\":\"object\",\"properties\":{\"c\":{\"enum\":[\"a\",\"b\"]}}}";
    private static final String ONE = TWO.replace(",\"b\"", "");
    private static final String THREE = TWO.replace("\"b\"", "\"b\",\"c\"");
    private static final AcceptedBreak FAX = new AcceptedBreak("A", "input", "/c", "enum", "nobody sends it", null);
    private static final AcceptedBreak FAX_UNTIL =
            new AcceptedBreak("A", "input", "/c", "enum", "nobody sends it", "1.1.0");

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = new Deployment(folder);
        rules(CompatibilityPolicy.SEMVER);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "break, 1.4.2, 1.5.0, refused, 2.0.0",
        "break, 1.4.2, 2.0.0, create, 2.0.0",
        "break, 1.4.2, 2.0.0-SNAPSHOT, create, 2.0.0",
        "break, 1.4.2, 1.5.0-SNAPSHOT, refused, 2.0.0",
        "break, 0.4.2, 0.4.3, refused, 0.5.0",
        "break, 0.4.2, 0.5.0, create, 0.5.0",
        "gain, 1.4.2, 1.4.3, refused, 1.5.0",
        "gain, 1.4.2, 1.5.0, create, 1.5.0",
        "text, 1.4.2, 1.4.3, create, 1.4.3",
    })
    void aVersionRisesAsFarAsItsContractNeeds(String change, String before, String after, String kind, String needed)
            throws Exception {
        deployment.deploy(desired(before, TWO));
        String changed = change.equals("break")
                ? ONE
                : change.equals("gain")
                        ? THREE
                        : TWO.replace("{\"enum\":[\"a\",\"b\"]}", "{\"pattern\":\"^[ab]$\"," + "\"type\":\"string\"}");

        DeploymentPlan plan = deployment.plan(desired(after, changed));

        assertThat(plan.actions()).singleElement().satisfies(planned -> {
            assertThat(planned.kind().words()).isEqualTo(kind);
            assertThat(planned.verdict().comparison().needed()).isEqualTo(needed);
        });
    }

    @Test
    void aBreakIsToldWithWhatItMeansAndNothingIsSent() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));
        DesiredAction broken = desired("1.1.0", ONE);

        assertThat(DeploymentConsole.plan(deployment.plan(broken)))
                .containsExactly(
                        "x A 1.1.0   REFUSED, breaking",
                        "    A 1.0.0 -> 1.1.0, against the tenant (id id-1): needs 2.0.0",
                        "    ! input   /c   enum lost \"b\"   breaks callers",
                        "              1.0.0 accepts and this refuses  {\"c\":\"b\"}   Request.c",
                        "    To accept it: <acceptedBreak><action>A</action><side>input</side><pointer>/c</pointer>"
                                + "<code>enum</code><reason>why</reason></acceptedBreak>",
                        "  Next: raise <version> to 2.0.0",
                        "Plan for " + deployment.tenant.url() + ": 1 refused; nothing changes");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.deploy(broken))
                .withMessage("A 1.1.0 needs 2.0.0, against 1.0.0 of the tenant (id id-1): input /c: enum lost \"b\". "
                        + "Raise the version to 2.0.0, or accept each break: <acceptedBreak><action>A</action>"
                        + "<side>input</side><pointer>/c</pointer><code>enum</code><reason>why</reason>"
                        + "</acceptedBreak>");
        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0.0");
    }

    @Test
    void oneRefusalKeepsEverythingElseFromBeingSent() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));
        DesiredAction conflict = Deployment.desired("B", "1.0.0");
        deployment.deploy(conflict);
        DesiredAction changed = Deployment.desired("B", "1.0.0", 5, "https://a.example.com/B", 5000, "d");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.deploy(desired("1.1.0", ONE), Deployment.desired("C", "1.0.0"), changed))
                .withMessageStartingWith("The plan cannot be applied (2 findings):\n  - A 1.1.0 needs 2.0.0")
                .withMessageContaining("  - B 1.0.0 is in the tenant (id id-2) and would change")
                .withMessageEndingWith("(<version> of the project or of the action). The contract needs 2.0.0");
        assertThat(deployment.tenant.lines()).filteredOn(CREATE::equals).hasSize(2);
    }

    @Test
    void whatIsAcceptedCountsNoMoreThanAWiderContract() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));
        rules(CompatibilityPolicy.SEMVER, FAX);

        assertThat(kind("1.0.1", ONE)).isEqualTo(Kind.REFUSED);
        assertThat(kind("1.1.0", ONE)).isEqualTo(Kind.CREATE);
        rules(CompatibilityPolicy.SEMVER, FAX_UNTIL);
        assertThat(kind("1.1.0", ONE)).isEqualTo(Kind.CREATE);
        assertThat(DeploymentConsole.plan(deployment.plan(desired("1.2.0", ONE))))
                .contains(
                        "x A 1.2.0   REFUSED, breaking",
                        "    The break A input /c enum was accepted until 1.1.0 (nobody sends it): take it back, raise the"
                                + " version, or",
                        "    write a later <until>");
        deployment.deploy(desired("1.1.0", ONE));

        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0.0", "A 1.1.0");
    }

    @Test
    void thePolicyDecidesWhatIsRefused() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));

        rules(CompatibilityPolicy.STRICT);
        assertThat(kind("2.0.0", ONE)).isEqualTo(Kind.REFUSED);
        assertThat(deployment.plan(desired("2.0.0", ONE)).conflicts())
                .singleElement()
                .asString()
                .startsWith("A 2.0.0 breaks, against 1.0.0 of the tenant (id id-1): input /c: enum lost \"b\"");
        rules(CompatibilityPolicy.REPORT);
        DeploymentPlan reported = deployment.plan(desired("1.0.1", ONE));
        assertThat(reported.conflicts()).isEmpty();
        assertThat(DeploymentConsole.plan(reported))
                .contains("+ A 1.0.1   create, breaking", "    ! input   /c   enum lost \"b\"   breaks callers");
    }

    @Test
    void theNewestActiveReleaseBelowIsTheOneWhosePlaceIsTaken() throws Exception {
        rules(CompatibilityPolicy.REPORT);
        for (String version : List.of("1.0.0", "1.9.0", "1.10.0", "2.0.0", "1.11.0-SNAPSHOT")) {
            deployment.deploy(desired(version, TWO));
        }
        deployment.client.dataActions().patch("id-3", Json.object().put("isDeprecated", true), "deprecate A 1.10.0");
        rules(CompatibilityPolicy.SEMVER);

        assertThat(before("1.9.5", ONE)).isEqualTo("1.9.0");
        assertThat(before("1.12.0", ONE)).isEqualTo("1.9.0");
        assertThat(before("3.0.0", ONE)).isEqualTo("2.0.0");
        assertThat(DeploymentConsole.plan(deployment.plan(desired("0.9.0", ONE))))
                .contains("    not compared, because the tenant has no release below 0.9.0 that is active");
        assertThat(kind("0.9.0", ONE)).isEqualTo(Kind.CREATE);
    }

    @Test
    void whereTheTenantTellsNoSchemasNothingIsCompared() throws Exception {
        deployment.tenant.add(Json.object().put("name", "A").put("version", "1.0.0"));

        assertThat(DeploymentConsole.plan(deployment.plan(desired("1.0.1", ONE))))
                .contains("    not compared, because the tenant does not tell the schemas of 1.0.0");
        deployment.deploy(desired("1.0.1", ONE));
        assertThat(deployment.tenant.deployed()).containsExactly("A 1.0.0", "A 1.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "equal", "rewritten"})
    void whatDoesNotChangeNeedsNoVersion(String how) throws Exception {
        if (!how.equals("first")) {
            deployment.deploy(desired("last", TWO));
        }
        String schema = how.equals("rewritten")
                ? "{\"title\":\"A\",\"required\":[]," + TWO.substring(1).replace("\"a\",\"b\"", "\"b\",\"a\"")
                : TWO;

        DeploymentPlan plan = deployment.plan(desired("next", schema));

        assertThat(plan.actions()).singleElement().satisfies(planned -> {
            assertThat(planned.kind()).isEqualTo(Kind.CREATE);
            assertThat(planned.verdict()).isNull();
        });
    }

    @Test
    void aVersionThatIsNoneIsAFindingAndOnlySaidWhereNothingFails() throws Exception {
        deployment.deploy(desired("last", TWO));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deployment.plan(desired("next", ONE)))
                .withMessageStartingWith("A: ")
                .withMessageContaining("version last does not begin with numbers")
                .withMessageEndingWith("Deprecate that one, or see what changes with -Dcxone.compatibility=report");
        rules(CompatibilityPolicy.REPORT);
        assertThat(DeploymentConsole.plan(deployment.plan(desired("next", ONE))))
                .anyMatch(line -> line.startsWith("    not compared, because A: "));
    }

    @Test
    void aSnapshotInPlaceIsTalkedOfAndNotRefused() throws Exception {
        deployment.deploy(desired("1.0.0-SNAPSHOT", TWO));

        DeploymentPlan plan = deployment.plan(desired("1.0.0-SNAPSHOT", ONE));

        assertThat(plan.conflicts()).isEmpty();
        assertThat(DeploymentConsole.plan(plan))
                .contains(
                        "    A 1.0.0-SNAPSHOT -> 1.0.0-SNAPSHOT, against the tenant (id id-1), where it changes in place: "
                                + "needs 2.0.0",
                        "    ! input   /c   enum lost \"b\"   breaks callers");
        deployment.deploy(desired("1.0.0-SNAPSHOT", ONE));
    }

    @Test
    void aSnapshotInPlaceIsHeldAgainstTheReleaseBelow() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));
        deployment.deploy(desired("1.1.0-SNAPSHOT", THREE));

        assertThat(before("1.1.0-SNAPSHOT", ONE)).isEqualTo("1.0.0");
        assertThat(kind("1.1.0-SNAPSHOT", ONE)).isEqualTo(Kind.REFUSED);
        assertThat(kind("1.1.0-SNAPSHOT", THREE)).isEqualTo(Kind.UP_TO_DATE);
    }

    /** The tenant's schema is anybody's, so each of these is a verdict or a reason, and never a stack trace. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"$ref\":\"https://example.com/a.json\"}; undecided",
                "{\"$ref\":\"#/definitions/none\"}; undecided",
                "{\"$ref\":\"#\"}; undecided",
                "{\"properties\":{\"c\":{\"$ref\":\"#\"}},\"type\":\"object\"}; any",
                "{\"definitions\":{\"x\":{\"$ref\":\"#/definitions/y\"},\"y\":{\"$ref\":\"#/definitions/x\"}},"
                        + "\"$ref\":\"#/definitions/x\"}; any",
                "{\"id\":\"a\",\"properties\":{\"c\":{\"minimum\":1,\"exclusiveMinimum\":true}}}; any",
                "{\"properties\":{\"c\":{\"maximum\":1e1000000000}}}; any",
                "{\"properties\":{\"c\":{\"minLength\":1e400}}}; any",
                "{\"properties\":{\"c\":{\"multipleOf\":1e-100000000}}}; any",
                "{\"allOf\":[{\"multipleOf\":9999999999999937},{\"multipleOf\":9999999999999917}]}; any",
                "{\"properties\":{\"c\":{\"pattern\":\"(\"}}}; undecided",
                "{\"properties\":{\"c\":{\"pattern\":\"^(a+)+\\\\1$\"}}}; any",
                "{\"type\":5}; any",
                "{\"properties\":[]}; any",
                "{\"required\":true}; any",
                "{\"enum\":{}}; any",
                "{\"dependencies\":{\"c\":7}}; any",
                "true; breaking",
                "false; any",
            })
    void aTenantMayHaveAnySchema(String schema, String expected) throws Exception {
        ObjectNode there = Json.object().put("name", "A").put("version", "1.0.0");
        there.set("inputSchema", Json.read(schema));
        there.set("outputSchema", Json.read("{\"type\":\"object\"}"));
        deployment.tenant.add(there);

        DeploymentPlan plan = deployment.plan(desired("1.0.1", ONE));
        DeploymentPlan conflict = deployment.plan(desired("1.0.0", ONE));

        JsonNode verdict = plan.toJson().at("/actions/0/compatibility");
        assertThat(verdict.at("/sides/0/verdict").asString())
                .isIn(expected.equals("any") ? List.of("undecided", "breaking", "compatible") : List.of(expected));
        assertThat(verdict.at("/sides/1/verdict").asString()).isEqualTo("compatible");
        if (verdict.at("/sides/0/verdict").asString().equals("undecided")) {
            assertThat(verdict.at("/sides/0/breaks/0/change").asString()).matches("\\S.*\\S");
            assertThat(plan.actions().get(0).kind()).isEqualTo(Kind.REFUSED);
        }
        assertThat(conflict.conflicts()).hasSize(1);
    }

    @Test
    void aDeeplyNestedSchemaOfATenantIsNoStackTrace() throws Exception {
        StringBuilder schema = new StringBuilder("{\"type\":\"object\"}");
        for (int i = 0; i < 200; i++) {
            schema.insert(0, "{\"properties\":{\"c\":").append("}}");
        }
        ObjectNode there = Json.object().put("name", "A").put("version", "1.0.0");
        there.set("inputSchema", Json.read(schema.toString()));
        there.set("outputSchema", Json.read("{}"));
        deployment.tenant.add(there);

        assertThat(kind("1.0.1", ONE)).isEqualTo(Kind.REFUSED);
    }

    @Test
    void thePlanKeepsVerdictAndNeededVersion() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));

        JsonNode plan = deployment.plan(desired("1.1.0", ONE)).toJson();

        assertThat(plan.path("format").asInt()).isEqualTo(1);
        JsonNode verdict = plan.at("/actions/0/compatibility");
        assertThat(verdict.path("before").asString()).isEqualTo("1.0.0");
        assertThat(verdict.path("bump").asString()).isEqualTo("major");
        assertThat(verdict.path("needs").asString()).isEqualTo("2.0.0");
        assertThat(verdict.path("passes").asBoolean(true)).isFalse();
        JsonNode broken = verdict.at("/sides/0/breaks/0");
        assertThat(broken.path("pointer").asString()).isEqualTo("/c");
        assertThat(broken.path("code").asString()).isEqualTo("enum");
        assertThat(broken.path("fingerprint").asString()).matches("[0-9a-f]{12}");
        assertThat(broken.path("witness").asString()).isEqualTo("{\"c\":\"b\"}");
        assertThat(verdict.at("/sides/1/verdict").asString()).isEqualTo("compatible");
    }

    @Test
    void anApprovedPlanHoldsWhileTheVerdictDoes() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));
        rules(CompatibilityPolicy.SEMVER, FAX);
        Path file = folder.resolve("plan.json");
        DeploymentFiles.write(file, deployment.plan(desired("2.0.0", ONE)), new Secrets());

        DeploymentFiles.requireApproved(
                file, deployment.plan(desired("2.0.0", ONE)), new Secrets(), ChangingGoal.DEPLOY);

        rules(CompatibilityPolicy.SEMVER);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeploymentFiles.requireApproved(
                        file, deployment.plan(desired("2.0.0", ONE)), new Secrets(), ChangingGoal.DEPLOY))
                .withMessageEndingWith(
                        "\n  - A 2.0.0: its contract is judged otherwise than in the plan, because accepted "
                                + "breaks, or how contracts are compared, have changed");
    }

    @Test
    void aPlanFromBeforeThereWereVerdictsHoldsStill() throws Exception {
        deployment.deploy(desired("1.0.0", TWO));
        DeploymentPlan plan = deployment.plan(desired("2.0.0", ONE));
        ObjectNode old = plan.toJson();
        old.remove("format");
        ((ObjectNode) old.at("/actions/0")).remove("compatibility");
        Path file = folder.resolve("plan.json");
        Files.writeString(file, Json.compact(old));

        DeploymentFiles.requireApproved(file, plan, new Secrets(), ChangingGoal.DEPLOY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"1\"", "null", "1e9", "0"})
    void aPlanOfAnotherFormatIsRefused(String format) throws Exception {
        DeploymentPlan plan = deployment.plan(desired("2.0.0", ONE));
        ObjectNode newer = plan.toJson();
        newer.set("format", Json.read(format));
        Path file = folder.resolve("plan.json");
        Files.writeString(file, Json.compact(newer));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> DeploymentFiles.requireApproved(file, plan, new Secrets(), ChangingGoal.DEPLOY))
                .withMessageStartingWith(file + " is of format ")
                .withMessageEndingWith(
                        "and this version of the plugin reads formats up to 1. Plan again: mvn cxone:plan");
    }

    private Kind kind(String version, String input) throws Exception {
        return deployment.plan(desired(version, input)).actions().get(0).kind();
    }

    private String before(String version, String input) throws Exception {
        return deployment
                .plan(desired(version, input))
                .actions()
                .get(0)
                .verdict()
                .comparison()
                .before();
    }

    private void rules(CompatibilityPolicy policy, AcceptedBreak... accepted) {
        deployment.settings = new PlanSettings(
                false,
                true,
                false,
                null,
                false,
                2,
                (one, other) -> new ComparableVersion(one).compareTo(new ComparableVersion(other)),
                new CompatibilityRules(policy, false, true, List.of(accepted)),
                (action, side, pointer) -> "Request." + pointer.substring(1),
                LocalDate.EPOCH);
    }

    private static DesiredAction desired(String version, String input) {
        return new DesiredAction(
                new Contract("A", version, "d", 5000, Json.read(input), Json.read("{\"type\":\"object\"}")),
                URI.create("https://a.example.com/A"));
    }
}
