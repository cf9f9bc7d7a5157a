package io.github.cxonetools.tenant.http;

/** What is wrong with one field of a request, as the platform's error bodies list it. */
public record FieldError(String field, String message) {}
