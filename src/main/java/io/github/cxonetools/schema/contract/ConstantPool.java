package io.github.cxonetools.schema.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a class file (JVMS 4.4). Most are of code, and never asked for: each stays bytes until it is.
 */
final class ConstantPool {

    /** Where the number of constants stands. */
    private static final int BEGIN = 8;

    private final byte[] file;

    /** Where each constant begins, with its tag. */
    private final int[] places;

    /** Of those that were asked for. */
    private final int[] hashes;

    private final @Nullable String[] names;
    private final CRC32 checksum = new CRC32();
    private final int end;

    /** Goes through all constants. */
    ConstantPool(byte[] file) {
        this.file = file;
        int count = unsignedShort(BEGIN);
        this.places = new int[count];
        this.hashes = new int[count];
        this.names = new String[count];
        int at = BEGIN + 2;
        for (int i = 1; i < count; i++) {
            places[i] = at;
            int tag = file[at];
            at += size(at, tag);
            i += tag == 5 || tag == 6 ? 1 : 0; // JVMS 4.4.5: these take two places.
        }
        this.end = at;
    }

    /** Where the file goes on behind them. */
    int end() {
        return end;
    }

    private int size(int at, int tag) {
        return switch (tag) {
            case 1 -> 3 + unsignedShort(at + 1);
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> 5;
        };
    }

    private int unsignedShort(int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }

    /**
     * The hash of a constant's text or value, whatever its place; 0 for index 0, which is none.
     *
     * @throws IOException where it has neither
     */
    int hash(int index) throws IOException {
        int known = hashes[index];
        if (known != 0 || index == 0) {
            return known;
        }
        int at = places[index];
        int tag = file[at];
        int hash =
                switch (tag) {
                    case 1, 3, 4, 5, 6 -> hash(at, size(at, tag));
                    case 7, 8, 16, 19, 20 -> hashOfText(places[unsignedShort(at + 1)]);
                    default -> throw new IOException("A name, a type or a value at " + at + " is none");
                };
        hashes[index] = hash;
        return hash;
    }

    private int hashOfText(int at) throws IOException {
        if (file[at] != 1) {
            throw new IOException("A text at " + at + " is none");
        }
        return hash(at, size(at, 1));
    }

    private int hash(int at, int size) {
        checksum.reset();
        checksum.update(file, at, size);
        return (int) checksum.getValue();
    }

    /** Whether a constant that is a name begins with ASCII. */
    boolean beginsWith(int index, String prefix) {
        int at = places[index] + 3;
        for (int i = 0; i < prefix.length(); i++) {
            if (file[at + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text of a constant that is a name. */
    String name(int index) throws IOException {
        String name = names[index];
        if (name == null) {
            name = textAt(places[index] + 1);
            names[index] = name;
        }
        return name;
    }

    /** JVMS 4.4.7: a length of two bytes, and so many bytes of a UTF-8 of its own. */
    private String textAt(int offset) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(file, offset, file.length - offset)).readUTF();
    }
}
