package io.github.cxonetools.execution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerFilesTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    void whatAKilledBuildHasLeftIsRemovedByTheNext() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = folder(gone.pid());
        Path living = folder(ProcessHandle.current().pid());
        try {
            WorkerFiles.create().close();

            assertThat(left).doesNotExist();
            assertThat(living).isDirectory();
        } finally {
            Files.deleteIfExists(living.resolve("arguments"));
            Files.deleteIfExists(living);
        }
    }

    private static Path folder(long pid) throws Exception {
        Path folder = Files.createDirectory(TEMPORARY.resolve("cxone-handlers." + pid + "-0.tmp"));
        Files.writeString(folder.resolve("arguments"), "secret");
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(10)));
        return folder;
    }
}
