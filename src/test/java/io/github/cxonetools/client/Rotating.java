package io.github.cxonetools.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Rotates a secret in its file while the second token request is under way. */
public final class Rotating extends Dispatcher {

    private final Dispatcher queued;
    private final Path file;
    private final AtomicInteger tokens = new AtomicInteger();

    public Rotating(Dispatcher queued, Path file) {
        this.queued = queued;
        this.file = file;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        if (request.getTarget().equals("/oauth/token") && tokens.incrementAndGet() == 2) {
            try {
                Files.writeString(file, "new-secret");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return queued.dispatch(request);
    }

    @Override
    public void close() {
        queued.close();
    }
}
