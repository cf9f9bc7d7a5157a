package io.github.cxonetools.tenant.actions;

import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.sample.BelievableValues;
import io.github.cxonetools.schema.sample.PayloadSample;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import io.github.cxonetools.tenant.store.ActionStore;
import io.github.cxonetools.tenant.store.FixtureFolders;
import io.github.cxonetools.tenant.store.TenantAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /local/v1/…}: what helps to try an action on the tenant's page, and the platform has not. */
public final class TrialApi {

    private static final int SAMPLES = 20;
    private static final int PATIENCE_MILLIS = 500;

    private final ActionsApi actions;
    private final ActionStore store;
    private final Executions executions;
    private final FixtureFolders fixtures;

    public TrialApi(ActionsApi actions, ActionStore store, Executions executions, FixtureFolders fixtures) {
        this.actions = actions;
        this.store = store;
        this.executions = executions;
        this.fixtures = fixtures;
    }

    /** Every action without its schemas: {@code {"entities":[{"id","name","version","isDeprecated","handlerUrl"}]}}. */
    public Response labels(Request request) throws UnavailableException {
        ObjectNode body = Json.object();
        ArrayNode entities = body.putArray("entities");
        store.labels().forEach(label -> entities.addObject()
                .put("id", label.id())
                .put("name", label.name())
                .put("version", label.version())
                .put("isDeprecated", label.deprecated())
                .put("handlerUrl", label.handlerUrl()));
        return Response.json(200, body);
    }

    /**
     * Payloads to begin with: the project's fixtures as they are, then some that the input schema accepts:
     * {@code {"fixtures":[{"name","text"}],"entities":[{"payload":…,"what":"everything"}]}}.
     */
    public Response examples(Request request) throws Problem, UnavailableException {
        TenantAction action = actions.find(request);
        JsonNode schema = Json.read(action.inputSchema());
        ObjectNode body = Json.object();
        ArrayNode kept = body.putArray("fixtures");
        fixtures.of(action.name())
                .forEach(fixture -> kept.addObject().put("name", fixture.name()).put("text", fixture.text()));
        ArrayNode entities = body.putArray("entities");
        for (PayloadSample sample : BelievableValues.samples(schema, SAMPLES)) {
            entities.addObject().put("what", sample.what()).set("payload", sample.payload());
        }
        return Response.json(200, body);
    }

    /** What the input schema says of a payload: {@code {"findings":[{"pointer":"/tags","message":"is missing"}]}}. */
    public Response check(Request request) throws Problem, UnavailableException {
        ObjectNode body = Json.object();
        ArrayNode findings = body.putArray("findings");
        executions.check(actions.find(request), request.body()).forEach(finding -> {
            ObjectNode json = findings.addObject();
            if (finding.pointer() != null) {
                json.put("pointer", finding.pointer());
            }
            json.put("message", finding.words());
        });
        return Response.json(200, body);
    }

    /** Whether something listens at the handler's URL: {@code {"listening":true}}; without the member where it is elsewhere. */
    public Response handler(Request request) throws Problem, UnavailableException {
        URI url = URI.create(actions.find(request).handlerUrl());
        ObjectNode body = Json.object();
        if (HandlerUrls.isLoopback(url)) {
            body.put("listening", listens(url));
        }
        return Response.json(200, body);
    }

    private static boolean listens(URI url) {
        int byDefault = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            InetAddress host = InetAddress.getByName(url.getHost());
            socket.connect(new InetSocketAddress(host, url.getPort() < 0 ? byDefault : url.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
