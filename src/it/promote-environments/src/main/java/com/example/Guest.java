package com.example;

/** Who is greeted. */
public record Guest(String name) {}
