package io.github.cxonetools.simulator.result;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Results' messages without words of others: those of parsers, binders and handlers may quote a payload. */
public final class RedactedMessages {

    private static final Pattern STEP = Pattern.compile("(input|output|binding): (.*)", Pattern.DOTALL);

    private static final Pattern POSITION = Pattern.compile("/ line \\d+, column \\d+: [^'\"(]*", Pattern.DOTALL);

    /** What the validators of this plugin begin with; the values in their words are a schema's. */
    private static final Pattern OWN = Pattern.compile(
            "/.*? (is (an? |null|absent|none of |not |less than |greater than |shorter than |longer than |larger than )"
                    + "|lacks |does not match |has (fewer|more|an item|no item|the unknown|the property) "
                    + "|matches (more|none|what) |breaks the rule |holds half ).*",
            Pattern.DOTALL);

    /** A quotation mark tells that Jackson is quoting somebody. */
    private static final Pattern CONSTRAINT = Pattern.compile("(?:binding: )?/[^\"]*? breaks @\\w+.*", Pattern.DOTALL);

    private static final Pattern POINTER = Pattern.compile("/\\S*");

    private static final Pattern OWN_END = Pattern.compile("not run|exit -?\\d+|exit: the [a-zA-Z' ]+"
            + "|HTTP \\d+(: the body is larger than \\d+ bytes)?"
            + "|java\\.util\\.concurrent\\.TimeoutException: "
            + "(no answer (within \\d+ ms|in time)|[a-z' ]+ took too long)( \\(deadlock\\))?");

    /** Before the words of a handler that answered with an error. */
    private static final Pattern HTTP = Pattern.compile("(HTTP \\d+): ");

    private static final Pattern THROWN =
            Pattern.compile("((?:\\s*(?:Caused by|Suppressed): )?(?:[\\w$]+\\.)+[\\w$]+)(?::? .*)?", Pattern.DOTALL);

    /** {@return true if Bean Validation refused the payload, not Jackson} */
    public static boolean isConstraint(String message) {
        return message.startsWith("binding: ") && CONSTRAINT.matcher(message).matches();
    }

    String of(String message) {
        Matcher step = STEP.matcher(message);
        if (step.matches()) {
            return step.group(1) + ": " + finding(step.group(1), step.group(2));
        }
        if (OWN_END.matcher(message).matches()) {
            return message;
        }
        Matcher http = HTTP.matcher(message);
        if (http.lookingAt()) {
            String name = thrown(message.substring(http.end()));
            return http.group(1) + (name.isEmpty() ? "" : ": " + name);
        }
        String name = thrown(message);
        return name.isEmpty() ? "an exception" : name;
    }

    private static String finding(String step, String finding) {
        Matcher position = POSITION.matcher(finding);
        if (position.lookingAt()) {
            return position.end() == finding.length() ? finding : position.group() + "…";
        }
        boolean own = step.equals("binding")
                ? CONSTRAINT.matcher(finding).matches()
                : step.equals("input") || OWN.matcher(finding).matches();
        if (own) {
            return finding;
        }
        Matcher pointer = POINTER.matcher(finding);
        String where = pointer.lookingAt() ? pointer.group() : "/";
        return where + (step.equals("binding") ? " is refused by the project's Jackson" : " cannot be written as JSON");
    }

    /** The class that a line of a stack trace begins with, or nothing. */
    String thrown(String line) {
        Matcher thrown = THROWN.matcher(line);
        return thrown.matches() ? thrown.group(1) : "";
    }
}
