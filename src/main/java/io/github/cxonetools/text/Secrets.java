package io.github.cxonetools.text;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Knows what must never be shown, and masks it in text that is about to leave. What is searched is what the text stands for:
 * escapes of URLs, JSON, Java and HTML are read, up to {@value #LEVELS} levels deep, and characters that cannot be seen, case,
 * blanks, plus signs and backslashes do not count; so a secret is found in each spelling, and in hexadecimal and Base64, also
 * within a longer text in Base64. Thread-safe.
 */
public final class Secrets {

    private static final String MASK = "***";
    private static final int LEVELS = 4;

    /** Characters that one of a secret may take, in an escape within an escape. */
    private static final int LONGEST_SPELLING = 12;

    /** A value in a URL's query may be an ordinary word. */
    private static final int SHORTEST_QUERY_VALUE = 8;

    /** What {@link SecretPatterns#BEARER} matches holds one of these in lower case. Few texts do, and each text that is shown comes here. */
    private static final List<String> BEARER_WORDS = List.of("bearer", "basic");

    /** As {@link #BEARER_WORDS}, of {@link SecretPatterns#TOKEN_FIELD}. */
    private static final List<String> TOKEN_FIELD_WORDS = List.of("_token", "client_", "pass");

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** None as long as no secret is known, as in most builds. */
    private volatile @Nullable Forms forms;

    /** The forms of all secrets that are known. */
    private static final class Forms {
        private final SecretForms plain = new SecretForms();
        private final SecretForms base64 = new SecretForms();
        private final SecretForms hex = new SecretForms();
        private int longest;
    }

    /** From now on {@code secret} is masked; one of fewer than four characters is not. */
    public void add(String secret) {
        if (secret.length() >= SecretForms.SHORTEST && known.add(secret)) {
            index();
        }
    }

    private synchronized void index() {
        Forms all = new Forms();
        for (String secret : known) {
            all.longest = Math.max(all.longest, secret.length());
            all.plain.add(Decoded.fold(secret));
            all.hex.add(SecretForms.hex(secret));
            SecretForms.base64(secret).forEach(form -> all.base64.add(Decoded.fold(form)));
        }
        forms = all;
    }

    /** Adds the user name and password of a URL, and the values in its query from eight characters on; it may be malformed. */
    public void addPartsOf(String url) {
        if (url.isEmpty()) {
            return;
        }
        UrlParts parts = UrlParts.of(url);
        String userInfo = parts.userInfo();
        if (!userInfo.isEmpty()) {
            addDecoded(userInfo);
            addDecoded(userInfo.substring(userInfo.indexOf(':') + 1));
        }
        for (String value : parts.queryValues()) {
            if (value.length() >= SHORTEST_QUERY_VALUE) {
                addDecoded(value);
            }
        }
    }

    private void addDecoded(String written) {
        add(written);
        Decoded decoded = Decoded.of(written).unescaped();
        add(decoded.substring(0, decoded.length()));
    }

    /** Another object each time that a further secret becomes known. */
    Object state() {
        Forms all = forms;
        return all == null ? known : all;
    }

    /** Whether no secret is known. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    /** Whether {@code text} holds a secret. */
    public boolean isIn(String text) {
        return !mask(text).equals(text);
    }

    /** Whether {@code text} holds a secret that is known, rather than what looks like one. */
    public boolean isKnownIn(String text) {
        BitSet hidden = new BitSet();
        if (!known.isEmpty()) {
            hideWhole(text, hidden);
        }
        return !hidden.isEmpty();
    }

    /** {@code text} with {@code ***} in place of each secret. */
    public String mask(String text) {
        BitSet hidden = new BitSet();
        if (!known.isEmpty()) {
            Matcher cut = SecretPatterns.CUT.matcher(text);
            for (int before = -1; cut.find(); ) {
                int end = cut.start();
                while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                    end--;
                }
                if (end != before) {
                    hideEnd(text, end, hidden);
                }
                before = end;
            }
            hideWhole(text, hidden);
        }
        return maskKinds(hidden.isEmpty() ? text : replaced(text, hidden));
    }

    /** As {@link #mask}, where {@code text} was cut: how a secret begins at its end is masked too. */
    public String maskCut(String text) {
        BitSet hidden = new BitSet();
        hideEnd(text, text.length(), hidden);
        return mask(hidden.isEmpty() ? text : replaced(text, hidden));
    }

    private void hideWhole(String text, BitSet hidden) {
        Forms all = forms;
        if (all == null) {
            return;
        }
        Decoded level = Decoded.of(text);
        for (int i = 0; i <= LEVELS; i++) {
            Decoded folded = level.folded();
            Decoded shown = level.withoutControlSequences();
            hide(folded, all.plain, hidden);
            if (shown != level) {
                hide(shown.folded(), all.plain, hidden);
            }
            hide(folded.withoutSeparators(), all.hex, hidden);
            hideRuns(text, folded, all.base64, hidden);
            Decoded next = level.unescaped();
            if (next == level) {
                return;
            }
            level = next;
        }
    }

    private static void hide(Decoded folded, SecretForms forms, BitSet hidden) {
        for (int i = 0; i < folded.length(); i++) {
            int length = forms.matchAt(folded, i);
            if (length > 0) {
                hidden.set(folded.start(i), folded.end(i + length - 1));
            }
        }
    }

    /** What stands around a secret in Base64 is Base64 of its neighbours, for example of a user name. */
    private static void hideRuns(String text, Decoded folded, SecretForms forms, BitSet hidden) {
        for (int i = 0; i < folded.length(); i++) {
            int length = forms.matchAt(folded, i);
            if (length > 0) {
                int begin = folded.start(i);
                int end = folded.end(i + length - 1);
                while (begin > 0 && isBase64(text.charAt(begin - 1))) {
                    begin--;
                }
                while (end < text.length() && isBase64(text.charAt(end))) {
                    end++;
                }
                hidden.set(begin, end);
            }
        }
    }

    private static boolean isBase64(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "+/=_-".indexOf(c) >= 0);
    }

    /** What a cut at {@code end} has left of a secret. */
    private void hideEnd(String text, int end, BitSet hidden) {
        Forms all = forms;
        if (all == null) {
            return;
        }
        int begin = Math.max(0, end - all.longest * LONGEST_SPELLING);
        Decoded level = Decoded.of(text.substring(begin, end));
        for (int i = 0; i <= LEVELS; i++) {
            for (Decoded head : List.of(level, level.withoutBrokenEscape(), level.withoutControlSequences())) {
                Decoded folded = head.folded();
                hideBeginning(folded, all.plain, begin, end, hidden);
                hideBeginning(folded.withoutSeparators(), all.hex, begin, end, hidden);
                hideBeginning(folded, all.base64, begin, end, hidden);
            }
            level = level.unescaped();
        }
    }

    private static void hideBeginning(Decoded folded, SecretForms forms, int offset, int end, BitSet hidden) {
        for (int i = 0; i < folded.length(); i++) {
            if (forms.beginsAt(folded, i, folded.length())) {
                hidden.set(offset + folded.start(i), end);
                return;
            }
        }
    }

    private static String replaced(String text, BitSet hidden) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!hidden.get(i)) {
                out.append(text.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                out.append(MASK);
            }
        }
        return out.toString();
    }

    /** Secrets that nobody has told, by what stands before them. */
    private static String maskKinds(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        String masked = text;
        if (containsAny(folded, BEARER_WORDS)) {
            masked = SecretPatterns.BEARER.matcher(masked).replaceAll("$1 " + MASK);
        }
        if (containsAny(folded, TOKEN_FIELD_WORDS)) {
            masked = SecretPatterns.TOKEN_FIELD.matcher(masked).replaceAll("$1" + MASK);
        }
        return masked.contains("://") ? SecretPatterns.USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@") : masked;
    }

    private static boolean containsAny(String folded, List<String> words) {
        for (String word : words) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "Secrets[" + MASK + "]";
    }
}
