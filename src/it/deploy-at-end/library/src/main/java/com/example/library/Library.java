package com.example.library;

public class Library {}
