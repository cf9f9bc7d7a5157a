package io.github.cxonetools.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Checksums that tell changed content from unchanged content; nobody gains by forging one. Two of those that the JDK has in native code: a
 * digest in Java costs more than all the rest of an unchanged build while it is cold.
 */
public final class Checksums {

    /** What stands for that of a file that is not there. */
    public static final String NONE = "-";

    private final CRC32 crc = new CRC32();
    private final Adler32 adler = new Adler32();
    private long length;

    private Checksums() {}

    private void add(byte[] bytes) {
        crc.update(bytes);
        adler.update(bytes);
        length += bytes.length;
    }

    /** No text in UTF-8 holds such a byte. */
    private void end() {
        crc.update(0xFF);
        adler.update(0xFF);
    }

    /** Without a space. */
    private String text() {
        return new StringBuilder()
                .append(length)
                .append('-')
                .append(Long.toHexString(crc.getValue()))
                .append('-')
                .append(Long.toHexString(adler.getValue()))
                .toString();
    }

    /** Over texts, so that no two lists of them look alike. */
    public static String of(List<String> texts) {
        Checksums checksums = new Checksums();
        for (String text : texts) {
            checksums.add(text.getBytes(StandardCharsets.UTF_8));
            checksums.end();
        }
        return checksums.text();
    }

    public static String of(byte[] bytes) {
        Checksums checksums = new Checksums();
        checksums.add(bytes);
        return checksums.text();
    }

    /** Over a file's bytes; {@link #NONE} where there is none. */
    public static String ofFile(Path file) throws IOException {
        try {
            return of(FileBytes.read(file));
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }
}
