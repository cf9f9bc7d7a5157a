package io.github.cxonetools.tenant.http;

/** How many bytes the bodies of all requests under way may take together: what many large ones need, a heap has not. */
final class PayloadMemory {

    /** A body is read as bytes, then as a tree of several times that size. */
    private static final int SHARE_OF_HEAP = 16;

    private static final int AT_LEAST = 2;

    private final long limit;
    private long taken;

    PayloadMemory(long limit) {
        this.limit = limit;
    }

    /** A share of this JVM's heap, and enough for two bodies of {@code maxBytes}. */
    static PayloadMemory ofHeap(int maxBytes) {
        return new PayloadMemory(
                Math.max((long) AT_LEAST * maxBytes, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Takes {@code bytes}, to be given back; false where there are not so many left. */
    synchronized boolean take(long bytes) {
        if (taken + bytes > limit) {
            return false;
        }
        taken += bytes;
        return true;
    }

    synchronized void give(long bytes) {
        taken -= bytes;
    }
}
