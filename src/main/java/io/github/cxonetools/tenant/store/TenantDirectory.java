package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.TemporaryNames;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The directory of a tenant: its owner's alone (0700, files 0600, where the file system knows such things). */
public final class TenantDirectory {

    public static final String CLIENTS = "clients.json";

    private static final String LOCK_FILE = "tenant.lock";
    private static final int SECRET_BYTES = 32;

    /**
     * One channel a file, never closed: on POSIX systems, closing any channel of a file gives up every lock that this JVM
     * holds on it, also one that another tenant of this JVM relies on.
     */
    private static final Map<Path, FileChannel> LOCK_CHANNELS = new HashMap<>();

    private final Path path;

    private TenantDirectory(Path path) {
        this.path = path;
    }

    /** Creates what is missing. */
    public static TenantDirectory open(Path path) throws CxoneException {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                OwnerPermissions.setOfDirectory(path);
            } else {
                OwnerPermissions.require(path);
            }
            TenantDirectory directory = new TenantDirectory(path.toRealPath());
            directory.removeAbandoned();
            return directory;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** What processes have left that were ended while they wrote a file. */
    private void removeAbandoned() throws IOException {
        for (Path abandoned : TemporaryNames.abandoned(path, "")) {
            Files.deleteIfExists(abandoned);
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** The lock that makes this process the tenant's owner; empty while another one, or another tenant here, holds it. */
    public Optional<FileLock> tryLock() throws CxoneException {
        Path file = file(LOCK_FILE);
        try {
            return Optional.ofNullable(lockChannel(file).tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** The credentials that were made on first start, or new ones. */
    public TenantCredentials credentials() throws CxoneException {
        if (!Files.exists(file(TenantCredentials.FILE))) {
            SecureRandom random = new SecureRandom();
            write(
                    TenantCredentials.FILE,
                    Json.object()
                            .put("clientId", "local-" + secret(random, 6))
                            .put("clientSecret", secret(random, SECRET_BYTES)));
        }
        return TenantCredentials.read(path);
    }

    /** Writes a file as a whole: readers see the old content or the new one. */
    public void write(String name, JsonNode content) throws CxoneException {
        try {
            Path temporary = Files.createFile(file(TemporaryNames.of(name)), OwnerPermissions.ofFile());
            try {
                Files.write(temporary, Json.pretty(content).getBytes(StandardCharsets.UTF_8));
                Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    public void delete(String name) throws CxoneException {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** Makes a file that something else writes (the database) readable to its owner only. */
    void protect(String name) throws CxoneException {
        try {
            if (!Files.exists(file(name))) {
                Files.createFile(file(name), OwnerPermissions.ofFile());
            }
        } catch (FileAlreadyExistsException e) {
            return; // Another process that opens the tenant in this moment has made it, just so.
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** Whether nothing has been written to the file yet. */
    boolean isEmpty(String name) throws CxoneException {
        try {
            return Files.size(file(name)) == 0;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    public static String secret(SecureRandom random, int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private FileChannel lockChannel(Path file) throws IOException, CxoneException {
        synchronized (LOCK_CHANNELS) {
            FileChannel channel = LOCK_CHANNELS.get(file);
            if (channel == null) {
                protect(LOCK_FILE);
                channel = FileChannel.open(file, StandardOpenOption.WRITE);
                LOCK_CHANNELS.put(file, channel);
            }
            return channel;
        }
    }

    private static UnavailableException unusable(Path path, IOException e) {
        return new UnavailableException(
                "The local tenant cannot use its directory " + path + " ("
                        + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "). Free space or change its permissions, or set cxone.tenantDirectory",
                e);
    }
}
