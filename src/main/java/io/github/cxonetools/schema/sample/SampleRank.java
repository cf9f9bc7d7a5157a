package io.github.cxonetools.schema.sample;

/** In which order samples are tried: what breaks handlers most often first. */
enum SampleRank {
    TYPICAL,
    PRESENCE,
    CHOICE,
    BOUNDARY,
    TEXT,
    BROKEN
}
