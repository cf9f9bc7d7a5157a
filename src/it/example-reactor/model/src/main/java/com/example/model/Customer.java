package com.example.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Who calls; for those who read this class. */
@JsonClassDescription("Who calls.")
public record Customer(@JsonProperty(required = true) String number) {}
