package io.github.cxonetools.deployment;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A key in a handler's URL goes to the tenant, and nowhere else; that it changed is seen all the same. */
class HandlerKeyTest {

    private static final String KEY = "k3y-of-the-function";
    private static final String OTHER = "an0ther-k3y";

    @TempDir
    private Path folder;

    @AfterEach
    void whatWasWrittenIsValid() throws Exception {
        ReportSchemas.assertAllValid(folder);
    }

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = new Deployment(folder);
        deployment.settings = Deployment.settings(null, true);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isComparedButNeitherShownNorKept(boolean isReadable) throws Exception {
        deployment.deploy(desired(KEY));
        assertThat(deployment.tenant.action("id-1").path("handlerUrl").asString())
                .endsWith("?code=" + KEY);
        if (!isReadable) {
            deployment.tenant.script =
                    request -> request.method().equals("GET") ? Behaviour.status(405, "") : Behaviour.NORMAL;
        }

        DeploymentPlan same = deployment.plan(desired(KEY));
        DeploymentPlan changed = deployment.plan(desired(OTHER));

        assertThat(same.changesAnything()).isFalse();
        assertThat(changed.changesAnything()).isTrue();
        List<String> lines = DeploymentConsole.plan(changed);
        assertThat(lines).anyMatch(line -> line.contains(" -> ") && line.contains("https://a.example.com/x?code="));
        DeploymentFiles.write(folder.resolve("plan.json"), changed, new Secrets());
        assertThat(String.join("\n", lines)
                        + Files.readString(folder.resolve("plan.json"))
                        + Files.readString(deployment.receiptsFile))
                .doesNotContain(KEY, OTHER);

        deployment.deploy(desired(OTHER));
        assertThat(deployment.tenant.action("id-1").path("handlerUrl").asString())
                .endsWith("?code=" + OTHER);
        assertThat(Files.readString(deployment.receiptsFile))
                .doesNotContain(KEY, OTHER)
                .contains("?code=sha256:");
    }

    private static DesiredAction desired(String key) {
        return Deployment.desired("A", "1", 10, "https://a.example.com/x?code=" + key, 5000, "d");
    }
}
