package com.example;

/** What is asked, as a later version of the project has it: one more thing can be said. */
public record Request(String text, String language) {}
