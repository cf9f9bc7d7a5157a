package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.RejectedException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parameters that Maven cannot convert on every version: a bad value gets a message of ours that lists what is valid. */
public final class Options {

    private Options() {}

    /** An ISO-8601 duration that is not negative. */
    public static Duration duration(String parameter, String value) throws RejectedException {
        try {
            Duration duration = Duration.parse(value.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new RejectedException(badDuration(parameter, value), e);
        }
        throw new RejectedException(badDuration(parameter, value));
    }

    /** An ISO-8601 period of days, months or years. */
    public static Period period(String parameter, String value) throws RejectedException {
        try {
            return Period.parse(value.strip());
        } catch (DateTimeException e) {
            throw new RejectedException(
                    "cxone." + parameter + " is \"" + value + "\". Use an ISO-8601 period, for example P30D", e);
        }
    }

    /** One of an enumeration's values, without regard to case, {@code -} and {@code _} alike. */
    public static <E extends Enum<E>> E oneOf(String parameter, Class<E> type, String value) throws RejectedException {
        String wanted = value.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw new RejectedException("cxone." + parameter + " is \"" + value + "\". Use "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant ->
                                constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", ")));
    }

    /** Makes a value of several parameters. */
    @FunctionalInterface
    public interface OptionReader<T> {
        T make() throws RejectedException;
    }

    /**
     * A value of several parameters.
     *
     * @param value throws an {@link IllegalArgumentException} with a message for the user where they do not go together
     */
    public static <T> T checked(OptionReader<T> value) throws RejectedException {
        try {
            return value.make();
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String badDuration(String parameter, String value) {
        return "cxone." + parameter + " is \"" + value + "\". Use an ISO-8601 duration, for example PT30S";
    }
}
