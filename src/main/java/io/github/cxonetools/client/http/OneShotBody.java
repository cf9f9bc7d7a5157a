package io.github.cxonetools.client.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that OkHttp must not send a second time by itself: it would after a 408, or a 503 with {@code Retry-After: 0}. */
public final class OneShotBody extends RequestBody {

    private final byte[] bytes;
    private final MediaType type;
    private boolean sent;

    public OneShotBody(byte[] bytes, MediaType type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** Returns true if there was a connection to send it on; nobody was called before. */
    public boolean isSent() {
        return sent;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sent = true;
        sink.write(bytes);
    }
}
