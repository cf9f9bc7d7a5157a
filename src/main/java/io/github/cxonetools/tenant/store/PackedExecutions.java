package io.github.cxonetools.tenant.store;

import java.io.ByteArrayOutputStream;

/**
 * Time, series and latency of executions as bytes, a few for each execution: a million are read and counted in a fraction
 * of a second, where a database would take seconds for as many rows.
 *
 * <p>Each execution is three numbers of seven bits a byte, lowest first: milliseconds since the one before (zigzag, because
 * executions are recorded when they end), series, and latency in microseconds plus one (0 where there is none).
 */
public final class PackedExecutions {

    /** Hears of each execution. */
    public interface Sink {
        /** @param latencyMicros -1 where the handler was not called */
        void accept(long atMillis, int series, long latencyMicros);
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long previousMillis;

    void add(long atMillis, int series, long latencyMicros) {
        long delta = atMillis - previousMillis;
        write((delta << 1) ^ (delta >> 63));
        write(series);
        write(latencyMicros + 1);
        previousMillis = atMillis;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** Passes on every execution in {@code packed}, in the order in which they were added. */
    public static void read(byte[] packed, Sink sink) {
        NumberReader reader = new NumberReader(packed);
        long millis = 0;
        while (reader.position < packed.length) {
            long delta = reader.next();
            millis += (delta >>> 1) ^ -(delta & 1);
            sink.accept(millis, (int) reader.next(), reader.next() - 1);
        }
    }

    private void write(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** Reads one number after another. */
    private static final class NumberReader {
        private final byte[] packed;
        private int position;

        NumberReader(byte[] packed) {
            this.packed = packed;
        }

        long next() {
            long value = 0;
            int shift = 0;
            byte read;
            do {
                read = packed[position++];
                value |= (long) (read & 0x7F) << shift;
                shift += 7;
            } while (read < 0);
            return value;
        }
    }
}
