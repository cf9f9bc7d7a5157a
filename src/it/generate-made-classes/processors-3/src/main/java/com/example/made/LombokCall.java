package com.example.made;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.NonNull;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

@Value
@Builder
@Jacksonized
public class LombokCall {

    @NonNull
    String name;

    @Builder.Default
    @NotNull
    List<String> tags = new ArrayList<>();

    @Singular
    List<String> notes;

    @Singular
    Map<String, Integer> counts;

    @Min(3)
    Integer level;

    @JsonProperty("a_b")
    String aBd;
}
