package io.github.cxonetools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Section 4 of the licence: whoever passes the jar on passes these on. */
class LicenseTest {

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "src/main/resources/META-INF/NOTICE"})
    void theJarHoldsTheLicenceAndTheNotice(Path source) {
        assertThat(Path.of("target/classes/META-INF").resolve(source.getFileName()))
                .hasSameTextualContentAs(source);
    }

    /** What a library that the pages carry holds of others says so in a comment that stays when it is made small. */
    @Test
    void theNoticeNamesWhoseCodeThePagesCarry() throws Exception {
        String notice = Files.readString(Path.of("src/main/resources/META-INF/NOTICE"));
        List<String> owners = new ArrayList<>();
        for (String script : List.of("chart.umd.js", "chart.umd.min.js")) {
            String text = resource("/META-INF/resources/webjars/chart.js/4.5.1/dist/" + script);
            Matcher owner = Pattern.compile("\\(c\\) [0-9]{4} (.+)").matcher(text);
            while (owner.find()) {
                owners.add(owner.group(1));
            }
        }
        assertThat(owners).hasSizeGreaterThan(2).allSatisfy(owner -> assertThat(notice)
                .contains("Copyright " + owner));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LicenseTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
