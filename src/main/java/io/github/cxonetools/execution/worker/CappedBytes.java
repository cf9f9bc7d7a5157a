package io.github.cxonetools.execution.worker;

import java.io.ByteArrayOutputStream;

/** Refuses to grow beyond what may be sent, before the memory is spent. */
final class CappedBytes extends ByteArrayOutputStream {

    private final long limit;

    CappedBytes(long limit) {
        super(1024);
        this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
        reserve(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        reserve(length);
        super.write(bytes, offset, length);
    }

    private void reserve(int length) {
        if (count + (long) length > limit) {
            throw new Overflow(limit);
        }
    }

    /** The answer is too large. */
    static final class Overflow extends RuntimeException {

        private static final long serialVersionUID = 1;

        Overflow(long limit) {
            super("larger than " + limit + " bytes (maxPayloadBytes)");
        }
    }
}
