package io.github.cxonetools.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The secrets that faults give back to a client, in each form in which it could show them. */
public final class FaultSecrets {

    /** With characters that look different when they are encoded. */
    public static final String CLIENT_SECRET = "s3cr3t/+&=% value";

    static final String TOKEN = "tok/en+123456==";

    private FaultSecrets() {}

    public static String tokenAnswer() {
        return "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}";
    }

    /** Both, in plain, URL-encoded in each way, and in Base64, the client's also as Basic credentials. */
    public static Set<String> forms(String clientId) {
        Set<String> forms = ofClient(clientId);
        forms.addAll(formsOf(TOKEN));
        return forms;
    }

    public static Set<String> ofClient(String clientId) {
        Set<String> forms = formsOf(CLIENT_SECRET);
        forms.add(base64(clientId + ":" + CLIENT_SECRET));
        return forms;
    }

    private static Set<String> formsOf(String secret) {
        String encoded = encoded(secret);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        forms.add(encoded.replace("%2F", "%2f").replace("%2B", "%2b").replace("%3D", "%3d"));
        forms.add(base64(secret));
        return forms;
    }

    public static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private static String base64(String secret) {
        return Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }
}
