package io.github.cxonetools.tenant.store;

import java.sql.SQLException;

/** The database's tables are of a form that only a later version of this plugin knows. */
final class NewerDatabaseException extends SQLException {

    private static final long serialVersionUID = 1;

    private final String pluginVersion;

    NewerDatabaseException(String pluginVersion) {
        super("tables written by " + pluginVersion);
        this.pluginVersion = pluginVersion;
    }

    String pluginVersion() {
        return pluginVersion;
    }
}
