package io.github.cxonetools.compatibility.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a contract breaks those who rely on the one before, or one that could not be decided.
 *
 * @param action the action's name
 * @param side {@code input} or {@code output}
 * @param pointer where, as a JSON pointer into the payload, {@code /} at the root
 * @param code what kind of break, for example {@code enum}; {@code undecided} where it is not known to be one
 * @param change what changed, in words
 * @param member the Java member that it comes from, or null
 * @param witness a payload that one contract accepts and the other refuses, as JSON; null where undecided
 */
public record ContractBreak(
        String action,
        String side,
        String pointer,
        String code,
        String change,
        @Nullable String member,
        @Nullable String witness) {

    /** The code of an action that is gone. */
    public static final String ACTION = "action";

    /** The code of what could not be decided. */
    public static final String UNDECIDED = "undecided";

    private static final int DIGITS = 12;

    /** 12 hexadecimal digits that stay the same from run to run. */
    public String fingerprint() {
        String all = String.join("\n", action, side, pointer, code, change);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The same, of a member. */
    ContractBreak of(@Nullable String itsMember) {
        return new ContractBreak(action, side, pointer, code, change, itsMember, witness);
    }

    /** Whether nobody knows if it is a break. */
    public boolean isUndecided() {
        return code.equals(UNDECIDED);
    }
}
