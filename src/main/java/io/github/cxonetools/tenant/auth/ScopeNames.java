package io.github.cxonetools.tenant.auth;

import java.util.Set;

/** The OAuth scopes of the local tenant's tokens. */
public final class ScopeNames {

    public static final String WRITE = "data-actions:write";
    public static final String READ = "data-actions:read";
    public static final String ANALYTICS = "analytics:read";

    /** To execute actions, and not to change them: what the tenant's page may, and no client asks for. */
    public static final String EXECUTE = "executions:write";

    static final Set<String> PAGE = Set.of(READ, ANALYTICS, EXECUTE);

    static final Set<String> ALL = Set.of(WRITE, READ, ANALYTICS);

    private ScopeNames() {}
}
