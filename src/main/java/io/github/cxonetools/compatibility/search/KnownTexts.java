package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier searches have decided about texts: the contracts of a build share their patterns. A search alone would find
 * the same, so that it does not matter which contracts were compared before.
 */
final class KnownTexts {

    private static final int MOST = 1_024;

    /** In the order of insertion; the eldest make room. */
    private final Map<Set<Claim>, Optional<String>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<Claim>, Optional<String>> eldest) {
            return size() > MOST;
        }
    };

    /** That a formula holds, or does not. */
    record Claim(Formula formula, boolean holds) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Claim claim && holds == claim.holds && formula.equals(claim.formula);
        }

        @Override
        public int hashCode() {
            return 31 * formula.hashCode() + (holds ? 1 : 0);
        }
    }

    /** What is said of a text, whatever its reasons. */
    static Set<Claim> claims(List<Fact> facts) {
        Set<Claim> claims = new HashSet<>();
        for (Fact fact : facts) {
            claims.add(new Claim(fact.literal().formula(), fact.literal().isPositive()));
        }
        return claims;
    }

    /** A text of which all that is true, or that there is none; null where nobody has asked yet. */
    synchronized @Nullable Optional<String> get(Set<Claim> claims) {
        return known.get(claims);
    }

    synchronized void put(Set<Claim> claims, Optional<String> text) {
        known.put(claims, text);
    }
}
