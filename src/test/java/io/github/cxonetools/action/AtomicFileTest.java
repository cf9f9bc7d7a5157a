package io.github.cxonetools.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void keepsTheOldFileAndNothingElseWhereWritingFails() throws Exception {
        Path file = folder.resolve("a/report.txt");
        AtomicFile.write(file, "old");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("disk full");
                }))
                .withMessage("Could not write " + file + ". Check the disk and its permissions");

        assertThat(file).hasContent("old");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void leavesAFileAloneThatHoldsTheSame() throws Exception {
        Path file = folder.resolve("contract.json");
        FileTime then = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(AtomicFile.writeChanged(file, new byte[] {1})).isTrue();
        Files.setLastModifiedTime(file, then);

        assertThat(AtomicFile.writeChanged(file, new byte[] {1})).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
        assertThat(AtomicFile.writeChanged(file, new byte[] {2})).isTrue();
        assertThat(file).hasBinaryContent(new byte[] {2});
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void othersMayReadWhatIsWrittenAsFarAsTheyMayReadAnyNewFile() throws Exception {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("contract.json");

        AtomicFile.writeChanged(file, new byte[] {1});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
    }
}
