package io.github.cxonetools.mojo.project;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of the terminal that Maven reads from, as {@code stty} tells it: Java itself cannot. */
final class TerminalSize {

    private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,3})\\s*");
    private static final int MAX_MILLIS = 500;

    private TerminalSize() {}

    /** Zero where there is no terminal, or no {@code stty}. */
    static int columns() {
        return columns("stty", "size");
    }

    static int columns(String... command) {
        Process stty = null;
        try {
            stty = new ProcessBuilder(command)
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(MAX_MILLIS, TimeUnit.MILLISECONDS)) {
                return 0;
            }
            Matcher size = SIZE.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return size.matches() ? Integer.parseInt(size.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            if (stty != null) {
                stty.destroy();
            }
        }
    }
}
