package io.github.cxonetools.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a stack, as a JVM prints it, that are the handler's own: of its class, and of those whose packages begin as
 * its package does. The rest is frameworks, the JDK, and this plugin.
 */
public final class OwnFrames {

    private static final Pattern FRAME =
            Pattern.compile("\\s+at (?:[\\w.@~-]*/)*(?<class>[\\w.$]+)\\.[\\w$<>-]+\\(.*\\).*");

    private static final Pattern EXCEPTION =
            Pattern.compile("(?<caption>\\s*(?:Caused by: |Suppressed: )?)(?:\\[CIRCULAR "
                    + "REFERENCE: ?)?(?<class>\\w+(?:[.$]\\w+)*)(?::.*|])?");

    private static final Pattern MORE = Pattern.compile("\\s+\\.\\.\\. \\d+ .*");

    private static final String WORKER = "io.github.cxonetools.execution.worker.";

    /** Of those that nobody's handler is in. */
    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "groovy.",
            "org.apache.",
            "org.codehaus.",
            "org.springframework.",
            "org.eclipse.",
            "org.glassfish.",
            "org.hibernate.",
            "org.jboss.",
            "org.junit.",
            "io.netty.",
            "io.quarkus.",
            "io.vertx.",
            "io.smallrye.",
            "io.micronaut.",
            "io.helidon.",
            "io.undertow.",
            "reactor.",
            "okhttp3.",
            "okio.",
            "com.fasterxml.",
            "tools.jackson.",
            "com.google.common.");

    private OwnFrames() {}

    /** The stack without this plugin's own frames. */
    public static String ofProject(String stack) {
        StringBuilder rest = new StringBuilder();
        for (String line : stack.split("\n")) {
            Matcher frame = FRAME.matcher(line);
            if (!frame.matches() || !frame.group("class").startsWith(WORKER)) {
                rest.append(line).append('\n');
            }
        }
        return rest.toString();
    }

    /**
     * The stack in a few lines: of each exception its own frames, how many others there are, and after the first the words of
     * the next, {@code Caused by: a.B: words}. Where there is no frame of its own, the first frame.
     */
    public static List<String> told(String stack) {
        String own = ownPackage(stack);
        List<String> told = new ArrayList<>();
        int others = 0;
        String firstOther = null;
        boolean isFirst = true;
        boolean hasOwn = false;
        for (String line : ofProject(stack).split("\n")) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches()) {
                boolean isOwn = frame.group("class").startsWith(own);
                hasOwn |= isOwn;
                others += isOwn ? 0 : 1;
                firstOther = !isOwn && firstOther == null ? line.strip() : firstOther;
                if (isOwn) {
                    told.add(line.strip());
                }
            } else if (!MORE.matcher(line).matches() && !isFirst) {
                end(told, hasOwn ? null : firstOther, others);
                others = 0;
                firstOther = null;
                hasOwn = false;
                told.add(line.strip());
            }
            isFirst = false;
        }
        end(told, hasOwn ? null : firstOther, others);
        return told;
    }

    private static void end(List<String> told, @Nullable String instead, int others) {
        int rest = others;
        if (instead != null) {
            told.add(instead);
            rest--;
        }
        if (rest > 0) {
            told.add("… " + rest + (rest == 1 ? " frame" : " frames") + " of others");
        }
    }

    /** The frames of the handler's own code, {@code a.B.c(B.java:3)}, in their order. */
    public static List<String> of(String stack) {
        String own = ownPackage(stack);
        return Arrays.stream(stack.split("\n"))
                .map(FRAME::matcher)
                .filter(frame -> frame.matches() && frame.group("class").startsWith(own))
                .map(frame -> frame.group().strip().substring("at ".length()))
                .toList();
    }

    /** The same stack without what may quote a payload: of each exception its class, and its frames. */
    static String discreet(String stack) {
        StringBuilder discreet = new StringBuilder();
        for (String line : stack.split("\n")) {
            if (FRAME.matcher(line).matches() || MORE.matcher(line).matches()) {
                discreet.append(line).append('\n');
            } else {
                Matcher exception = EXCEPTION.matcher(line);
                if (exception.matches() && exception.group("class").indexOf('.') > 0) {
                    discreet.append(exception.group("caption"))
                            .append(exception.group("class"))
                            .append('\n');
                }
            }
        }
        return discreet.toString();
    }

    /** How the names of the project's classes begin: as those of the frame that was called from outside. */
    private static String ownPackage(String stack) {
        String entry = "\0";
        for (String line : stack.split("\n")) {
            Matcher frame = FRAME.matcher(line);
            if (!frame.matches()) {
                if (!entry.equals("\0") && !MORE.matcher(line).matches()) {
                    break;
                }
            } else if (frame.group("class").startsWith(WORKER)) {
                break;
            } else if (OTHERS.stream().noneMatch(frame.group("class")::startsWith)) {
                entry = frame.group("class");
            }
        }
        String[] parts = entry.split("\\.", -1);
        return parts.length < 3
                ? entry.substring(0, entry.lastIndexOf('.') + 1) + (parts.length < 2 ? entry : "")
                : parts[0] + "." + parts[1] + ".";
    }
}
