package com.example;

public record Request(String text) {}
