package com.example.library;

/** What a handler in another module needs. */
public final class Library {

    private Library() {}

    /** The text, twice. */
    public static String twice(String text) {
        return text + text;
    }
}
