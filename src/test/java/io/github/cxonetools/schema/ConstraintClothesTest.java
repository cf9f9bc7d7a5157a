package io.github.cxonetools.schema;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UniqueElements;
import org.hibernate.validator.constraints.br.CPF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Constraints of Hibernate Validator's own, and getters that Jackson and the validator know by other names. */
class ConstraintClothesTest {

    @TempDir
    Path directory;

    private TestProject project;

    public record Clothes(
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
        JsonNode properties = input(Clothes.class).path("properties");

        assertThat(properties.path("code").path("minLength").asInt()).isEqualTo(2);
        assertThat(properties.path("code").path("maxLength").asInt()).isEqualTo(4);
        assertThat(properties.path("ids").path("uniqueItems").asBoolean()).isTrue();
        assertThat(properties.path("rates").has("uniqueItems")).isFalse();
        assertThat(properties.path("secure").toString()).contains("[hH][tT][tT][pP][sS]");
        assertThat(project.events.warnings)
                .anyMatch(warning -> warning.contains("Clothes.secure: the schema cannot say @URL in full"))
                .anyMatch(warning -> warning.contains("Clothes.taxpayer: the schema cannot say @CPF in full"))
                .anyMatch(warning -> warning.contains("Clothes.rates: the schema cannot say @UniqueElements"))
                .noneMatch(warning -> warning.contains("Clothes.code"));
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
