package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Credentials.AccessKey;
import io.github.cxonetools.client.settings.Credentials.ClientCredentials;
import io.github.cxonetools.client.settings.Credentials.PrivateKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials where they may be: in the {@code <server>} that was asked for, else in the environment, else in the
 * {@code <server>} of the default id. Half a pair is an error, never a reason to look further.
 */
public final class CredentialsLookup {

    static final String CLIENT_ID = "CXONE_CLIENT_ID";
    static final String CLIENT_SECRET = "CXONE_CLIENT_SECRET";
    static final String CLIENT_SECRET_FILE = "CXONE_CLIENT_SECRET_FILE";
    static final String PRIVATE_KEY_FILE = "CXONE_PRIVATE_KEY_FILE";
    public static final String PRIVATE_KEY_PASSPHRASE = "CXONE_PRIVATE_KEY_PASSPHRASE";
    static final String ACCESS_KEY_ID = "CXONE_ACCESS_KEY_ID";
    static final String ACCESS_KEY_SECRET = "CXONE_ACCESS_KEY_SECRET";

    private final Map<String, String> environment;
    private final Function<String, @Nullable ServerEntry> servers;
    private final TenantRole role;

    /**
     * @param environment the process's variables
     * @param servers gives the decrypted {@code <server>} of an id, or null
     */
    public CredentialsLookup(Map<String, String> environment, Function<String, @Nullable ServerEntry> servers) {
        this(environment, servers, TenantRole.TARGET);
    }

    /** As above, for a tenant of this role. */
    public CredentialsLookup(
            Map<String, String> environment, Function<String, @Nullable ServerEntry> servers, TenantRole role) {
        this.environment = environment;
        this.servers = servers;
        this.role = role;
    }

    /**
     * Finds the credentials for {@code authentication}.
     *
     * @param explicitServerId the {@code <server>} the user asked for, or null
     * @param explicitAccessKeyServerId the same for the access key, or null
     * @throws RejectedException where there are none, half of them, or the named {@code <server>} is missing
     */
    public Credentials find(
            Authentication authentication,
            @Nullable String explicitServerId,
            @Nullable String explicitAccessKeyServerId)
            throws RejectedException {
        return switch (authentication) {
            case CLIENT_CREDENTIALS -> clientCredentials(explicitServerId);
            case PRIVATE_KEY_JWT -> privateKey(explicitServerId);
            case ACCESS_KEY -> accessKey(clientCredentials(explicitServerId), explicitAccessKeyServerId);
        };
    }

    private ClientCredentials clientCredentials(@Nullable String serverId) throws RejectedException {
        if (serverId != null) {
            return fromServer(named(serverId, role.parameter()));
        }
        String id = variable(CLIENT_ID);
        Secret secret = clientSecret();
        if (id != null && secret != null) {
            String secretName =
                    variable(CLIENT_SECRET) == null ? role.variable(CLIENT_SECRET_FILE) : role.variable(CLIENT_SECRET);
            return new ClientCredentials(
                    id, secret, "environment variables " + role.variable(CLIENT_ID) + " and " + secretName);
        }
        if (id != null || secret != null) {
            throw halfAPair(
                    id == null
                            ? role.variable(CLIENT_ID)
                            : role.variable(CLIENT_SECRET) + " (or " + role.variable(CLIENT_SECRET_FILE) + ")",
                    id == null ? "the client secret" : role.variable(CLIENT_ID));
        }
        ServerEntry entry = servers.apply(role.server());
        if (entry == null) {
            throw none(
                    role.variable(CLIENT_ID) + " and " + role.variable(CLIENT_SECRET),
                    "<username> (client id) and <password> (client secret)");
        }
        return fromServer(entry);
    }

    private @Nullable Secret clientSecret() throws RejectedException {
        String value = variable(CLIENT_SECRET);
        String file = variable(CLIENT_SECRET_FILE);
        if (value != null && file != null) {
            throw new RejectedException(role.variable(CLIENT_SECRET) + " and " + role.variable(CLIENT_SECRET_FILE)
                    + " are both set. Unset one of them");
        }
        if (file != null) {
            return Secret.in(Path.of(file), role.variable(CLIENT_SECRET_FILE));
        }
        return value == null ? null : Secret.of(value);
    }

    private static ClientCredentials fromServer(ServerEntry entry) throws RejectedException {
        return new ClientCredentials(
                ServerElement.required(entry, "username", entry.userName()),
                Secret.of(ServerElement.required(entry, "password", entry.password())),
                source(entry));
    }

