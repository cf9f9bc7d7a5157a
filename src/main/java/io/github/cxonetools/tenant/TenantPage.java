package io.github.cxonetools.tenant;

import io.github.cxonetools.tenant.auth.PageSessions;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The tenant's page: fixed files; everything that it shows comes from the tenant's own endpoints. */
final class TenantPage {

    private static final String LOOK = "/io/github/cxonetools/look/";

    /** Path of each file's resource by its name. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("look.css", LOOK + "look.css"),
            Map.entry("shell.css", LOOK + "shell.css"),
            Map.entry("shell.js", LOOK + "shell.js"),
            Map.entry("numbers.js", LOOK + "numbers.js"),
            Map.entry("charts.js", LOOK + "charts.js"),
            Map.entry("tenant.css", "tenant.css"),
            Map.entry("tenant.js", "tenant.js"),
            Map.entry("schema.js", "schema.js"),
            Map.entry("json.js", "json.js"),
            Map.entry("editor.js", "editor.js"),
            Map.entry("answer.js", "answer.js"),
            Map.entry("history.js", "history.js"),
            Map.entry("figures.js", "figures.js"),
            Map.entry("icon.svg", "icon.svg"),
            Map.entry("chart.js", "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.js"));

    /** What the locked page wears: files that say nothing of a tenant. */
    private static final Set<String> LOOKS = Set.of("look.css", "shell.css", "shell.js", "tenant.css", "icon.svg");

    private final PageSessions sessions;

    TenantPage(PageSessions sessions) {
        this.sessions = sessions;
    }

    /** The page for a browser with our cookie; a one-time address sets it. */
    Response root(Request request) throws Problem {
        Optional<String> cookie = sessions.redeem(request.query());
        if (cookie.isPresent()) {
            // On to the address without the code, so that it does not stay in the browser's history.
            return Response.html(303, "").with("Location", "/").with("Set-Cookie", cookie.get());
        }
        if (sessions.scopes(request).isEmpty()) {
            return file("locked.html", 401);
        }
        return file("tenant.html", 200);
    }

    Response file(Request request) throws Problem {
        return named(request.path().get(1));
    }

    /** A file that also a browser without our cookie may have. */
    Response look(Request request) throws Problem {
        String name = request.path().get(1);
        return named(LOOKS.contains(name) ? name : "");
    }

    private static Response named(String name) throws Problem {
        String resource = FILES.get(name);
        if (resource == null) {
            throw new Problem(404, "not_found", "The page has no such file");
        }
        return file(resource, 200);
    }

    private static Response file(String resource, int status) {
        try (InputStream in = Objects.requireNonNull(TenantPage.class.getResourceAsStream(resource), resource)) {
            return new Response(status, mediaType(resource) + "; charset=utf-8", in.readAllBytes(), Map.of())
                    .with("Cache-Control", "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mediaType(String resource) {
        if (resource.endsWith(".css")) {
            return "text/css";
        }
        if (resource.endsWith(".svg")) {
            return "image/svg+xml";
        }
        return resource.endsWith(".js") ? "text/javascript" : "text/html";
    }
}
