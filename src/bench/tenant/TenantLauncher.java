package io.github.cxonetools.tenant;

import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.tenant.handlers.HandlerEvents;
import io.github.cxonetools.tenant.handlers.HandlerServer;
import io.github.cxonetools.tenant.handlers.ServedHandler;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Map;

/** Serves a tenant, and a handler that answers at once, until standard input ends: directory, port, handler's port. */
final class TenantLauncher {

    private TenantLauncher() {}

    public static void main(String[] args) throws Exception {
        byte[] answer = "{\"queue\":\"default\"}".getBytes(StandardCharsets.UTF_8);
        URI handlerUrl = URI.create("http://127.0.0.1:" + args[2] + "/handler");
        TenantSettings settings =
                new TenantSettings(Path.of(args[0]), Integer.parseInt(args[1]), Period.ofDays(60), "bench");
        try (LocalTenant tenant = LocalTenant.open(settings, Clock.systemUTC(), TenantEvents.NONE);
                HandlerServer handlers = HandlerServer.serve(
                        Map.of(handlerUrl, new ServedHandler(
                                (payload, timeout) -> new HandlerAnswer.Output(answer, 0), Duration.ofSeconds(1))),
                        HandlerEvents.NONE)) {
            System.out.println(tenant.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
