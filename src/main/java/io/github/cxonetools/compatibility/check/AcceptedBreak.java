package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.RejectedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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

    private static final List<String> REQUIRED = List.of("action", "side", "pointer", "code", "reason");

    /**
     * Reads an element of the POM.
     *
     * @throws RejectedException where a part is missing, or it has one that is not known
     */
    public static AcceptedBreak of(Properties element) throws RejectedException {
        Set<String> unknown = new TreeSet<>(element.stringPropertyNames());
        unknown.removeAll(REQUIRED);
        unknown.remove("until");
        if (!unknown.isEmpty()) {
            throw new RejectedException("An <acceptedBreak> has <" + String.join(">, <", unknown)
                    + ">. It has action, side, pointer, code, reason and until");
        }
        for (String part : REQUIRED) {
            if (element.getProperty(part, "").isBlank()) {
                throw new RejectedException("An <acceptedBreak>" + of(element.getProperty("action"))
                        + " has no <" + part + ">. Write one: "
                        + (part.equals("reason") ? "why this break is no harm" : "a failure prints what to paste"));
            }
        }
        String until = element.getProperty("until", "").strip();
        return new AcceptedBreak(
                element.getProperty("action").strip(),
                element.getProperty("side").strip(),
                element.getProperty("pointer").strip(),
                element.getProperty("code").strip(),
                element.getProperty("reason").strip(),
                until.isEmpty() ? null : until);
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
        try {
            return today.isAfter(LocalDate.parse(until));
        } catch (DateTimeException e) {
            return order.compare(version.replaceFirst("-SNAPSHOT$", ""), until) > 0; // It is a version.
        }
    }

    /** What to paste into the POM to accept a break. */
    public static String snippet(ContractBreak broken) {
        return "<acceptedBreak><action>" + xml(broken.action()) + "</action><side>" + broken.side() + "</side><pointer>"
                + xml(broken.pointer()) + "</pointer><code>" + xml(broken.code())
                + "</code><reason>why</reason></acceptedBreak>";
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** As messages name it. */
    public String label() {
        return action + " " + side + " " + pointer + " " + code;
    }
}
