package io.github.cxonetools.tenant;

import java.nio.file.Path;
import java.time.Period;

/**
 * What a local tenant is started with.
 *
 * @param directory holds database, credentials and {@code tenant.json}; created where it is missing
 * @param port where to listen on 127.0.0.1; 0 for any free port
 * @param orOther whether any free port is taken where something else listens on {@code port}
 * @param keepExecutions how long payloads and answers are kept; counts and latencies stay
 * @param pluginVersion written into the database, so that an older plugin can name the newer one
 */
public record TenantSettings(Path directory, int port, boolean orOther, Period keepExecutions, String pluginVersion) {

    private static final int MAX_PORT = 65_535;

    /**
     * On that port or none.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public TenantSettings(Path directory, int port, Period keepExecutions, String pluginVersion) {
        this(directory, port, false, keepExecutions, pluginVersion);
    }

    /** @throws IllegalArgumentException with a message for the user */
    public TenantSettings {
        directory = directory.toAbsolutePath().normalize();
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("tenantPort is " + port + ". Use 0 (any free port) to " + MAX_PORT);
        }
        if (keepExecutions.isNegative() || keepExecutions.isZero()) {
            throw new IllegalArgumentException(
                    "keepExecutions is " + keepExecutions + ". Use a period of one day or more, for example P30D");
        }
        if (directory.toString().contains(";")) {
            throw new IllegalArgumentException("tenantDirectory " + directory
                    + " holds a semicolon, which the database cannot open. Choose another directory");
        }
    }

    /** The same, on any free port where something else listens on this one. */
    public TenantSettings orAnyPort() {
        return new TenantSettings(directory, port, true, keepExecutions, pluginVersion);
    }
}
