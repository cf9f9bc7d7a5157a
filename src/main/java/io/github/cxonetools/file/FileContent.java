package io.github.cxonetools.file;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;

/** The content of a file: its bytes, or its checksum with the file, which is read when someone asks for the bytes. */
public abstract class FileContent {

    private FileContent() {}

    public static FileContent of(byte[] bytes) {
        return new Read(bytes);
    }

    /** @param checksum as {@link Checksums#of(byte[])} gives it */
    public static FileContent unread(File file, String checksum) {
        return new Unread(file, checksum);
    }

    /** Whether both have the same bytes; by their checksums where one of them is not read. */
    public final boolean isSameAs(FileContent other) {
        return this instanceof Read one && other instanceof Read two
                ? Arrays.equals(one.bytes, two.bytes)
                : checksum().equals(other.checksum());
    }

    abstract String checksum();

    /** @throws IOException where the file cannot be read, or is no longer what its checksum says */
    public abstract byte[] bytes() throws IOException;

    private static final class Read extends FileContent {

        private final byte[] bytes;

        Read(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        String checksum() {
            return Checksums.of(bytes);
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }
    }

    private static final class Unread extends FileContent {

        private final File file;
        private final String checksum;

        Unread(File file, String checksum) {
            this.file = file;
            this.checksum = checksum;
        }

        @Override
        String checksum() {
            return checksum;
        }

        @Override
        public byte[] bytes() throws IOException {
            byte[] bytes = FileBytes.read(file);
            if (!Checksums.of(bytes).equals(checksum)) {
                throw new IOException(file + " has changed since this build generated it");
            }
            return bytes;
        }
    }
}
