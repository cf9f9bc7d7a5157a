package com.example.present;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
public record Event(@NotNull @Pattern(regexp = "voice|chat") String channelType, @Max(9) int waitingCalls) {}
