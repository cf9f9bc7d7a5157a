package io.github.cxonetools.compatibility.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a version must rise for a change of a contract, in Semantic Versioning's words. */
public enum VersionBump {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[.+-].*)?");

    /** The qualifiers that Maven orders before the release itself, but for {@code SNAPSHOT}. */
    private static final Pattern CANDIDATE = Pattern.compile(
            "\\d+(?:\\.\\d+)*[.-](?:alpha|beta|milestone|rc|cr|[abm](?=[.-]?\\d))(?![a-z]).*",
            Pattern.CASE_INSENSITIVE);

    /** The larger of two. */
    public VersionBump and(VersionBump other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * The lowest version after {@code old} that has risen so far: for {@code MAJOR}, {@code 2.0.0} after {@code 1.4.2} and
     * {@code 0.5.0} after {@code 0.4.2}. What a release candidate has risen already counts: {@code MINOR} after
     * {@code 1.5.0-rc.1} is {@code 1.5.0}.
     *
     * @throws IllegalArgumentException where {@code old} does not begin with numbers, as {@code 1.4.2} does
     */
    public String after(String old) {
        if (this == NONE) {
            return old;
        }
        int[] numbers = numbers(old);
        VersionBump bump = numbers[0] == 0 && this == MAJOR ? MINOR : this;
        if (isCandidate(old) && bump.isRisen(numbers)) {
            return numbers[0] + "." + numbers[1] + "." + numbers[2];
        }
        return switch (bump) {
            case NONE -> old;
            case PATCH -> numbers[0] + "." + numbers[1] + "." + (numbers[2] + 1);
            case MINOR -> numbers[0] + "." + (numbers[1] + 1) + ".0";
            case MAJOR -> (numbers[0] + 1) + ".0.0";
        };
    }

    /** Whether {@code version} is at least {@link #after} {@code old}; {@code -SNAPSHOT} counts as what it will become. */
    public boolean isReached(String old, String version) {
        if (this == NONE) {
            return true;
        }
        if (version.equals(old)) {
            return false;
        }
        int[] needed = numbers(after(old));
        int[] present = numbers(version);
        for (int i = 0; i < needed.length; i++) {
            if (needed[i] != present[i]) {
                return present[i] > needed[i];
            }
        }
        return true;
    }

    /** Whether it is of a release that is still to come: {@code 1.5.0-rc.1}, {@code 2.0-M3}. */
    public static boolean isCandidate(String version) {
        return CANDIDATE.matcher(version).matches();
    }

    /** Whether a version of these numbers has risen so far from the one before it. */
    private boolean isRisen(int[] numbers) {
        return this == PATCH || numbers[2] == 0 && (this == MINOR || numbers[1] == 0);
    }

    /** Whether one can tell how far a version has risen: it begins with numbers, as {@code 1.4.2} does. */
    static boolean hasNumbers(String version) {
        return NUMBERS.matcher(version).matches();
    }

    private static int[] numbers(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("The version " + version
                    + " does not begin with numbers, as 1.4.2 does, so no one can tell how far it has risen");
        }
        return new int[] {number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3))};
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
