package io.github.cxonetools.client;

import io.github.cxonetools.client.Credentials.AccessKey;
import io.github.cxonetools.client.Credentials.ClientCredentials;

/** Finds the grant that goes with the credentials. */
final class Grants {

    private Grants() {}

    static Grant of(Credentials credentials, ClientSettings settings, Secrets secrets, Time time) {
        if (credentials instanceof ClientCredentials client) {
            return new Grant.ClientSecret(client, secrets);
        }
        if (credentials instanceof AccessKey key) {
            return new Grant.AccessKeyPassword(key, secrets);
        }
        return new Grant.ClientSecret((ClientCredentials) credentials, secrets);
    }
}
