package io.github.cxonetools.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Masks many texts of which few differ: each is searched once, until a further secret becomes known. For one thread.
 */
public final class MaskedTexts {

    /** Beyond this many, texts are too different to be worth keeping. */
    private static final int MAX_KNOWN = 10_000;

    private final Secrets secrets;
    private final Map<String, String> masked = new HashMap<>();
    private Object searchedFor;

    public MaskedTexts(Secrets secrets) {
        this.secrets = secrets;
        this.searchedFor = secrets.state();
    }

    /** As {@link Secrets#mask}. */
    public String mask(String text) {
        Object state = secrets.state();
        if (state != searchedFor || masked.size() == MAX_KNOWN) {
            masked.clear();
            searchedFor = state;
        }
        String known = masked.get(text);
        if (known == null) {
            known = secrets.mask(text);
            masked.put(text, known);
        }
        return known;
    }

    /** What the texts are searched for. */
    public Secrets secrets() {
        return secrets;
    }
}
