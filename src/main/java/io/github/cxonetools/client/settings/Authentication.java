package io.github.cxonetools.client.settings;

/** How a client proves who it is to the token endpoint. */
public enum Authentication {
    /** RFC 6749 section 4.4, with id and secret in the form. */
    CLIENT_CREDENTIALS,
    /** RFC 7523 section 2.2: a signed JWT in place of the secret. */
    PRIVATE_KEY_JWT,
    /** RFC 6749 section 4.3: an access key as user name and password, the client in a Basic header. */
    ACCESS_KEY
}
