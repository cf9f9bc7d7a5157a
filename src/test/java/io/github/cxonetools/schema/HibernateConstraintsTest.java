package io.github.cxonetools.schema;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.hibernate.validator.constraints.CreditCardNumber;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UUID;
import org.hibernate.validator.constraints.UniqueElements;
import org.hibernate.validator.constraints.br.CPF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Constraints of Hibernate Validator's own, and getters that Jackson and the validator know by other names. */
class HibernateConstraintsTest {

    @TempDir
    Path directory;

    private TestProject project;

    public record Constrained(
            @Length(min = 2, max = 4) String code,
            @UniqueElements List<Integer> ids,
            @UniqueElements List<Double> rates,
            @URL(protocol = "https") String secure,
            @CPF String taxpayer) {}

    public static class SecondCapital {
        @NotNull
        private Integer aBd;

        @Size(max = 3)
        private String eMail;

        public Integer getABd() {
            return aBd;
        }

        public void setABd(Integer value) {
            aBd = value;
        }

        public String getEMail() {
            return eMail;
        }

        public void setEMail(String value) {
            eMail = value;
        }
    }

    public static class Flag {
        private Boolean active;

        @NotNull
        public Boolean isActive() {
            return active;
        }

        public void setActive(Boolean value) {
            active = value;
        }
    }

    public record Named(@NotBlank String name) {}

    @Test
    void whatHasAnEqualIsSaidAndTheRestIsWarnedOf() throws Exception {
        JsonNode properties = input(Constrained.class).path("properties");

        assertThat(properties.path("code").path("minLength").asInt()).isEqualTo(2);
        assertThat(properties.path("code").path("maxLength").asInt()).isEqualTo(4);
        assertThat(properties.path("ids").path("uniqueItems").asBoolean()).isTrue();
        assertThat(properties.path("rates").has("uniqueItems")).isFalse();
        assertThat(properties.path("secure").toString()).contains("[hH][tT][tT][pP][sS]");
        assertThat(project.events.warnings)
                .anyMatch(warning -> warning.contains("Constrained.secure: the schema cannot say @URL in full"))
                .anyMatch(warning -> warning.contains("Constrained.taxpayer: the schema cannot say @CPF in full"))
                .anyMatch(warning -> warning.contains("Constrained.rates: the schema cannot say @UniqueElements"))
                .noneMatch(warning -> warning.contains("Constrained.code"));
    }

    @Test
    void aFieldThatAGetterGivesIsFoundWhateverJacksonCallsIt() throws Exception {
        JsonNode schema = input(SecondCapital.class);

        assertThat(schema.path("required").toString()).isEqualTo("[\"abd\"]");
        assertThat(schema.path("properties").path("abd").path("type").stringValue())
                .isEqualTo("integer");
        assertThat(schema.path("properties").path("email").path("maxLength").asInt())
                .isEqualTo(3);
        assertThat(project.events.warnings).noneMatch(warning -> warning.contains("no property on the wire"));
    }

    @Test
    void anObjectsIsGetterIsNoneToTheValidator() throws Exception {
        assertThat(input(Flag.class).has("required")).isFalse();
    }

    /** Absent, null and a value: openapi-generator's three states. */
    public static class Patch {
        private JsonNullable<String> note = JsonNullable.undefined();
        private JsonNullable<String> title = JsonNullable.undefined();

        @NotNull
        @Size(max = 4)
        public JsonNullable<String> getNote() {
            return note;
        }

        public void setNote(JsonNullable<String> value) {
            note = value;
        }

        public JsonNullable<String> getTitle() {
            return title;
        }

