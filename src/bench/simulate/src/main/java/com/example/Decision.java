package com.example;

public record Decision(String queue, double confidence, String interactionId) {}
