package io.github.cxonetools.client.auth;

import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Credentials.AccessKey;
import io.github.cxonetools.client.settings.Credentials.ClientCredentials;
import io.github.cxonetools.client.settings.Credentials.PrivateKey;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.text.Secrets;

/** Finds the grant that goes with the credentials. */
public final class Grants {

    private Grants() {}

    public static Grant of(Credentials credentials, ClientSettings settings, Secrets secrets, Time time) {
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
