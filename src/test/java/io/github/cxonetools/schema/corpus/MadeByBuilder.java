package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A class with a builder that has defaults and refuses null, as Lombok writes it; Jackson 2 knows its annotations. */
@JsonDeserialize(builder = MadeByBuilder.Builder.class)
public final class MadeByBuilder {

    @NotNull
    private final List<String> tags;

    @NotNull
    private final String lang;

    private final String name;

    private MadeByBuilder(List<String> tags, String lang, String name) {
        this.tags = tags;
        this.lang = lang;
        this.name = Objects.requireNonNull(name, "name is marked non-null but is null");
    }

    public List<String> getTags() {
        return tags;
    }

    public String getLang() {
        return lang;
    }

    public String getName() {
        return name;
    }

    /** Gives what a payload has, or else its defaults. */
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder {
        private boolean tagsAreSet;
        private List<String> tags;
        private String lang;
        private String name;

        public Builder tags(List<String> value) {
            tags = value;
            tagsAreSet = true;
            return this;
        }

        public Builder lang(String value) {
            lang = value;
            return this;
        }

        public Builder name(String value) {
            name = Objects.requireNonNull(value, "name is marked non-null but is null");
            return this;
        }

        public MadeByBuilder build() {
            return new MadeByBuilder(tagsAreSet ? tags : new ArrayList<>(), lang, name);
        }
    }
}
