package io.github.cxonetools.client.settings;

import org.jspecify.annotations.Nullable;

/**
 * A {@code <server>} of {@code settings.xml}, decrypted.
 *
 * @param id the server's id
 * @param userName {@code <username>}
 * @param password {@code <password>}
 * @param privateKey {@code <privateKey>}: a file
 * @param passphrase {@code <passphrase>} of the private key
 */
public record ServerEntry(
        String id,
        @Nullable String userName,
        @Nullable String password,
        @Nullable String privateKey,
        @Nullable String passphrase) {

    @Override
    public String toString() {
        return "ServerEntry[" + id + "]";
    }
}
