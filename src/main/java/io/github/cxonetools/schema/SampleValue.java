package io.github.cxonetools.schema;

import tools.jackson.databind.JsonNode;

/**
 * Something to try at one place.
 *
 * @param what in words
 */
record SampleValue(JsonNode value, String what, SampleRank rank) {}
