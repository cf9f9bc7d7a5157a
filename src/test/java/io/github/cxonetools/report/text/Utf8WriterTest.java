package io.github.cxonetools.report.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Utf8WriterTest {

    private static final String[] TEXTS = {
        "a", "plain text, and more of it", "ä€", "\uD83D\uDE00", "\uD83D", "\uDE00", "\n"
    };

    @Test
    void encodesAsAWholeTextIsEncodedHoweverItIsCut() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            StringBuilder all = new StringBuilder();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Utf8Writer writer = new Utf8Writer(out)) {
                for (int piece = random.nextInt(6_000); piece > 0; piece--) {
                    String text = TEXTS[random.nextInt(TEXTS.length)];
                    all.append(text);
                    write(writer, text, random.nextInt(5));
                }
            }
            assertThat(out.toByteArray()).isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(Utf8Writer writer, String text, int way) throws IOException {
        switch (way) {
            case 0 -> writer.write(text);
            case 1 -> writer.append(text);
            case 2 -> writer.write("..." + text + "...", 3, text.length());
            case 3 -> writer.write(("." + text).toCharArray(), 1, text.length());
            default -> {
                writer.write(text);
                writer.flush();
            }
        }
    }

    @Test
    void hasGivenAllThatIsCompleteWhenItIsFlushed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Utf8Writer writer = new Utf8Writer(out)) {
            writer.write("so far");
            writer.flush();
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("so far");
        }
    }
}
