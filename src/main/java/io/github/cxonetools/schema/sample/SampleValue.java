package io.github.cxonetools.schema.sample;

import tools.jackson.databind.JsonNode;

/**
 * Something to try at one place.
 *
 * @param what in words
 */
record SampleValue(JsonNode value, String what, SampleRank rank) {}
