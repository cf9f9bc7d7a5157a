package io.github.cxonetools.file;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
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
    void makesTheFolderAnewThatSomebodyHasRemovedMeanwhile() throws Exception {
        Path file = folder.resolve("a/b/contract.json");

        AtomicFile.write(file, "text");
        remove(file);
        AtomicFile.write(file, "text");
        remove(file);
        assertThat(AtomicFile.writeChanged(file, new byte[] {1})).isTrue();
        remove(file);
        AtomicFile.write(file, out -> out.write(2));
        remove(file);
        AtomicFile.writeForced(file, Json.object());

        assertThat(file).hasContent("{}");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    private static void remove(Path file) throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());
        Files.delete(file.getParent().getParent());
    }

    @Test
    void tellsApartFilesAsLongAsEachOtherAndEmptyFromMissing() throws Exception {
        Path file = folder.resolve("contract.json");

        assertThat(AtomicFile.writeChanged(file, new byte[0])).isTrue();
        assertThat(file).isEmptyFile();
        assertThat(AtomicFile.writeChanged(file, new byte[0])).isFalse();
        assertThat(AtomicFile.writeChanged(file, new byte[] {1, 2})).isTrue();
        assertThat(AtomicFile.writeChanged(file, new byte[] {2, 1})).isTrue();
        assertThat(file).hasBinaryContent(new byte[] {2, 1});
    }

    @Test
    void leavesNoTemporaryFileWhereTheTargetIsAFolder() throws Exception {
        Path file = folder.resolve("contract.json");
        Files.createDirectories(file.resolve("inside"));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> AtomicFile.writeChanged(file, new byte[] {1}));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> AtomicFile.write(file, "text"));

        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whatIsWrittenAgainLooksAsIfItHadJustBeenWritten() throws Exception {
        Path file = folder.resolve("report.xml");
        FileTime then = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

        for (byte content : new byte[] {1, 1, 2}) {
            AtomicFile.writeOrTouch(file, out -> out.write(content));

            assertThat(file).hasBinaryContent(new byte[] {content});
            assertThat(Files.getLastModifiedTime(file)).isGreaterThan(then);
            Files.setLastModifiedTime(file, then);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need rights there")
    void aSymbolicLinkStaysOneHoweverItIsWritten() throws Exception {
        Path target = folder.resolve("elsewhere/report.txt");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("second"));
        Files.createSymbolicLink(folder.resolve("second"), target);

        AtomicFile.write(link, "text");
        assertThat(target).hasContent("text");
        AtomicFile.write(link, out -> out.write('c'));
        assertThat(target).hasContent("c");
        AtomicFile.writeChanged(link, new byte[] {'d'});
        assertThat(target).hasContent("d");
        AtomicFile.writeForced(link, Json.object());
        assertThat(target).hasContent("{}");

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("second")).isSymbolicLink();
    }

    @Test
    void whatAKilledProcessHasLeftIsRemoved() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = Files.createFile(folder.resolve(".report.txt." + gone.pid() + "-1f.tmp"));
        Path living = Files.createFile(
                folder.resolve(".report.txt." + ProcessHandle.current().pid() + "-2f.tmp"));
        Path foreign = Files.createFile(folder.resolve(".report.tmp"));
        FileTime then = FileTime.from(Instant.now().minusSeconds(10));
        for (Path path : List.of(left, living, foreign)) {
            Files.setLastModifiedTime(path, then);
        }

        AtomicFile.write(folder.resolve("report.txt"), "text");

        assertThat(left).doesNotExist();
        assertThat(living).exists();
        assertThat(foreign).exists();
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
