package io.github.cxonetools.schema.jackson;

/** Whether a payload may have properties that its class does not know. */
public enum AdditionalProperties {
    ALLOW,
    FORBID
}
