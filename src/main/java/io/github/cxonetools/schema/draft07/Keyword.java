package io.github.cxonetools.schema.draft07;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keywords of draft-07, in the order in which a schema's are written. */
public enum Keyword {
    SCHEMA_ID("$schema", ValueKind.TEXT),
    TITLE(ValueKind.TEXT),
    DESCRIPTION(ValueKind.TEXT),
    TYPE(ValueKind.TYPES),
    FORMAT(ValueKind.TEXT),
    CONTENT_ENCODING(ValueKind.TEXT),
    CONST(ValueKind.ANYTHING),
    ENUM(ValueKind.CHOICES),
    PATTERN(ValueKind.TEXT),
    MIN_LENGTH(ValueKind.COUNT),
    MAX_LENGTH(ValueKind.COUNT),
    MINIMUM(ValueKind.BOUND),
    EXCLUSIVE_MINIMUM(ValueKind.BOUND),
    MAXIMUM(ValueKind.BOUND),
    EXCLUSIVE_MAXIMUM(ValueKind.BOUND),
    MULTIPLE_OF(ValueKind.DIVISOR),
    PROPERTIES(ValueKind.NAMED_SCHEMAS),
    PATTERN_PROPERTIES(ValueKind.NAMED_SCHEMAS),
    PROPERTY_NAMES(ValueKind.SCHEMA),
    REQUIRED(ValueKind.NAMES),
    DEPENDENCIES(ValueKind.DEPENDENCIES),
    ADDITIONAL_PROPERTIES(ValueKind.SCHEMA),
    MIN_PROPERTIES(ValueKind.COUNT),
    MAX_PROPERTIES(ValueKind.COUNT),
    ITEMS(ValueKind.SCHEMA_OR_LIST),
    CONTAINS(ValueKind.SCHEMA),
    MIN_ITEMS(ValueKind.COUNT),
    MAX_ITEMS(ValueKind.COUNT),
    UNIQUE_ITEMS(ValueKind.FLAG),
    NOT(ValueKind.SCHEMA),
    ALL_OF(ValueKind.ALTERNATIVES),
    ANY_OF(ValueKind.ALTERNATIVES),
    ONE_OF(ValueKind.ALTERNATIVES),
    DEFAULT(ValueKind.ANYTHING),
    EXAMPLES(ValueKind.EXAMPLES),
    ADDITIONAL_ITEMS(ValueKind.SCHEMA),
    IF(ValueKind.SCHEMA),
    THEN(ValueKind.SCHEMA),
    ELSE(ValueKind.SCHEMA),
    READ_ONLY(ValueKind.FLAG),
    WRITE_ONLY(ValueKind.FLAG),
    CONTENT_MEDIA_TYPE(ValueKind.TEXT),
    COMMENT("$comment", ValueKind.TEXT),
    ID("$id", ValueKind.URI_REFERENCE),
    REF("$ref", ValueKind.URI_REFERENCE),
    DEFINITIONS(ValueKind.NAMED_SCHEMAS);

    /** What a keyword's value is. */
    public enum ValueKind {
        TEXT,
        ANYTHING,
        EXAMPLES,
        /** A set of values. */
        CHOICES,
        FLAG,
        BOUND,
        DIVISOR,
        COUNT,
        /** A set of properties' names. */
        NAMES,
        /** A type's name, or a set of them. */
        TYPES,
        URI_REFERENCE,
        SCHEMA,
        SCHEMA_OR_LIST,
        /** Schemas whose order says nothing. */
        ALTERNATIVES,
        /** Schemas by names that are no keywords. */
        NAMED_SCHEMAS,
        /** Schemas, or sets of properties' names, by a property's name. */
        DEPENDENCIES;

        /** Returns true if the value is schemas by names, and those no keywords. */
        public boolean isByName() {
            return this == NAMED_SCHEMAS || this == DEPENDENCIES;
        }

        /** Returns true if the value is a schema or a list of them. */
        public boolean isSchemas() {
            return this == SCHEMA || this == SCHEMA_OR_LIST || this == ALTERNATIVES;
        }

        /** Returns true if the value is an array whose order says nothing, or may be. */
        public boolean isSet() {
            return this == CHOICES || this == NAMES || this == TYPES;
        }

        /** Returns true if the value is no schema but a value of a payload, or some, in which nothing is a keyword. */
        public boolean isOfPayload() {
            return this == ANYTHING || this == EXAMPLES || this == CHOICES;
        }
    }

    private static final Map<String, Keyword> BY_WORD = new HashMap<>();

    static {
        for (Keyword keyword : values()) {
            BY_WORD.put(keyword.word, keyword);
        }
    }

    private final String word;
    private final ValueKind value;

    /** {@code MIN_LENGTH} is {@code minLength}. */
    Keyword(ValueKind value) {
        StringBuilder camelCase = new StringBuilder();
        for (String part : name().split("_", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            camelCase.append(camelCase.isEmpty() ? lower : part.charAt(0) + lower.substring(1));
        }
        this.word = camelCase.toString();
        this.value = value;
    }

    Keyword(String word, ValueKind value) {
        this.word = word;
        this.value = value;
    }

    /** The keyword as it stands in a schema. */
    public String word() {
        return word;
    }

    public ValueKind value() {
        return value;
    }

    /** The keyword that stands as {@code word} in a schema; null where draft-07 has none. */
    public static @Nullable Keyword of(String word) {
        return BY_WORD.get(word);
    }

    /** What stands under {@code word} in a schema; null where draft-07 has no such keyword. */
    public static @Nullable ValueKind valueUnder(String word) {
        Keyword keyword = BY_WORD.get(word);
        return keyword == null ? null : keyword.value;
    }

    /** Keywords as they stand in a schema. */
    public static Set<String> words(Keyword... keywords) {
        return Stream.of(keywords).map(Keyword::word).collect(Collectors.toUnmodifiableSet());
    }
}
