package io.github.cxonetools.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileBytesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 300_000})
    void readsAllOfAFile(int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        Path file = Files.write(directory.resolve("file"), bytes);

        assertThat(FileBytes.read(file)).isEqualTo(bytes);
        assertThat(FileBytes.read(file.toFile())).isEqualTo(bytes);
        assertThat(FileBytes.ifPresent(file.toFile()))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
    }

    /** What the kernel makes while it is read has no size. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void readsAFileThatHasNoSize() throws IOException {
        Path file = Path.of("/proc/self/limits");

        assertThat(FileBytes.read(file)).isNotEmpty().isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void tellsWhatIsNotThereFromWhatIsNoFile() throws IOException {
        Path missing = directory.resolve("missing");
        Path folder = Files.createDirectory(directory.resolve("folder"));

        assertThat(FileBytes.ifPresent(missing.toFile())).isEmpty();
        assertThat(FileBytes.ifPresent(folder.toFile())).isEmpty();
        assertThatThrownBy(() -> FileBytes.read(missing)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> FileBytes.read(missing.toFile())).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> FileBytes.read(folder)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\n\nb\n", "ü\n b", "\n"})
    void readsLines(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), text);

        assertThat(FileBytes.lines(file)).isEqualTo(Files.readAllLines(file));
    }
}
