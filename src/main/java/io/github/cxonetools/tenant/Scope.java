package io.github.cxonetools.tenant;

import java.util.Set;

/** What a token may be good for. */
final class Scope {

    static final String WRITE = "data-actions:write";
    static final String READ = "data-actions:read";
    static final String ANALYTICS = "analytics:read";

    /** To execute actions, and not to change them: what the tenant's page may, and no client asks for. */
    static final String EXECUTE = "executions:write";

    static final Set<String> PAGE = Set.of(READ, ANALYTICS, EXECUTE);

    static final Set<String> ALL = Set.of(WRITE, READ, ANALYTICS);

    private Scope() {}
}
