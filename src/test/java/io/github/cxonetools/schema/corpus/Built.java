package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** A class that a builder makes, as code generators write it; Jackson 2 knows its annotations. */
@JsonDeserialize(builder = Built.Builder.class)
public final class Built {

    @NotBlank
    @Size(max = 5)
    private final String name;

    @Min(1)
    private final int count;

    private final List<@NotNull String> tags;

    @JsonProperty("the_id")
    private final UUID id;

    private Built(String name, int count, List<String> tags, UUID id) {
        this.name = name;
        this.count = count;
        this.tags = tags;
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public int getCount() {
        return count;
    }

    public List<String> getTags() {
        return tags;
    }

    public UUID getId() {
        return id;
    }

    /** Takes what a payload holds. */
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder {
        private String name;
        private int count;
        private List<String> tags;
        private UUID id;

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder count(int value) {
            count = value;
            return this;
        }

        public Builder tags(List<String> value) {
            tags = value;
            return this;
        }

        @JsonProperty("the_id")
        public Builder id(UUID value) {
            id = value;
            return this;
        }

        public Built build() {
            return new Built(name, count, tags, id);
        }
    }
}
