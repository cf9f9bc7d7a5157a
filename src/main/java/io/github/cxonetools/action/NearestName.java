package io.github.cxonetools.action;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody meant who mistyped a name. */
public final class NearestName {

    private NearestName() {}

    /**
     * The one of {@code known} that takes the fewest changes to reach; of several, the first in their order.
     *
     * @param known at least one name
     */
    public static String of(String typed, Collection<String> known) {
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .orElseThrow();
    }

    /** Whether {@code typed} can hardly be anything but a mistyped {@code name}. */
    public static boolean isMistyped(String typed, String name) {
        return distance(typed, name) <= Math.min(2, folded(name).length() / 4);
    }

    /**
     * How many letters are missing, superfluous, wrong or swapped with their neighbours; case and separators do not count.
     */
    static int distance(String typed, String name) {
        String a = folded(typed);
        String b = folded(name);
        int[][] changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : changes(changes, a, b, i, j);
            }
        }
        return changes[a.length()][b.length()];
    }

    private static int changes(int[][] changes, String a, String b, int i, int j) {
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int fewest = Math.min(changes[i - 1][j], changes[i][j - 1]) + 1;
        fewest = Math.min(fewest, changes[i - 1][j - 1] + (isSame ? 0 : 1));
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(fewest, changes[i - 2][j - 2] + 1) : fewest;
    }

    private static String folded(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                letters.append(c);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
