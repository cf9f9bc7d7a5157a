package io.github.cxonetools.client.settings;

/** Which tenant credentials are for: those of one are never looked for where those of the other may be. */
public enum TenantRole {
    /** The tenant that a goal acts on. */
    TARGET("", "cxone", "cxone-access-key", "cxone.serverId", "CXone"),
    /** The tenant that contracts come from. */
    SOURCE("SOURCE_", "cxone-source", "cxone-source-access-key", "cxone.sourceServerId", "the source tenant");

    private final String infix;
    private final String server;
    private final String accessKeyServer;
    private final String parameter;
    private final String words;

    TenantRole(String infix, String server, String accessKeyServer, String parameter, String words) {
        this.infix = infix;
        this.server = server;
        this.accessKeyServer = accessKeyServer;
        this.parameter = parameter;
        this.words = words;
    }

    /** The {@code <server>} that is used where none is named. */
    String server() {
        return server;
    }

    /** The {@code <server>} of the access key that is used where none is named. */
    String accessKeyServer() {
        return accessKeyServer;
    }

    /** The parameter that names another {@code <server>}. */
    String parameter() {
        return parameter;
    }

    /** As messages name the tenant. */
    String words() {
        return words;
    }

    /** The role's own name of a variable: {@code CXONE_SOURCE_CLIENT_ID} for {@code CXONE_CLIENT_ID}. */
    public String variable(String name) {
        return "CXONE_" + infix + name.substring("CXONE_".length());
    }
}
