package com.example;

/** What is asked, and not by fax any more. */
public record Request(String text, Channel channel) {

    /** Where it comes from. */
    public enum Channel {
        CHAT
    }
}
