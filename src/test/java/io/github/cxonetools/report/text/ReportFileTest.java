package io.github.cxonetools.report.text;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReportFileTest {

    @TempDir
    Path folder;

    @Test
    void keepsCharactersWholeThatLieAcrossTwoPieces() throws Exception {
        Path file = folder.resolve("report.txt");
        String text = "x" + "😀".repeat(50_000);

        ReportFile.write(file, out -> {
            for (char half : text.toCharArray()) {
                out.write(half);
            }
        });

        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void writesAQuestionMarkForHalfACharacter() throws Exception {
        Path file = folder.resolve("report.txt");

        ReportFile.write(file, out -> out.write("a\ud83db\ude00"));

        assertThat(Files.readString(file)).isEqualTo("a?b?");
    }
}
