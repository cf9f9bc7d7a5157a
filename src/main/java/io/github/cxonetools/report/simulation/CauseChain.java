package io.github.cxonetools.report.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exception and its causes, down to the first one, as a JVM prints them.
 *
 * @param links the exception that was thrown, and below it each cause of the one before; never empty
 */
record CauseChain(List<Link> links) {

    private static final Pattern EXCEPTION = Pattern.compile("((?:[\\w$]+\\.)*)([\\w$]+)(?::\\s.*)?");
    private static final Pattern SUPPRESSED = Pattern.compile("\\s+Suppressed: .*");
    private static final String CAUSED_BY = "Caused by: ";

    private static final Pattern FRAME = Pattern.compile("\\s+at (?:\\S+/)?(\\S+)\\((\\w[^():]*)\\.\\w+:(\\d+)\\)");
    private static final Pattern JDK = Pattern.compile("(?:java|jdk|sun)\\..*");

    /** Libraries that throw on behalf of whoever calls them. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(?:javax|jakarta|kotlin|kotlinx|scala|groovy|com\\.fasterxml\\.jackson|tools\\.jackson|com\\.google\\.(?:common|gson)"
                    + "|org\\.(?:apache\\.commons|springframework|hibernate|slf4j|jspecify|codehaus\\.groovy))\\..*");

    /**
     * One exception.
     *
     * @param words its class and what it says, as far as that is one line
     */
    record Link(String words, List<String> frames) {

        /** Its class; null where the words begin with none. */
        @Nullable
        String type() {
            Matcher exception = EXCEPTION.matcher(words);
            return exception.matches() ? exception.group(1) + exception.group(2) : null;
        }

        private @Nullable Matcher frame(boolean isForeign) {
            for (String line : frames) {
                Matcher frame = FRAME.matcher(line);
                if (frame.matches()
                        && !JDK.matcher(frame.group(1)).matches()
                        && (isForeign || !LIBRARY.matcher(frame.group(1)).matches())) {
                    return frame;
                }
            }
            return null;
        }
    }

    /** Of what was suppressed nothing is read: it caused nothing. */
    static CauseChain of(String stack) {
        List<Link> links = new ArrayList<>();
        boolean isSuppressed = false;
        for (String line : stack.split("\n", -1)) {
            boolean isCause = line.startsWith(CAUSED_BY)
                    && EXCEPTION.matcher(line.substring(CAUSED_BY.length())).matches();
            if (links.isEmpty() || isCause) {
                links.add(new Link(isCause ? line.substring(CAUSED_BY.length()) : line, new ArrayList<>()));
                isSuppressed = false;
            } else if (SUPPRESSED.matcher(line).matches()) {
                isSuppressed = true;
            } else if (!isSuppressed) {
                links.get(links.size() - 1).frames().add(line);
            }
        }
        return new CauseChain(links);
    }

    /** The cause that has no other. */
    Link root() {
        return links.get(links.size() - 1);
    }

    /** Whether what was thrown has a cause. */
    boolean isWrapped() {
        return links.size() > 1;
    }

    /** {@code ProfileLookup:14}, where the root cause was thrown; empty where no frame tells it. */
    String place() {
        Matcher frame = frame();
        return frame == null ? "" : frame.group(2) + ":" + frame.group(3);
    }

    /**
     * {@code com.example.ProfileLookup.find(ProfileLookup.java:14)}, likewise; without the package, where it is longer than
     * {@code most}; null where there is none.
     */
    @Nullable
    String at(int most) {
        Matcher frame = frame();
        if (frame == null) {
            return null;
        }
        String call = frame.group(1);
        String file = frame.group().substring(frame.end(1) - frame.start());
        int type = call.lastIndexOf('.', call.lastIndexOf('.') - 1) + 1;
        return call.length() + file.length() <= most ? call + file : call.substring(type) + file;
    }

    /**
     * The first frame that is neither the JDK's nor of a well-known library, of the root cause or else of what it was wrapped
     * in; where there is none, the first outside the JDK.
     */
    private @Nullable Matcher frame() {
        for (boolean isForeign : new boolean[] {false, true}) {
            for (int i = links.size() - 1; i >= 0; i--) {
                Matcher frame = links.get(i).frame(isForeign);
                if (frame != null) {
                    return frame;
                }
            }
        }
        return null;
    }
}
