package io.github.cxonetools.client.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who this client is, and the proof. No {@code toString()} shows a secret. */
public sealed interface Credentials {

    /** Public, and named in messages. */
    String clientId();

    /** Where these come from, as the log names it: environment variables, or a {@code <server>} of settings.xml. */
    String source();

    /** A client id with its secret, for {@link Authentication#CLIENT_CREDENTIALS}. */
    static Credentials clientCredentials(String clientId, String clientSecret, String source) {
        return new ClientCredentials(clientId, Secret.of(clientSecret), source);
    }

    /** For {@link Authentication#CLIENT_CREDENTIALS}. */
    record ClientCredentials(String clientId, Secret secret, String source) implements Credentials {

        @Override
        public String toString() {
            return masked(this);
        }
    }

    /**
     * For {@link Authentication#PRIVATE_KEY_JWT}.
     *
     * @param keyFile PEM (PKCS#8, plain or encrypted) or a JWK
     * @param passphrase of an encrypted key
     */
    record PrivateKey(
            String clientId, Path keyFile, @Nullable Secret passphrase, String source) implements Credentials {

        @Override
        public String toString() {
            return masked(this);
        }
    }

    /** For {@link Authentication#ACCESS_KEY}: a key's id and secret besides the client's. */
    record AccessKey(ClientCredentials client, String keyId, Secret keySecret, String keySource)
            implements Credentials {

        @Override
        public String clientId() {
            return client.clientId();
        }

        @Override
        public String source() {
            return client.source().equals(keySource) ? keySource : client.source() + " and " + keySource;
        }

        @Override
        public String toString() {
            return masked(this);
        }
    }

    private static String masked(Credentials credentials) {
        return "Credentials[" + credentials.clientId() + " from " + credentials.source() + "]";
    }
}
