package io.github.cxonetools.tenant.http;

import io.github.cxonetools.action.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint for a request and checks what every endpoint of the tenant demands. */
public final class Routes {

    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

    /** Answers a request that has passed all checks. */
    public interface Endpoint {
        public Response answer(Request request) throws Problem, UnavailableException;
    }

    /** Decides whether a request may use a route. */
    public interface Access {
        void check(Request request) throws Problem;
    }

    private record Route(
            String method,
            List<String> path,
            Access access,
            @Nullable String body,
            Endpoint endpoint) {

        boolean leadsTo(List<String> asked) {
            if (asked.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).equals("{}") && !path.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Route> routes = new ArrayList<>();
    private final Consumer<String> defects;

    /** @param defects hears of requests that failed through no fault of the client's */
    public Routes(Consumer<String> defects) {
        this.defects = defects;
    }

    /**
     * Adds a route.
     *
     * @param path where {@code {}} stands for any one segment
     * @param body the media type that a body must have, or null where there is none
     */
    public Routes add(String method, String path, Access access, @Nullable String body, Endpoint endpoint) {
        routes.add(new Route(
                method,
                path.length() == 1 ? List.of() : List.of(path.substring(1).split("/")),
                access,
                body,
                endpoint));
        return this;
    }

    public Response answer(Request request) throws Problem {
        Route route = find(request);
        route.access.check(request);
        if (route.body != null && !request.mediaType().equals(route.body)) {
            throw new Problem(415, "unsupported_media_type", "The body must be " + route.body);
        }
        try {
            return route.endpoint.answer(request);
        } catch (UnavailableException e) {
            defects.accept(request.method() + " /" + String.join("/", request.path()) + ": " + e.getMessage());
            throw new Problem(500, "internal_error", String.valueOf(e.getMessage()));
        }
    }

    private Route find(Request request) throws Problem {
        List<String> path = request.path();
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.leadsTo(path)) {
                if (route.method.equals(request.method())) {
                    return route;
                }
                methods.add(route.method);
            }
        }
        if (methods.isEmpty()) {
            throw new Problem(404, "not_found", "There is nothing at /" + String.join("/", path));
        }
        throw new Problem(405, "method_not_allowed", "This path answers " + String.join(", ", methods));
    }
}