        public void setTitle(JsonNullable<String> value) {
            title = value;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"note\":\"x\"}",
                "{\"note\":\"toolong\"}",
                "{\"note\":null}",
                "{\"note\":5.5,\"title\":[]}",
                "{\"title\":null}",
                "{\"title\":\"x\",\"note\":\"\"}"
            })
    void aPropertyOfThreeStatesIsTakenAsItsRuntimeTakesIt(String payload) throws Exception {
        Contract contract = contract(Patch.class.getName(), TestProject.origin(JsonNullable.class));

        assertThat(accepts(contract.inputSchema(), payload)).isEqualTo(isValid(payload, Patch.class));
        assertThat(accepts(contract.outputSchema(), Runtimes.JACKSON_2.write(new Patch())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"name\":\" \"}]", "[{}]", "[{\"name\":\"x\"},null]"})
    void aRootCollectionHoldsWhatNoValidatorLooksAt(String payload) throws Exception {
        Contract contract = contract("java.util.List<" + Named.class.getName() + ">");

        assertThat(Runtimes.violations(Arrays.asList((Named[]) Runtimes.JACKSON_2.read(payload, Named[].class))))
                .isEmpty();
        assertThat(accepts(contract.inputSchema(), payload)).isTrue();
        assertThat(accepts(contract.inputSchema(), "[5]")).isFalse();
    }

    public record Ids(
            @UUID String any,

            @UUID(allowEmpty = false, allowNil = false, version = 4)
            String random,

            @UUID(
                    letterCase = UUID.LetterCase.UPPER_CASE,
                    version = {11, 1},
                    variant = {0, 2})
            String upper,

            @UUID(letterCase = UUID.LetterCase.INSENSITIVE) String either) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123e4567-e89b-12d3-a456-426614174000",
                "123E4567-e89b-12d3-a456-426614174000",
                "123e4567-e89b-42d3-a456-426614174000",
                "123E4567-E89B-B2D3-C456-426614174000",
                "123E4567-E89B-12D3-0456-426614174000",
                "123e4567-e89b-92d3-8456-426614174000",
                "123e4567-e89b-12d3-f456-426614174000",
                "00000000-0000-0000-0000-000000000000",
                "123e4567e89b12d3a456426614174000",
                "x",
                ""
            })
    void aUuidIsWhatHibernateValidatorTakesForOne(String id) throws Exception {
        Contract contract = contract(Ids.class.getName());
        for (String name : List.of("any", "random", "upper", "either")) {
            String payload = "{\"" + name + "\":\"" + id + "\"}";
            assertThat(accepts(contract.inputSchema(), payload)).as(payload).isEqualTo(isValid(payload, Ids.class));
        }
        assertThat(project.events.warnings).isEmpty();
    }

    public static class Having {
        private boolean flag;

        @AssertTrue
        public boolean hasFlag() {
            return flag;
        }

        public boolean isFlag() {
            return flag;
        }

        public void setFlag(boolean value) {
            flag = value;
        }

        @NotNull
        public Boolean hasMore() {
            return null;
        }

        @AssertTrue
        public boolean hasOther() {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"flag\":true}", "{\"flag\":false}"})
    void aBooleanHasGetterIsOneToHibernateValidator(String payload) throws Exception {
        Contract contract = contract(Having.class.getName());

        assertThat(accepts(contract.inputSchema(), payload)).isEqualTo(isValid(payload, Having.class));
        assertThat(project.events.warnings)
                .singleElement()
                .asString()
                .startsWith("HibernateConstraintsTest.Having.other: the schema cannot say @AssertTrue");
    }

    @Pattern(regexp = "[a-z]*")
    @Size(min = 5)
    @ConstraintComposition(CompositionType.OR)
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface LowerOrLong {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Null
    @NotBlank
    @ConstraintComposition(CompositionType.OR)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface NullOrNotBlank {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Size(max = 5)
    @Pattern(regexp = "x.*")
    @ConstraintComposition(CompositionType.ALL_FALSE)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface NeitherShortNorX {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Size(max = 5)
    @Past
    @ConstraintComposition(CompositionType.OR)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface ShortOrPast {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public record Alternatives(
            @LowerOrLong String either,
            @NullOrNotBlank String text,
            @NeitherShortNorX String neither) {}

    public record Undecided(@ShortOrPast String text) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"neither\":\"abcdef\",\"either\":\"ab\"}",
                "{\"neither\":\"abcdef\",\"either\":\"AB\"}",
                "{\"neither\":\"abcdef\",\"either\":\"ABCDEF\",\"text\":null}",
                "{\"neither\":\"abcdef\",\"text\":\" \"}",
                "{\"neither\":\"abcdef\",\"text\":\"a\"}",
                "{\"neither\":\"abcde\"}",
                "{\"neither\":\"xbcdef\"}",
                "{\"neither\":null}",
                "{}"
            })
    void aCompositionOfAlternativesIsSaid(String payload) throws Exception {
        Contract contract = contract(Alternatives.class.getName());

        assertThat(accepts(contract.inputSchema(), payload)).isEqualTo(isValid(payload, Alternatives.class));
        assertThat(project.events.warnings).isEmpty();
    }

    @Test
    void aCompositionOfWhatCannotBeSaidIsWarnedOf() throws Exception {
        contract(Undecided.class.getName());

        assertThat(project.events.warnings)
                .singleElement()
                .asString()
                .startsWith("HibernateConstraintsTest.Undecided.text: the schema cannot say @ShortOrPast");
    }

    @Size(min = 1)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Checked {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static class CheckedValidator implements ConstraintValidator<Checked, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return "ok".equals(value);
        }
    }

    public static class SizeValidator implements ConstraintValidator<Size, Integer> {
        @Override
        public boolean isValid(Integer value, ConstraintValidatorContext context) {
            return value == null || value > 5;
        }
    }

    public record Declared(
            @Checked String checked,
            @Size(min = 3) Integer number,
            @Size(min = 3) String text) {}

    @Test
    void aValidatorThatServicesDeclareIsWarnedOf() throws Exception {
        Path services = directory.resolve("declared/META-INF/services");
        Files.createDirectories(services);
        Files.writeString(
                services.resolve("jakarta.validation.ConstraintValidator"),
                "# ours\n" + CheckedValidator.class.getName() + "\n" + SizeValidator.class.getName()
                        + " # of numbers\n");

        JsonNode properties = contract(Declared.class.getName(), directory.resolve("declared"))
                .inputSchema()
                .path("properties");

        assertThat(project.events.warnings)
                .hasSize(2)
                .anyMatch(warning ->
                        warning.startsWith("HibernateConstraintsTest.Declared.checked: the schema cannot say @Checked"))
                .anyMatch(warning -> warning.startsWith(
                        "HibernateConstraintsTest.Declared.number: the schema cannot say @Size (a validator that"));
        assertThat(properties.path("checked").path("minLength").asInt()).isEqualTo(1);
        assertThat(properties.path("text").path("minLength").asInt()).isEqualTo(3);
        assertThat(properties.path("number").has("minLength")).isFalse();
    }

    @Test
    void whatGettersAreByCodeIsWarnedOf() throws Exception {
        Path folder = directory.resolve("validation/META-INF");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("validation.xml"),
                "<validation-config><property name=\"hibernate.validator.getter_property_selection_strategy\">x.Y</property>"
                        + "</validation-config>");
        contract(Named.class.getName(), directory.resolve("validation"));

        assertThat(project.events.warnings)
                .singleElement()
                .asString()
                .startsWith("META-INF/validation.xml: the schema cannot say what getters");
    }

    public record Numbered(@CreditCardNumber String card) {}

    @Test
    void whatHibernateValidatorChecksByCodeIsWarnedOfOnce() throws Exception {
        contract(Numbered.class.getName());

        assertThat(project.events.warnings)
                .singleElement()
                .asString()
                .startsWith("HibernateConstraintsTest.Numbered.card: the schema cannot say @CreditCardNumber in full");
    }

    public record Worded(
            java.time.LocalDate date,
            java.util.UUID id,
            @URL(protocol = "https") String secure,
            @URL String url,
            @UUID String uuid,
            @Size(min = 2, max = 9) byte[] bytes,
            @Digits(integer = 0, fraction = 2) double share,
            @NotNull Object some,
            @Pattern(regexp = "[a-c]+") String own) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"date\":\"x\"}; /date must be a date such as 2026-01-31",
                "{\"id\":\"x\"}; /id must be a UUID",
                "{\"secure\":\"x\"}; /secure must be a URL of the protocol https",
                "{\"url\":\"x\"}; /url must be a URL",
                "{\"uuid\":\"x\"}; /uuid must be a UUID of the kind that is asked for",
                "{\"bytes\":\"eA==\"}; /bytes must be Base64 of as many bytes as are asked for",
                "{\"share\":0}; /share must not be 0",
                "{\"some\":null}; /some must not be null",
                "{\"own\":\"x\"}; /own does not match ^[a-c]+$"
            })
    void aPatternOfAConstraintIsToldInItsWords(String payload, String words) throws Exception {
        JsonNode schema = input(Worded.class);

        assertThat(PayloadValidator.of(schema).validate(Json.read(payload))).contains(words);
    }

    private static boolean isValid(String payload, Class<?> type) {
        try {
            return Runtimes.violations(Runtimes.JACKSON_2.read(payload, type)).isEmpty();
        } catch (Exception e) {
            return false;
        }
    }

    private static boolean accepts(JsonNode schema, String payload) {
        return PayloadValidator.of(schema).validate(Json.read(payload)).isEmpty();
    }

    private Contract contract(String type, Path... libraries) throws Exception {
        project = new TestProject(directory).with(TestProject.origin(Length.class));
        for (Path library : libraries) {
            project.with(library);
        }
        return project.generate(TestProject.types("Case", type, type)).get(0);
    }

    @Test
    void aBlankTextIsSaidToBeBlank() throws Exception {
        JsonNode schema = input(Named.class);

        assertThat(PayloadValidator.of(schema).validate(Json.read("{\"name\":\" \"}")))
                .containsExactly("/name must not be blank");
    }

    private JsonNode input(Class<?> type) throws Exception {
        project = new TestProject(directory).with(TestProject.origin(Length.class));
        List<Contract> contracts = project.generate(TestProject.types("Case", type.getName(), type.getName()));
        return contracts.get(0).inputSchema();
    }
}
