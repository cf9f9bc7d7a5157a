package io.github.cxonetools.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A few texts that one of the simpler patterns matches: walks it character by character. */
final class RegexSamples {

    private static final String ALPHABET = "aAzZ09xX-:.+/=%@ _TPSHMDZ\u00e4";

    private RegexSamples() {}

    static List<String> of(String pattern, Random random) {
        List<String> found = new ArrayList<>();
        EcmaPattern compiled = EcmaPattern.compile(pattern);
        for (int i = 0; i < 40 && found.isEmpty(); i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(7);
            for (int c = 0; c < length; c++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            if (compiled.find(text.toString())) {
                found.add(text.toString());
            }
        }
        return found;
    }
}
