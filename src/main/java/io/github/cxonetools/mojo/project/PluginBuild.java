package io.github.cxonetools.mojo.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** Which build of this plugin runs: its version, and of a snapshot, which is another tomorrow, its jar's checksum too. */
final class PluginBuild {

    private static final int BUFFER_BYTES = 1 << 16;

    private PluginBuild() {}

    /** The version alone where it is a release, or where the plugin is no jar. */
    static String of(PluginDescriptor plugin) {
        String version = plugin.getVersion();
        Artifact artifact = plugin.getPluginArtifact();
        if (version == null || !version.endsWith("-SNAPSHOT") || artifact == null || artifact.getFile() == null) {
            return version;
        }
        Path jar = artifact.getFile().toPath();
        try {
            return Files.isRegularFile(jar) ? version + " " + Long.toHexString(checksum(jar)) : version;
        } catch (IOException e) {
            return version; // Maven has loaded classes from it: what cannot be read now is no finding of a goal.
        }
    }

    private static long checksum(Path jar) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(jar), new CRC32())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (in.read(buffer) >= 0) {
                // Reading is what adds to the checksum.
            }
            return in.getChecksum().getValue();
        }
    }
}