    private PrivateKey privateKey(@Nullable String serverId) throws RejectedException {
        String id = variable(CLIENT_ID);
        String file = variable(PRIVATE_KEY_FILE);
        ServerEntry entry = serverId == null ? null : named(serverId, role.parameter());
        if (entry == null && id != null && file != null) {
            String passphrase = variable(PRIVATE_KEY_PASSPHRASE);
            return new PrivateKey(
                    id,
                    Path.of(file),
                    passphrase == null ? null : Secret.of(passphrase),
                    "environment variables " + role.variable(CLIENT_ID) + " and " + role.variable(PRIVATE_KEY_FILE));
        }
        if (entry == null && (id != null || file != null)) {
            throw halfAPair(
                    id == null ? role.variable(CLIENT_ID) : role.variable(PRIVATE_KEY_FILE),
                    id == null ? role.variable(PRIVATE_KEY_FILE) : role.variable(CLIENT_ID));
        }
        ServerEntry found = entry == null ? servers.apply(role.server()) : entry;
        if (found == null) {
            throw none(
                    role.variable(CLIENT_ID) + " and " + role.variable(PRIVATE_KEY_FILE),
                    "<username> (client id) and <privateKey> (a file)");
        }
        return new PrivateKey(
                ServerElement.required(found, "username", found.userName()),
                Path.of(ServerElement.required(found, "privateKey", found.privateKey())),
                found.passphrase() == null
                        ? null
                        : Secret.of(ServerElement.required(found, "passphrase", found.passphrase())),
                source(found));
    }

    private AccessKey accessKey(ClientCredentials client, @Nullable String serverId) throws RejectedException {
        String id = variable(ACCESS_KEY_ID);
        String secret = variable(ACCESS_KEY_SECRET);
        ServerEntry entry = serverId == null ? null : named(serverId, "cxone.accessKeyServerId");
        if (entry == null && id != null && secret != null) {
            return new AccessKey(
                    client,
                    id,
                    Secret.of(secret),
                    "environment variables " + role.variable(ACCESS_KEY_ID) + " and "
                            + role.variable(ACCESS_KEY_SECRET));
        }
        if (entry == null && (id != null || secret != null)) {
            throw halfAPair(
                    id == null ? role.variable(ACCESS_KEY_ID) : role.variable(ACCESS_KEY_SECRET),
                    id == null ? role.variable(ACCESS_KEY_SECRET) : role.variable(ACCESS_KEY_ID));
        }
        ServerEntry found = entry == null ? servers.apply(role.accessKeyServer()) : entry;
        if (found == null) {
            throw new RejectedException("No access key for " + role.words() + ". Set the environment variables "
                    + role.variable(ACCESS_KEY_ID)
                    + " and " + role.variable(ACCESS_KEY_SECRET) + ", or add to settings.xml a <server> with <id>"
                    + role.accessKeyServer() + "</id>, <username> (key id) and <password> (key secret)");
        }
        return new AccessKey(
                client,
                ServerElement.required(found, "username", found.userName()),
                Secret.of(ServerElement.required(found, "password", found.password())),
                source(found));
    }

    private ServerEntry named(String serverId, String parameter) throws RejectedException {
        ServerEntry entry = servers.apply(serverId);
        if (entry == null) {
            throw new RejectedException("settings.xml has no <server> with <id>" + serverId + "</id>, which "
                    + parameter + " names. Add it, or correct " + parameter);
        }
        return entry;
    }

    /** A variable that a CI system sets to nothing, because the job may not see the secret, is not set. */
    private @Nullable String variable(String name) throws RejectedException {
        String own = role.variable(name);
        String value = StoredText.line(environment.getOrDefault(own, ""), own);
        return value.isEmpty() ? null : value;
    }

    private static String source(ServerEntry entry) {
        return "<server> " + entry.id() + " in settings.xml";
    }

    private static RejectedException halfAPair(String missing, String present) {
        return new RejectedException("The environment has " + present + " but not " + missing
                + ". Set both, or neither to use settings.xml");
    }

    private RejectedException none(String variables, String elements) {
        return new RejectedException("No credentials for " + role.words() + ". Set the environment variables "
                + variables + ", or add to settings.xml a <server> with <id>" + role.server() + "</id>, " + elements);
    }
}
