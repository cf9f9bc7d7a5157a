package io.github.cxonetools.schema.sample;

import tools.jackson.databind.JsonNode;

/**
 * A payload made from a schema.
 *
 * @param payload the payload
 * @param valid what the validator says of it
 * @param what what it tries, for example {@code /tags: empty}
 */
public record PayloadSample(JsonNode payload, boolean valid, String what) {}
