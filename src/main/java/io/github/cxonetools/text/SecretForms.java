package io.github.cxonetools.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Folded texts to search for, found by their first characters. */
final class SecretForms {

    /** Shorter ones would mask ordinary words. */
    static final int SHORTEST = 4;

    private static final int SIEVE = 1 << 14;

    private final Map<String, List<String>> byPrefix = new HashMap<>();
    private final boolean[] sieve = new boolean[SIEVE];

    /** Adds a form, folded already; nothing where it is too short. */
    void add(String form) {
        if (form.length() >= SHORTEST) {
            List<String> forms = byPrefix.computeIfAbsent(form.substring(0, SHORTEST), prefix -> new ArrayList<>());
            if (!forms.contains(form)) {
                forms.add(form);
                sieve[slot(form.charAt(0), form.charAt(1), form.charAt(2), form.charAt(3))] = true;
            }
        }
    }

    /** The longest form that {@code text} has at {@code at}; 0 where there is none. */
    int matchAt(Decoded text, int at) {
        if (!isCandidate(text, at)) {
            return 0;
        }
        int longest = 0;
        for (String form : byPrefix.getOrDefault(text.substring(at, at + SHORTEST), List.of())) {
            if (form.length() > longest && text.hasAt(at, form)) {
                longest = form.length();
            }
        }
        return longest;
    }

    /** Whether the text from {@code at} to {@code end} is how a form begins. */
    boolean beginsAt(Decoded text, int at, int end) {
        if (end - at < SHORTEST || !isCandidate(text, at)) {
            return false;
        }
        String rest = text.substring(at, end);
        return byPrefix.getOrDefault(rest.substring(0, SHORTEST), List.of()).stream()
                .anyMatch(form -> form.startsWith(rest));
    }

    private boolean isCandidate(Decoded text, int at) {
        return at + SHORTEST <= text.length()
                && sieve[slot(text.at(at), text.at(at + 1), text.at(at + 2), text.at(at + 3))];
    }

    private static int slot(char a, char b, char c, char d) {
        return (((a * 31 + b) * 31 + c) * 31 + d) & (SIEVE - 1);
    }

    /** Octets in hexadecimal. */
    static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** What Base64, in both alphabets, makes of the secret wherever in other text it stands. */
    static List<String> base64(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            // A character at either end that holds bits of a neighbour says nothing for certain.
            int begin = (before * 8 + 5) / 6;
            int end = shifted.length * 8 / 6;
            if (end - begin > SHORTEST) {
                forms.add(Base64.getEncoder().encodeToString(shifted).substring(begin, end));
                forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(begin, end));
            }
        }
        return forms;
    }
}
