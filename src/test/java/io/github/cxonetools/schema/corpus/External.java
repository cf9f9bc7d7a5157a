package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Type ids that stand beside their values. */
public final class External {

    private External() {}

    public interface Content {}

    public record Mail(@NotNull @Size(min = 1, max = 9) String subject, Boolean urgent) implements Content {}

    @JsonTypeName("sms")
    public static class Sms implements Content {
        @Min(1)
        @Max(9)
        public int parts;
    }

    public enum Kind {
        mail,
        sms,
        fax
    }

    /** The id has no member of its own. */
    public static class Envelope {
        @NotNull
        public String id;

        @Valid
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                property = "kind",
                defaultImpl = Sms.class)
        @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
        public Content content;

        public int priority;
    }

    /** The id is a property, too. */
    public static class Labelled {
        @NotNull
        @Pattern(regexp = "mail|sms|fax")
        public String kind;

        @Valid
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                property = "kind",
                visible = true)
        @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
        private Content content;

        public Content getContent() {
            return content;
        }

        public void setContent(Content content) {
            this.content = content;
        }
    }

    /** The id is a property that Jackson 3 never sets. */
    public static class Unbound {
        public Kind kind;

        @Valid
        @NotNull
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
        @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
        public Content content;
    }

    /** The id is a property that is only read. */
    public static class ReadKind {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        public String kind;

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                property = "kind",
                visible = true)
        @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
        public Content content;
    }

    public record Letter(
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
            @Valid
            Content content,

            String id,

            @JsonTypeInfo(
                    use = JsonTypeInfo.Id.NAME,
                    include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                    property = "answerKind")
            @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
            @Valid
            @NotNull
            Content answer) {}

    public record Parcel(
            Kind kind,

            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
            @Valid
            Content content) {}

    public record Stamped(
            @NotNull @Pattern(regexp = "mail|sms") String kind,

            @JsonProperty(required = true)
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
            Content content) {}

    public record Required(
            @JsonProperty(required = true) String kind,

            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
            Content content) {}

    /** One id for two values. */
    public static class Twins {
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
        @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
        @Valid
        public Content first;

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
        @JsonSubTypes({@JsonSubTypes.Type(value = Mail.class, name = "mail"), @JsonSubTypes.Type(Sms.class)})
        public Content second;
    }

    /** A type that stands for itself, and needs an id beside it all the same. */
    public static class Plain {
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                property = "kind",
                requireTypeIdForSubtypes = OptBoolean.FALSE)
        @Valid
        public Sms sms;

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "also")
        public Sms other;
    }

    /** Values that are no objects. */
    public static class Setting {
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY)
        @JsonSubTypes({
            @JsonSubTypes.Type(value = Long.class, name = "long"),
            @JsonSubTypes.Type(value = UUID.class, name = "uuid"),
            @JsonSubTypes.Type(value = LocalDate.class, name = "date"),
            @JsonSubTypes.Type(value = Kind.class, name = "kind"),
            @JsonSubTypes.Type(value = Sms.class, name = "sms")
        })
        public Object value;
    }

    /** Other names, beside an id that no member has. */
    public static class Tagged {
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.EXTERNAL_PROPERTY)
        @JsonSubTypes({@JsonSubTypes.Type(Mail.class), @JsonSubTypes.Type(Sms.class)})
        @Valid
        public Content content;

        @JsonAnySetter
        @JsonAnyGetter
        public Map<String, @Min(0) Integer> others = new LinkedHashMap<>();
    }

    /** In a class, the annotation means an id inside. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Wrapped.class, name = "wrapped"))
    public abstract static class Wrapper {}

    public static class Wrapped extends Wrapper {
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.MINIMAL_CLASS,
                include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                property = "type")
        @JsonSubTypes({@JsonSubTypes.Type(Mail.class), @JsonSubTypes.Type(Sms.class)})
        @Valid
        public Content content;
    }

    public record Bag(@Valid Wrapper one, @NotNull List<@Valid Wrapper> more, List<@Valid Envelope> envelopes) {}
}
