package io.github.cxonetools.client;

import io.github.cxonetools.client.Credentials.AccessKey;
import io.github.cxonetools.client.Credentials.ClientCredentials;
import io.github.cxonetools.client.Credentials.PrivateKey;
import io.github.cxonetools.text.Secrets;

/** Finds the grant that goes with the credentials. */
final class Grants {

    private Grants() {}

    static Grant of(Credentials credentials, ClientSettings settings, Secrets secrets, Time time) {
        if (credentials instanceof PrivateKey key) {
            String audience = settings.tokenAudience();
            return new JwtGrant(key, audience == null ? settings.tokenUrl().toString() : audience, secrets, time);
        }
        if (credentials instanceof AccessKey key) {
            return new Grant.AccessKeyPassword(key, secrets);
        }
        return new Grant.ClientSecret((ClientCredentials) credentials, secrets);
    }
}
