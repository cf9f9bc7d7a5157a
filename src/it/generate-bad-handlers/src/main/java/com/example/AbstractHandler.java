package com.example;

import java.util.function.Function;

public abstract class AbstractHandler implements Function<String, String> {}
