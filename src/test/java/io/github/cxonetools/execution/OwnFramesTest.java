package io.github.cxonetools.execution;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnFramesTest {

    private static final String SERVED = """
            java.lang.IllegalStateException: no profile
            \tat java.base/java.util.Optional.orElseThrow(Optional.java:403)
            \tat com.example.crm.ProfileLookup.of(ProfileLookup.java:14)
            \tat com.fasterxml.jackson.databind.ObjectMapper.readValue(ObjectMapper.java:9)
            \tat com.example.routing.Routing.apply(Routing.java:31)
            \tat java.base/java.lang.invoke.LambdaForm.apply(LambdaForm.java:1)
            \tat io.github.cxonetools.execution.worker.Target.call(Target.java:140)
            \tat io.github.cxonetools.execution.worker.WorkerMain.main(WorkerMain.java:60)
            Caused by: java.io.IOException: SECRET of
              | two lines
            \tat com.example.crm.Store.read(Store.java:3)
            \t... 5 more
            """;

    private static final String SPRING = """
            java.lang.NullPointerException: Cannot invoke "String.length()"
            \tat com.acme.flows.Handler.handle(Handler.java:7) ~[classes/:na]
            \tat org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1)
            \tat org.apache.tomcat.util.net.NioEndpoint.run(NioEndpoint.java:2)
            \tat java.base/java.lang.Thread.run(Thread.java:833)
            """;

    @Test
    void findsTheFramesOfTheHandlersOwnPackages() {
        assertThat(OwnFrames.of(SERVED))
                .containsExactly(
                        "com.example.crm.ProfileLookup.of(ProfileLookup.java:14)",
                        "com.example.routing.Routing.apply(Routing.java:31)",
                        "com.example.crm.Store.read(Store.java:3)");
        assertThat(OwnFrames.of(SPRING))
                .containsExactly("com.acme.flows.Handler.handle(Handler.java:7) ~[classes/:na]");
        assertThat(OwnFrames.of("a.B\n\tat Unnamed.apply(Unnamed.java:3)\n\tat java.lang.Thread.run(Thread.java:1)"))
                .containsExactly("Unnamed.apply(Unnamed.java:3)");
    }

    @Test
    void tellsOwnFramesAndCausesInAFewLines() {
        assertThat(OwnFrames.told(SERVED))
                .containsExactly(
                        "at com.example.crm.ProfileLookup.of(ProfileLookup.java:14)",
                        "at com.example.routing.Routing.apply(Routing.java:31)",
                        "… 3 frames of others",
                        "Caused by: java.io.IOException: SECRET of",
                        "| two lines",
                        "at com.example.crm.Store.read(Store.java:3)");
        assertThat(OwnFrames.told("java.lang.Error\n\tat java.lang.Thread.run(Thread.java:1)\n"))
                .containsExactly("at java.lang.Thread.run(Thread.java:1)");
    }

    @Test
    void leavesOutWhatMayQuoteAPayload() {
        assertThat(OwnFrames.discreet(SERVED))
                .doesNotContain("SECRET", "two lines", "no profile")
                .contains(
                        "java.lang.IllegalStateException\n",
                        "Caused by: java.io.IOException\n\tat com.example.crm.Store");
    }

    @Test
    void leavesThisPluginOut() {
        assertThat(OwnFrames.ofProject(SERVED)).doesNotContain("cxonetools").contains("Routing.java:31", "... 5 more");
    }
}
