package io.github.cxonetools.client.auth;

import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.client.settings.Time;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token and what is known of it.
 *
 * @param value the bearer token
 * @param scopes what it allows; null where the token endpoint did not say
 * @param expires on the clock of {@link Time#nanoTime}; null where the token endpoint did not say
 */
public record AccessToken(
        String value,
        @Nullable Set<String> scopes,
        @Nullable Long expires) {

    boolean isUsable(long nanoTime) {
        return expires == null || nanoTime - expires < 0;
    }

    /** Unknown is not missing: the API's own 403 decides then. */
    public boolean lacks(Scope scope) {
        return scopes != null && !scopes.contains(scope.value());
    }

    public String header() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
