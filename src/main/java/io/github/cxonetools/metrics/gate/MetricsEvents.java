package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.metrics.ExecutionMetrics;
import java.util.List;
import java.util.Map;

/** Told what a measurement finds, as soon as it is found. */
public interface MetricsEvents extends ReleaseGate.Progress {

    /**
     * The figures were read; the gate is still to come.
     *
     * @param metrics one element an action
     * @param releases the version of each action that is being released, as far as that is known
     */
    void measured(DeploymentTarget tenant, List<ExecutionMetrics> metrics, Map<String, String> releases)
            throws CxoneException;

    /** The gate has evaluated one version. */
    void evaluated(GateVerdict verdict);

    /** What was done with a version that failed the gate, or why it was not, in one sentence. */
    void followed(String sentence);

    /** All that the gate says of one version, once that is known: the commands that go back have not been told before. */
    void concluded(GateOutcome outcome);

    /**
     * Where a reader finds the figures and what the gate says of them, as messages name it.
     */
    String page();

    /**
     * Nothing more follows, whatever the gate has said.
     *
     * @param metrics the figures, read again where the gate has waited for more of them
     */
    void ended(List<ExecutionMetrics> metrics) throws CxoneException;
}
