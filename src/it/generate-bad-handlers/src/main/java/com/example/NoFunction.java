package com.example;

public class NoFunction {}
