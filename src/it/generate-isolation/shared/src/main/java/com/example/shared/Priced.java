package com.example.shared;

import com.example.optional.Money;

public record Priced(String name, Money price) {}
