package io.github.cxonetools.simulator;

/** Whose payloads and outputs are kept for reports. */
public enum ReportPayloads {
    ALL,
    FAILED,
    NONE
}
