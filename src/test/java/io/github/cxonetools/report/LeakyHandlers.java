package io.github.cxonetools.report;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Handlers that put their payload wherever they can. */
public final class LeakyHandlers {

    /** An answer that cannot be read. */
    public static final class Answer {

        private final String text;

        Answer(String text) {
            this.text = text;
        }

        public String getText() {
            if (text.isEmpty()) {
                return text;
            }
            throw new IllegalStateException("cannot show " + text);
        }
    }

    public Answer throwing(Map<String, Object> in) {
        String text = text(in);
        IllegalStateException problem =
                new IllegalStateException("no queue for\n" + text, new UnsupportedOperationException(text));
        problem.addSuppressed(new IllegalArgumentException("x.Y: " + text));
        throw problem;
    }

    public Answer exiting(Map<String, Object> in) {
        System.out.println(text(in));
        System.exit(3);
        return new Answer("");
    }

    public Answer looping(Map<String, Object> in) throws InterruptedException {
        Thread.currentThread().setName(text(in) + "\n\tat " + text(in));
        new CountDownLatch(1).await();
        return new Answer("");
    }

    public Answer leaving(Map<String, Object> in) {
        Thread thread = new Thread(() -> looping(new CountDownLatch(1)), "for " + text(in));
        thread.start();
        return new Answer("");
    }

    private static void looping(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Answer unwritable(Map<String, Object> in) {
        return new Answer(text(in));
    }

    public Answer numbers(Map<String, Integer> in) {
        return new Answer("");
    }

    private static String text(Map<String, Object> in) {
        return String.valueOf(in.get("text"));
    }
}
