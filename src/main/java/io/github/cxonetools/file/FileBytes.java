package io.github.cxonetools.file;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a small file, by the fewest calls that there are. A goal that finds nothing to do reads thousands of files and does
 * little else; a channel takes three times the work for each of them.
 */
public final class FileBytes {

    private FileBytes() {}

    /**
     * Reads all of it.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    public static byte[] read(Path file) throws IOException {
        try {
            return bytes(file.toFile());
        } catch (FileNotFoundException e) {
            return Files.readAllBytes(file); // Its exceptions say what is wrong.
        }
    }

    /** As {@link #read(Path)}. */
    public static byte[] read(File file) throws IOException {
        try {
            return bytes(file);
        } catch (FileNotFoundException e) {
            return Files.readAllBytes(file.toPath());
        }
    }

    /** Reads all of it; nothing where there is no such file. */
    public static Optional<byte[]> ifPresent(File file) throws IOException {
        try {
            return Optional.of(bytes(file));
        } catch (FileNotFoundException e) {
            return file.isFile() ? Optional.of(Files.readAllBytes(file.toPath())) : Optional.empty();
        }
    }

    /** The lines of a file of this plugin's own: UTF-8, each with a line feed at its end. */
    public static List<String> lines(Path file) throws IOException {
        String text = new String(read(file), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            lines.add(text.substring(begin, end));
            begin = end + 1;
        }
        if (begin < text.length()) {
            lines.add(text.substring(begin));
        }
        return lines;
    }

    private static byte[] bytes(File file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            byte[] bytes = new byte[in.available()];
            int length = in.readNBytes(bytes, 0, bytes.length);
            int next = in.read();
            return length == bytes.length && next < 0 ? bytes : withRest(bytes, length, next, in);
        }
    }

    /** It has become longer or shorter meanwhile, or is a file that only its reading makes. */
    private static byte[] withRest(byte[] begin, int length, int next, InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(begin, 0, length);
        if (next >= 0) {
            all.write(next);
            in.transferTo(all);
        }
        return all.toByteArray();
    }
}
