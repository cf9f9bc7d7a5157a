package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The permissions of a tenant's directory: its owner's alone, where the file system knows such things. */
final class OwnerPermissions {

    /** In the order in which they are named; the database has the tokens' key and the payloads. */
    private static final List<String> SECRET_FILES =
            List.of(TenantCredentials.FILE, TenantDirectory.CLIENTS, DatabaseFiles.DATABASE, DatabaseFiles.BACKUP);

    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final Set<PosixFilePermission> OTHERS_READ_OR_WRITE = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private OwnerPermissions() {}

    /** Lets nobody but the owner into a directory. */
    static void setOfDirectory(Path path) throws IOException {
        if (isPosix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Others must neither put files there nor read what is secret in it. */
    static void require(Path path) throws IOException, RejectedException {
        if (!isPosix()) {
            return;
        }
        if (isOpenTo(path, OTHERS_WRITE)) {
            throw new RejectedException("The local tenant's directory " + path + " can be written by others, who could"
                    + " replace its credentials. Type: chmod 700 " + DatabaseFiles.quoted(path));
        }
        for (String name : SECRET_FILES) {
            Path file = path.resolve(name);
            if (Files.exists(file) && isOpenTo(file, OTHERS_READ_OR_WRITE)) {
                throw new RejectedException("The local tenant's file " + file
                        + " can be read by others, and holds secrets. Type: chmod 600 " + DatabaseFiles.quoted(file));
            }
        }
    }

    private static boolean isOpenTo(Path path, Set<PosixFilePermission> others) throws IOException {
        return !Collections.disjoint(Files.getPosixFilePermissions(path), others);
    }

    /** What a file is made with that nobody but its owner reads or writes. */
    static FileAttribute<?>[] ofFile() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
