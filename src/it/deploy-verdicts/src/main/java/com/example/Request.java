package com.example;

/** What is asked. */
public record Request(String text, Channel channel) {

    /** Where it comes from. */
    public enum Channel {
        CHAT,
        FAX
    }
}
