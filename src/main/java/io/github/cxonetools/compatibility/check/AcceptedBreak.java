package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.NearestName;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.text.VisibleText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A break that the project knows of and takes, as an {@code <acceptedBreak>} says it.
 *
 * @param until a version, or a date in ISO-8601, after which it is accepted no more; null for ever
 */
public record AcceptedBreak(
        String action,
        String side,
        String pointer,
        String code,
        String reason,
        @Nullable String until) {

    /** What looks like a date, so that neither 2026-02-30 nor 31.12.2026 is taken for a version. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}");

    private static final List<String> REQUIRED = List.of("action", "side", "pointer", "code", "reason");

    private static final List<String> PARTS = List.of("action", "side", "pointer", "code", "reason", "until");

    /**
     * Reads an element of the POM.
     *
     * @throws RejectedException where a part is missing, or it has one that is not known
     */
    public static AcceptedBreak of(Properties element) throws RejectedException {
        Set<String> unknown = new TreeSet<>(element.stringPropertyNames());
        unknown.removeAll(PARTS);
        if (!unknown.isEmpty()) {
            String first = unknown.iterator().next();
            throw new RejectedException("An <acceptedBreak>" + of(element.getProperty("action")) + " has <"
                    + String.join(">, <", unknown) + ">, which it does not know. Did you mean <"
                    + NearestName.of(first, PARTS) + ">?");
        }
        for (String part : REQUIRED) {
            if (element.getProperty(part, "").isBlank()) {
                throw new RejectedException("An <acceptedBreak>" + of(element.getProperty("action"))
                        + " has no <" + part + ">. Write one: "
                        + (part.equals("reason") ? "why this break does no harm" : "a failure prints what to paste"));
            }
        }
        String until = element.getProperty("until", "").strip();
        requireKnown(element, until);
        return new AcceptedBreak(
                element.getProperty("action").strip(),
                element.getProperty("side").strip(),
                element.getProperty("pointer").strip(),
                element.getProperty("code").strip(),
                element.getProperty("reason").strip(),
                until.isEmpty() ? null : until);
    }

    private static void requireKnown(Properties element, String until) throws RejectedException {
        String side = element.getProperty("side").strip();
        String entry = "The <acceptedBreak> of " + element.getProperty("action").strip();
        if (!side.equalsIgnoreCase("input") && !side.equalsIgnoreCase("output")) {
            throw new RejectedException(entry + " has the <side> " + side + ". Use input or output");
        }
        if (!until.isEmpty() && !isDate(until) && (DATE.matcher(until).matches() || !VersionBump.hasNumbers(until))) {
            throw new RejectedException(
                    entry + " has the <until> " + until + ". Use a date like 2026-12-31, or a version like 1.4.2");
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String of(@Nullable String action) {
        return action == null ? "" : " of " + action;
    }

    /** Whether it is this break that is meant. */
    public boolean fits(ContractBreak broken) {
        return action.equals(broken.action())
                && side.equalsIgnoreCase(broken.side())
                && pointer.equals(broken.pointer())
                && code.equalsIgnoreCase(broken.code());
    }

    /**
     * Whether it is accepted no more: the day, or the version, is past.
     *
     * @param order the older version first
     */
    public boolean isExpired(LocalDate today, String version, Comparator<String> order) {
        if (until == null) {
            return false;
        }
        return isDate(until)
                ? today.isAfter(LocalDate.parse(until))
                : order.compare(version.replaceFirst("-SNAPSHOT$", ""), until) > 0;
    }

    /** What to paste into the POM to accept a break. */
    public static String snippet(ContractBreak broken) {
        return "<acceptedBreak><action>" + xml(broken.action()) + "</action><side>" + broken.side() + "</side><pointer>"
                + xml(broken.pointer()) + "</pointer><code>" + xml(broken.code())
                + "</code><reason>why</reason></acceptedBreak>";
    }

    private static String xml(String text) {
        return VisibleText.forXml(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }

    /** What to say of it where it is accepted no more. */
    public String expiry() {
        return "The break " + label() + " was accepted until " + until + " (" + reason
                + "): take it back, raise the version, or write a later <until>";
    }

    /** As messages name it. */
    public String label() {
        return action + " " + side + " " + pointer + " " + code;
    }
}
