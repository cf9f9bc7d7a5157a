package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.metrics.ExecutionMetrics;
import java.util.List;

/** Told what a measurement finds, as soon as it is found. */
public interface MetricsEvents extends ReleaseGate.Progress {

    /** The figures were read, one element an action; the gate is still to come. */
    void measured(DeploymentTarget tenant, List<ExecutionMetrics> metrics) throws CxoneException;

    /** The gate has evaluated one version. */
    void evaluated(GateVerdict verdict);

    /** What was done with a version that failed the gate, or why it was not, in one sentence. */
    void followed(String sentence);

    /** Nothing more follows, whatever the gate has said. */
    void ended();
}
