package io.github.cxonetools.simulator.result;

/** Whose payloads and outputs are kept for reports. */
public enum ReportPayloads {
    ALL,
    FAILED,
    NONE
}
