package io.github.cxonetools.tenant.store;

import java.io.ByteArrayOutputStream;

/**
 * Time, series and latency of executions as bytes, a few for each execution: a million are read in a fraction
 * of a second, where a database would take seconds for as many rows.
 *
 * <p>Each execution is three numbers of seven bits a byte, lowest first: milliseconds since the one before (zigzag, because
 * executions are recorded when they end), series, and latency in microseconds plus one (0 where there is none).
 */
public final class PackedExecutions {

    /** Of each execution. */
    private static final int NUMBERS = 3;

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

    /** All executions in {@code packed}. */
    public static ExecutionColumns unpack(byte[] packed) {
        int count = count(packed);
        long[] millis = new long[count];
        int[] series = new int[count];
        long[] micros = new long[count];
        NumberReader reader = new NumberReader(packed);
        long at = 0;
        for (int i = 0; i < count; i++) {
            long delta = reader.next();
            at += (delta >>> 1) ^ -(delta & 1);
            millis[i] = at;
            series[i] = (int) reader.next();
            micros[i] = reader.next() - 1;
        }
        return new ExecutionColumns(millis, series, micros);
    }

    /** Only the last byte of a number is not negative. */
    private static int count(byte[] packed) {
        int numbers = 0;
        for (byte each : packed) {
            numbers += ~each >>> 31;
        }
        return numbers / NUMBERS;
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
