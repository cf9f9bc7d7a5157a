package com.example.made;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

@Value.Immutable
@JsonDeserialize(as = ImmutableOrder.class)
@JsonSerialize(as = ImmutableOrder.class)
public interface Order {

    @NotBlank
    String getId();

    @Size(min = 1, max = 3)
    List<@NotBlank String> getTags();

    Optional<String> getNote();

    Map<String, Integer> getCounts();

    @Valid
    List<Line> getLines();

    @Value.Default
    @Pattern(regexp = "[a-z]+")
    default String getLang() {
        return "de";
    }

    @Value.Derived
    default String getShown() {
        return getId() + getLang();
    }

    @Value.Immutable
    @JsonDeserialize(builder = ImmutableLine.Builder.class)
    interface Line {

        @NotBlank
        String getSku();

        List<Long> getNumbers();
    }
}
