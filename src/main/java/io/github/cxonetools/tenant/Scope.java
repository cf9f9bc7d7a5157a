package io.github.cxonetools.tenant;

import java.util.Set;

/** What a token may be good for. */
final class Scope {

    static final String WRITE = "data-actions:write";
    static final String READ = "data-actions:read";
    static final String ANALYTICS = "analytics:read";

    static final Set<String> ALL = Set.of(WRITE, READ, ANALYTICS);

    private Scope() {}
}
