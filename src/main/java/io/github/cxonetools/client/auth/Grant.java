package io.github.cxonetools.client.auth;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Credentials.AccessKey;
import io.github.cxonetools.client.settings.Credentials.ClientCredentials;
import io.github.cxonetools.text.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An OAuth grant: the form that is posted to the token endpoint. */
interface Grant {

    /** Whose grant it is. */
    Credentials credentials();

    /** The form for one request; read or signed anew each time. */
    Form form() throws RejectedException;

    /** Whether a form made later may be another. */
    boolean mayChange();

    /**
     * The request's body and, where the style has one, its {@code Authorization} header.
     *
     * @param body form-encoded
     */
    record Form(byte[] body, @Nullable String authorization) {

        static Form of(Map<String, String> fields, @Nullable String authorization) {
            String text = fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            return new Form(text.getBytes(StandardCharsets.US_ASCII), authorization);
        }

        static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Form form
                    && Arrays.equals(body, form.body)
                    && Objects.equals(authorization, form.authorization);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(body);
        }

        @Override
        public String toString() {
            return "Form[***]";
        }
    }

    /** RFC 6749 section 4.4, with id and secret in the form. */
    record ClientSecret(ClientCredentials credentials, Secrets secrets) implements Grant {

        @Override
        public Form form() throws RejectedException {
            String secret = credentials.secret().reveal();
            secrets.add(secret);
            // A gateway may turn the form into a Basic header, and show that.
            secrets.add(credentials.clientId() + ":" + secret);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("grant_type", "client_credentials");
            fields.put("client_id", credentials.clientId());
            fields.put("client_secret", secret);
            return Form.of(fields, null);
        }

        @Override
        public boolean mayChange() {
            return credentials.secret().mayChange();
        }
    }

    /** RFC 6749 section 4.3, with id and secret of the client in a Basic header, form-encoded (section 2.3.1). */
    record AccessKeyPassword(AccessKey credentials, Secrets secrets) implements Grant {

        @Override
        public Form form() throws RejectedException {
            ClientCredentials client = credentials.client();
            String secret = client.secret().reveal();
            String keySecret = credentials.keySecret().reveal();
            String pair = Form.encode(client.clientId()) + ":" + Form.encode(secret);
            String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
            secrets.add(secret);
            secrets.add(keySecret);
            secrets.add(basic);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("grant_type", "password");
            fields.put("username", credentials.keyId());
            fields.put("password", keySecret);
            return Form.of(fields, "Basic " + basic);
        }

        @Override
        public boolean mayChange() {
            return credentials.client().secret().mayChange();
        }
    }
}
