package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Properties;

/**
 * The trust store that the JVM is told to use. Where it cannot be opened, the JVM's own words name neither the file nor the
 * property, and where it is missing, the JVM trusts nobody.
 */
public final class TrustStore {

    private static final String FILE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String TYPE = "javax.net.ssl.trustStoreType";
    private static final String PROVIDER = "javax.net.ssl.trustStoreProvider";

    private TrustStore() {}

    /**
     * Opens it, to say early what is wrong.
     *
     * @param who who needs it, for example {@code cxone:deploy}
     * @param properties the JVM's
     */
    public static void check(String who, Properties properties) throws RejectedException {
        String name = properties.getProperty(FILE, "");
        boolean isFile = !name.isBlank() && !name.equals("NONE") && properties.getProperty(PROVIDER) == null;
        if (!isFile) {
            return;
        }
        String problem = who + " cannot open the trust store " + name + " (" + FILE + "): ";
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new RejectedException(problem + "it is not a file that can be read. Correct " + FILE);
        }
        String type = properties.getProperty(TYPE, KeyStore.getDefaultType());
        String password = properties.getProperty(PASSWORD, "");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore.getInstance(type).load(in, password.isEmpty() ? null : password.toCharArray());
        } catch (IOException e) {
            // Kept as no cause: the message is complete, and a parser may quote what it was given.
            throw new RejectedException(problem
                    + (e.getCause() instanceof UnrecoverableKeyException
                            ? "the password in " + PASSWORD + " is wrong. Correct it"
                            : "it is not a " + type + " key store. Correct " + FILE + " or " + TYPE));
        } catch (GeneralSecurityException e) {
            throw new RejectedException(problem + "its certificates cannot be read as " + type + ". Correct " + TYPE);
        }
    }
}
