package com.example.made;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.value.AutoValue;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;

@AutoValue
@JsonDeserialize(builder = AutoCall.Builder.class)
public abstract class AutoCall {

    @JsonProperty("name")
    public abstract String name();

    @JsonProperty("note")
    public abstract Optional<String> note();

    @JsonProperty("level")
    public abstract int level();

    @JsonProperty("part")
    public abstract AutoPart part();

    @AutoValue.Builder
    public abstract static class Builder {

        @JsonCreator
        static Builder builder() {
            return new AutoValue_AutoCall.Builder().level(2);
        }

        @JsonProperty("name")
        abstract Builder name(String name);

        @JsonProperty("note")
        abstract Builder note(Optional<String> note);

        @JsonProperty("level")
        abstract Builder level(int level);

        @JsonProperty("part")
        abstract Builder part(AutoPart part);

        abstract AutoCall build();
    }

    @AutoValue
    public abstract static class AutoPart {

        @JsonProperty("sku")
        public abstract String sku();

        @JsonCreator
        static AutoPart of(@JsonProperty("sku") String sku) {
            return new AutoValue_AutoCall_AutoPart(sku);
        }
    }
}
