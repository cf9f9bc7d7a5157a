package com.example.newest;

public enum Mood {
    GOOD,
    BAD;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
