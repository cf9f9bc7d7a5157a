package com.example.made;

import jakarta.validation.Valid;

public record Made(@Valid LombokCall lombok, @Valid Order order, Shapes shapes, AutoCall auto) {}
