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
    SCHEMA_ID("$schema", Value.TEXT),
    TITLE(Value.TEXT),
    DESCRIPTION(Value.TEXT),
    TYPE(Value.TYPES),
    FORMAT(Value.TEXT),
    CONTENT_ENCODING(Value.TEXT),
    CONST(Value.ANYTHING),
    ENUM(Value.CHOICES),
    PATTERN(Value.TEXT),
    MIN_LENGTH(Value.COUNT),
    MAX_LENGTH(Value.COUNT),
    MINIMUM(Value.BOUND),
    EXCLUSIVE_MINIMUM(Value.BOUND),
    MAXIMUM(Value.BOUND),
    EXCLUSIVE_MAXIMUM(Value.BOUND),
    MULTIPLE_OF(Value.DIVISOR),
    PROPERTIES(Value.NAMED_SCHEMAS),
    PATTERN_PROPERTIES(Value.NAMED_SCHEMAS),
    PROPERTY_NAMES(Value.SCHEMA),
    REQUIRED(Value.NAMES),
    DEPENDENCIES(Value.DEPENDENCIES),
    ADDITIONAL_PROPERTIES(Value.SCHEMA),
    MIN_PROPERTIES(Value.COUNT),
    MAX_PROPERTIES(Value.COUNT),
    ITEMS(Value.SCHEMA_OR_LIST),
    CONTAINS(Value.SCHEMA),
    MIN_ITEMS(Value.COUNT),
    MAX_ITEMS(Value.COUNT),
    UNIQUE_ITEMS(Value.FLAG),
    NOT(Value.SCHEMA),
    ALL_OF(Value.ALTERNATIVES),
    ANY_OF(Value.ALTERNATIVES),
    ONE_OF(Value.ALTERNATIVES),
    DEFAULT(Value.ANYTHING),
    EXAMPLES(Value.EXAMPLES),
    ADDITIONAL_ITEMS(Value.SCHEMA),
    IF(Value.SCHEMA),
    THEN(Value.SCHEMA),
    ELSE(Value.SCHEMA),
    READ_ONLY(Value.FLAG),
    WRITE_ONLY(Value.FLAG),
    CONTENT_MEDIA_TYPE(Value.TEXT),
    COMMENT("$comment", Value.TEXT),
    ID("$id", Value.URI_REFERENCE),
    REF("$ref", Value.URI_REFERENCE),
    DEFINITIONS(Value.NAMED_SCHEMAS);

    /** What a keyword's value is. */
    public enum Value {
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
    private final Value value;

    /** {@code MIN_LENGTH} is {@code minLength}. */
    Keyword(Value value) {
        StringBuilder camelCase = new StringBuilder();
        for (String part : name().split("_", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            camelCase.append(camelCase.isEmpty() ? lower : part.charAt(0) + lower.substring(1));
        }
        this.word = camelCase.toString();
        this.value = value;
    }

    Keyword(String word, Value value) {
        this.word = word;
        this.value = value;
    }

    /** The keyword as it stands in a schema. */
    public String word() {
        return word;
    }

    public Value value() {
        return value;
    }

    /** The keyword that stands as {@code word} in a schema; null where draft-07 has none. */
    public static @Nullable Keyword of(String word) {
        return BY_WORD.get(word);
    }

    /** What stands under {@code word} in a schema; null where draft-07 has no such keyword. */
    public static @Nullable Value valueUnder(String word) {
        Keyword keyword = BY_WORD.get(word);
        return keyword == null ? null : keyword.value;
    }

    /** Keywords as they stand in a schema. */
    public static Set<String> words(Keyword... keywords) {
        return Stream.of(keywords).map(Keyword::word).collect(Collectors.toUnmodifiableSet());
    }
}
