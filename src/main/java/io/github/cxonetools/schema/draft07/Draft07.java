package io.github.cxonetools.schema.draft07;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.PathType;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.UndecidedMatches;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The validator, set up for draft-07 alone: no other dialect, nothing fetched, and formats, encodings and media types are notes. */
public final class Draft07 {

    /** What {@code $schema} says in a draft-07 schema. */
    public static final String ID = "http://json-schema.org/draft-07/schema#";

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(false)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .regularExpressionFactory(pattern -> {
                EcmaPattern compiled = EcmaPattern.compile(pattern);
                return text -> UndecidedMatches.find(compiled, text);
            })
            .build();

    /**
     * The validator's own warns of every keyword that it does not know, and breaks off at draft-04's {@code id}; a tenant's
     * schemas may hold any.
     */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft7())
            .keyword(new AnnotationKeyword("id"))
            .keyword(new AnnotationKeyword(Keyword.CONTENT_ENCODING.word()))
            .keyword(new AnnotationKeyword(Keyword.CONTENT_MEDIA_TYPE.word()))
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();

    private Draft07() {}

    public static Schema compile(JsonNode schema) {
        return registry().getSchema(ExactBounds.of(schema));
    }

    /** What the meta-schema finds wrong with {@code schema}. */
    public static List<String> metaFindings(JsonNode schema) {
        return SchemaErrors.findings(Meta.SCHEMA.validate(schema));
    }

    /** A registry caches by location, and contracts have none of their own: one registry for each schema. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(DIALECT, builder -> builder.schemaRegistryConfig(CONFIG));
    }

    /** Read once, and only where a schema is checked. */
    private static final class Meta {
        static final Schema SCHEMA = compile(read());

        private static JsonNode read() {
            try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream("/draft-07/schema"))) {
                return Json.read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("The validator's own meta-schema cannot be read", e);
            }
        }
    }
}
