package io.github.cxonetools.mojo.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** Which build of this plugin runs: its version, and of a snapshot, which is another tomorrow, its jar's checksum too. */
final class PluginBuild {

    /** More than the list of this plugin's entries takes. */
    private static final int LIST_BYTES = 1 << 18;

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

    /** Of the jar's end: there a list has the checksum of each entry. */
    private static long checksum(Path jar) throws IOException {
        try (FileChannel file = FileChannel.open(jar)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(file.size(), LIST_BYTES));
            file.position(file.size() - end.capacity());
            while (end.hasRemaining() && file.read(end) >= 0) {
                // A read may bring less than what is left.
            }
            CRC32 checksum = new CRC32();
            checksum.update(end.flip());
            return checksum.getValue();
        }
    }
}
