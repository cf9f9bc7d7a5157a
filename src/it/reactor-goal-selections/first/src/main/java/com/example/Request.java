package com.example;

/** What is asked. */
public record Request(String text) {}
