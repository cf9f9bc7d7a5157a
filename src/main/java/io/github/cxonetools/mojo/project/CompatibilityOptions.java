package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that say how contracts are compared. */
public final class CompatibilityOptions {

    private CompatibilityOptions() {}

    /** The values of {@code undeclaredProperties}. */
    private enum UndeclaredProperties {
        IGNORE,
        COMPARE
    }

    /** The values of {@code onUndecided}. */
    private enum OnUndecided {
        FAIL,
        WARN
    }

    /**
     * The rules that the parameters of these names give.
     *
     * @throws RejectedException where one has no valid value, or an accepted break lacks a part
     */
    public static CompatibilityRules rules(
            String compatibility,
            String undeclaredProperties,
            String onUndecided,
            @Nullable List<Properties> acceptedBreaks)
            throws RejectedException {
        return new CompatibilityRules(
                Options.oneOf("compatibility", CompatibilityPolicy.class, compatibility),
                Options.oneOf("undeclaredProperties", UndeclaredProperties.class, undeclaredProperties)
                        == UndeclaredProperties.COMPARE,
                Options.oneOf("onUndecided", OnUndecided.class, onUndecided) == OnUndecided.FAIL,
                accepted(acceptedBreaks == null ? List.of() : acceptedBreaks));
    }

    private static List<AcceptedBreak> accepted(List<Properties> elements) throws RejectedException {
        Findings findings = new Findings();
        List<AcceptedBreak> accepted = new ArrayList<>();
        for (Properties element : elements) {
            try {
                accepted.add(AcceptedBreak.of(element));
            } catch (RejectedException e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        }
        findings.throwIfAny("Not every <acceptedBreak> can be used");
        return accepted;
    }
}
