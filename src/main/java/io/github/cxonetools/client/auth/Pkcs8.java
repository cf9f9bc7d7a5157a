package io.github.cxonetools.client.auth;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.CredentialsLookup;
import io.github.cxonetools.client.settings.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Private keys in PKCS#8 (RFC 5958), as the JDK reads them. */
final class Pkcs8 {

    private Pkcs8() {}

    static PrivateKey plain(Path file, byte[] der) throws RejectedException {
        return key(file, new PKCS8EncodedKeySpec(der));
    }

    static PrivateKey encrypted(Path file, byte[] der, @Nullable Secret passphrase) throws RejectedException {
        if (passphrase == null) {
            throw new RejectedException(
                    "The private key " + file + " is encrypted. Give its passphrase: the environment"
                            + " variable " + CredentialsLookup.PRIVATE_KEY_PASSPHRASE
                            + ", or <passphrase> of the <server> in settings.xml");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            AlgorithmParameters parameters = info.getAlgParameters();
            String algorithm = algorithm(info, parameters);
            PBEKeySpec spec = new PBEKeySpec(passphrase.reveal().toCharArray());
            SecretKey secret = SecretKeyFactory.getInstance(algorithm).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
            return key(file, info.getKeySpec(cipher));
        } catch (InvalidKeySpecException e) {
            throw wrongPassphrase(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new RejectedException(
                    "The private key " + file + " is encrypted in a way that this Java does not know. Encrypt it with"
                            + " openssl pkcs8 -topk8 -v2 aes-256-cbc",
                    e);
        }
    }

    /** For PBES2 the name stands in the parameters only. */
    private static String algorithm(EncryptedPrivateKeyInfo info, @Nullable AlgorithmParameters parameters) {
        return parameters == null || !info.getAlgName().equals("PBES2") ? info.getAlgName() : parameters.toString();
    }

    private static RejectedException wrongPassphrase(Path file) {
        return new RejectedException("The private key " + file + " cannot be decrypted. Check its passphrase");
    }

    private static PrivateKey key(Path file, KeySpec spec) throws RejectedException {
        for (String algorithm : new String[] {"RSA", "EC"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has RSA and EC", e);
            }
        }
        throw new RejectedException("The private key " + file + " is neither an RSA nor an EC key");
    }
}
