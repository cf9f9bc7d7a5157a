package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.StoredText;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which tenant {@code baseUrl} means: a URL, {@code local}, the environment's, or the default. */
final class TenantUrls {

    private static final String DEFAULT_BASE_URL = "https://api-us-1.nicecxone.com";

    private TenantUrls() {}

    /** The base URL that is meant, or {@code local}. */
    static String wanted(@Nullable String baseUrl) {
        String set = StoredText.clean(String.valueOf(isDefault(baseUrl) ? DEFAULT_BASE_URL : set(baseUrl)));
        return set.equalsIgnoreCase("local") ? "local" : set;
    }

    /** Whether nobody has said which tenant is meant. */
    private static boolean isDefault(@Nullable String baseUrl) {
        String set = set(baseUrl);
        return set == null || StoredText.clean(set).isEmpty();
    }

    /** The tenant as messages name it; nobody has chosen the default one. */
    static String label(@Nullable String baseUrl) {
        return ShownUrl.of(wanted(baseUrl)) + (isDefault(baseUrl) ? " (default; set cxone.baseUrl)" : "");
    }

    private static @Nullable String set(@Nullable String baseUrl) {
        return baseUrl == null ? System.getenv("CXONE_BASE_URL") : baseUrl;
    }

    /** The base URL that is meant, checked; {@code local} for the local tenant. */
    static URI baseUrl(GoalContext goal, @Nullable String baseUrl) throws RejectedException {
        String wanted = wanted(baseUrl);
        goal.secrets().addPartsOf(wanted);
        return wanted.equals("local") ? URI.create(wanted) : url("cxone.baseUrl", wanted);
    }

    /** Whether two addresses are one port of this machine. */
    static boolean isSame(URI a, URI b) {
        return HandlerUrls.isLoopback(a) && HandlerUrls.isLoopback(b) && a.getPort() == b.getPort();
    }

    /** Whether two addresses are of one tenant. */
    static boolean isOne(URI a, URI b) {
        return isSame(a, b) || plain(a).equals(plain(b));
    }

    private static String plain(URI url) {
        return url.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("^https://([^/:]+):443(?=/|$)", "https://$1")
                .replaceAll("/+$", "");
    }

    /** The address that a parameter gives. No cause is kept: a parser's message quotes what it was given. */
    static URI url(String parameter, String text) throws RejectedException {
        try {
            return ClientSettings.url(parameter, new URI(text));
        } catch (URISyntaxException e) {
            throw new RejectedException(parameter + " is not a URL. Use one like " + DEFAULT_BASE_URL
                    + (parameter.equals("cxone.baseUrl") ? ", or local" : "/oauth/token"));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()));
        }
    }

    /** A path below the base URL. */
    static URI below(URI baseUrl, String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
