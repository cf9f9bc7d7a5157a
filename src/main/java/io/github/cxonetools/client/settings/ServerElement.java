package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.RejectedException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One element of a {@code <server>}, checked when it is needed. */
final class ServerElement {

    /** What Maven leaves in place where it could not decrypt. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{(\\[[^]]*])?[A-Za-z0-9+/=]{20,}}");

    private ServerElement() {}

    /**
     * The element's text, cleaned.
     *
     * @throws RejectedException where it is missing, empty, not filled in, or still encrypted
     */
    static String required(ServerEntry entry, String element, @Nullable String text) throws RejectedException {
        String of = "The <" + element + "> of the <server> " + entry.id() + " in settings.xml";
        if (text == null) {
            throw new RejectedException(
                    "The <server> " + entry.id() + " in settings.xml has no <" + element + ">. Add it there");
        }
        String value = StoredText.line(text, of);
        if (value.isEmpty()) {
            throw new RejectedException(
                    of + " is empty. Write it there, or set the environment variable that it names");
        }
        String unresolved = StoredText.unresolved(value);
        if (unresolved != null) {
            throw new RejectedException(of + " " + unresolved);
        }
        if (ENCRYPTED.matcher(value).matches()) {
            throw new RejectedException(of + " could not be decrypted. Check the master password in"
                    + " settings-security.xml, or encrypt it again with mvn --encrypt-password");
        }
        return value;
    }
}
