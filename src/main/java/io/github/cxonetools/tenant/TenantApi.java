package io.github.cxonetools.tenant;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.actions.ActionsApi;
import io.github.cxonetools.tenant.actions.ExecutionsApi;
import io.github.cxonetools.tenant.actions.TrialApi;
import io.github.cxonetools.tenant.analytics.AnalyticsEndpoint;
import io.github.cxonetools.tenant.auth.AccessCheck;
import io.github.cxonetools.tenant.auth.PageSessions;
import io.github.cxonetools.tenant.auth.ScopeNames;
import io.github.cxonetools.tenant.auth.TokenEndpoint;
import io.github.cxonetools.tenant.http.LocalOnly;
import io.github.cxonetools.tenant.http.Loopback;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import io.github.cxonetools.tenant.http.Routes;
import io.github.cxonetools.tenant.store.RunningTenant;
import java.util.function.Consumer;

/** The tenant's paths: which endpoint answers where, and what it demands. */
final class TenantApi implements Loopback.Responder {

    private final LocalOnly localOnly;
    private final RunningTenant running;
    private final Consumer<String> defects;
    private final Routes routes;

    TenantApi(RunningTenant running, Consumer<String> defects) {
        this.localOnly = new LocalOnly(running.port());
        this.running = running;
        this.defects = defects;
        this.routes = new Routes(defects);
    }

    TenantApi tokens(TokenEndpoint tokens) {
        routes.add("POST", "/oauth/token", request -> {}, Routes.FORM, tokens::issue);
        return this;
    }

    TenantApi actions(AccessCheck access, ActionsApi actions) {
        Routes.Access read = access.scope(ScopeNames.READ);
        Routes.Access write = access.scope(ScopeNames.WRITE);
        routes.add("POST", "/api/v2/data-actions", write, Routes.JSON, actions::create)
                .add("GET", "/api/v2/data-actions", read, null, actions::list)
                .add("GET", "/api/v2/data-actions/{}", read, null, actions::get)
                .add("PATCH", "/api/v2/data-actions/{}", write, Routes.JSON, actions::change);
        return this;
    }

    TenantApi executions(AccessCheck access, ExecutionsApi executions) {
        Routes.Access read = access.scope(ScopeNames.READ);
        Routes.Access execute = access.scope(ScopeNames.WRITE, ScopeNames.EXECUTE);
        routes.add("POST", "/local/v1/data-actions/{}/executions", execute, Routes.JSON, executions::execute)
                .add("GET", "/local/v1/executions", read, null, executions::latest)
                .add("GET", "/local/v1/executions/{}", read, null, executions::get);
        return this;
    }

    TenantApi trials(AccessCheck access, TrialApi trials) {
        Routes.Access read = access.scope(ScopeNames.READ);
        routes.add("GET", "/local/v1/data-actions", read, null, trials::labels)
                .add("GET", "/local/v1/data-actions/{}/examples", read, null, trials::examples)
                .add("GET", "/local/v1/data-actions/{}/handler", read, null, trials::handler)
                .add("POST", "/local/v1/data-actions/{}/checks", read, Routes.JSON, trials::check);
        return this;
    }

    TenantApi analytics(AccessCheck access, AnalyticsEndpoint analytics) {
        Routes.Access read = access.scope(ScopeNames.ANALYTICS);
        routes.add("POST", "/api/v2/analytics/data-actions/details/query", read, Routes.JSON, analytics::query);
        return this;
    }

    TenantApi page(AccessCheck access, TenantPage page, PageSessions sessions) {
        routes.add("GET", "/", request -> {}, null, page::root)
                .add("GET", "/look/{}", request -> {}, null, page::look)
                .add("GET", "/page/{}", access.scope(ScopeNames.READ), null, page::file)
                .add(
                        "POST",
                        "/local/v1/page-addresses",
                        access.scope(ScopeNames.WRITE),
                        Routes.JSON,
                        request -> Response.json(
                                201, Json.object().put("url", running.url() + "/?" + sessions.oneTimeQuery())));
        return this;
    }

    @Override
    public Response answer(Request request) {
        return secured(checked(request)).with(RunningTenant.HEADER, running.instance());
    }

    @Override
    public void failed(Request request, Throwable defect) {
        StackTraceElement[] stack = defect.getStackTrace();
        defects.accept(request.method() + " /" + String.join("/", request.path()) + " failed with "
                + defect.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]));
    }

    private Response checked(Request request) {
        try {
            localOnly.check(request);
            return routes.answer(request);
        } catch (Problem problem) {
            return problem.toAnswer();
        }
    }

    /** For browsers: nothing inline, nothing from elsewhere, in no other site's frame. */
    private static Response secured(Response answer) {
        return answer.with(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Referrer-Policy", "no-referrer");
    }
}
