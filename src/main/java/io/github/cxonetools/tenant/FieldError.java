package io.github.cxonetools.tenant;

/** What is wrong with one field of a request, as the platform's error bodies list it. */
record FieldError(String field, String message) {}
