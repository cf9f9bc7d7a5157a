package io.github.cxonetools.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Short texts of odd characters, tried until one fits. */
final class RegexSamples {

    private static final String ALPHABET = "aAzZ09xX-:.+/=%@ _TPSHMDZ\u00e4";

    private RegexSamples() {}

    static List<String> of(Predicate<String> fits, Random random) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 20 && found.isEmpty(); i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(7);
            for (int c = 0; c < length; c++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            if (fits.test(text.toString())) {
                found.add(text.toString());
            }
        }
        return found;
    }
}
