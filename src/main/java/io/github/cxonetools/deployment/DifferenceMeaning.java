package io.github.cxonetools.deployment;

import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.Comparison;

/** What a difference means: a snapshot may change in place, of a release only what belongs to an environment. */
final class DifferenceMeaning {

    private DifferenceMeaning() {}

    static Kind kind(DesiredAction desired, Comparison comparison, PlanSettings settings) {
        if (comparison.isSame()) {
            return Kind.UP_TO_DATE;
        }
        if (desired.isSnapshot() || (settings.updateRelease() && comparison.isOfTheEnvironment())) {
            return Kind.UPDATE;
        }
        return Kind.CONFLICT;
    }

    static String conflict(Comparison comparison) {
        String raise = "Raise the version (<version> of the project or of the action)";
        return "would change, but a release never does. "
                + (comparison.isOfTheEnvironment() ? raise + ", or allow it with -Dcxone.updateRelease" : raise);
    }
}
