package io.github.cxonetools.schema.contract;

import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Prints of class files in folders: size and checksum of the content, and {@link ClassShape}. Each is made of the bytes that
 * were loaded, by the thread that loads them: no file is read again for it, and what becomes of it meanwhile does not count.
 */
final class ClassPrints implements BiConsumer<File, byte[]> {

    private final Map<File, String> loaded = new ConcurrentHashMap<>();

    /** A class was loaded from a file. */
    @Override
    public void accept(File file, byte[] bytes) {
        loaded.put(file, of(bytes));
    }

    /** Null of a file that no class was loaded from. */
    @Nullable
    String of(File file) {
        return loaded.get(file);
    }

    static String of(byte[] file) {
        return content(file) + ":" + ClassShape.of(file);
    }

    static String content(byte[] file) {
        CRC32 checksum = new CRC32();
        checksum.update(file);
        return file.length + "-" + Long.toHexString(checksum.getValue());
    }
}
