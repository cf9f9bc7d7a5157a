import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a module of so many actions, each with an input and an output record of 20 constrained fields. */
public class Module {

    private static final String[] FIELDS = {
        "@NotBlank @Size(max = 64) String",
        "@NotNull @Pattern(regexp = \"^(voice|chat|email|sms)$\") String",
        "@Min(0) @Max(1000) int",
        "@NotNull @DecimalMin(\"-1.0\") @DecimalMax(\"1.0\") Double",
        "@NotEmpty @Size(max = 10) List<@NotBlank String>",
        "@Positive long",
        "@NotNull @Digits(integer = 8, fraction = 2) BigDecimal",
        "@NotNull @Size(min = 2, max = 2) @Pattern(regexp = \"[A-Z]{2}\") String",
        "@PositiveOrZero Integer",
        "@AssertTrue boolean",
        "@Size(max = 5) Map<@NotBlank String, @NotNull @Max(9) Integer>",
        "@NotNull UUID",
        "@Min(-5) short",
        "@DecimalMax(value = \"100\", inclusive = false) BigDecimal",
        "@NotNull Channel",
        "@Size(min = 1) Set<@Positive Integer>",
        "@NotNull LocalDate",
        "@Null String",
        "@Negative double",
        "@NotBlank @Pattern(regexp = \"^\\\\+?[0-9 ]{3,20}$\") String",
    };

    private static final String IMPORTS = """
            package com.example.model;

            import com.fasterxml.jackson.annotation.JsonPropertyDescription;
            import com.fasterxml.jackson.databind.PropertyNamingStrategies;
            import com.fasterxml.jackson.databind.annotation.JsonNaming;
            import jakarta.validation.constraints.*;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.List;
            import java.util.Map;
            import java.util.Set;
            import java.util.UUID;

            """;

    public static void main(String[] arguments) throws IOException {
        Path module = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Path model = Files.createDirectories(module.resolve("src/main/java/com/example/model"));
        Path handlers = Files.createDirectories(module.resolve("src/main/java/com/example/handlers"));
        Files.writeString(model.resolve("Channel.java"), "package com.example.model;\n\npublic enum Channel { VOICE, CHAT }\n");
        for (int i = 0; i < count; i++) {
            Files.writeString(model.resolve("Request" + i + ".java"), record("Request" + i));
            Files.writeString(model.resolve("Answer" + i + ".java"), record("Answer" + i));
            Files.writeString(handlers.resolve("Handler" + i + ".java"), handler(i));
        }
        Path pom = module.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("<!-- actions -->", actions(count)));
    }

    private static String record(String name) {
        return IntStream.range(0, FIELDS.length)
                .mapToObj(field -> "        @JsonPropertyDescription(\"Field " + field + " of " + name + "\") " + FIELDS[field]
                        + " field" + name + "Number" + field)
                .collect(Collectors.joining(
                        ",\n",
                        IMPORTS + "@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)\npublic record " + name
                                + "(\n",
                        ") {}\n"));
    }

    private static String handler(int number) {
        return """
                package com.example.handlers;

                import com.example.model.Answer%1$d;
                import com.example.model.Request%1$d;
                import java.util.function.Function;

                public class Handler%1$d implements Function<Request%1$d, Answer%1$d> {

                    @Override
                    public Answer%1$d apply(Request%1$d request) {
                        throw new UnsupportedOperationException();
                    }
                }
                """.formatted(number);
    }

    private static String actions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<action><name>Action" + i + "</name><handler>com.example.handlers.Handler" + i
                        + "</handler></action>")
                .collect(Collectors.joining("\n"));
    }
}
