package io.github.cxonetools.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the handlers' JVM is started.
 *
 * @param java the {@code java} executable
 * @param classPath jars and directories, as tests see them
 * @param argLine JVM options, split as a shell would: at spaces outside quotes
 * @param workingDirectory where handlers find relative files
 * @param maxPayloadBytes larger answers are refused
 * @param environment variables besides those of Maven's own environment, or instead of them
 * @param systemProperties set before a class of the project is loaded
 */
public record WorkerSettings(
        Path java,
        List<Path> classPath,
        String argLine,
        Path workingDirectory,
        long maxPayloadBytes,
        Map<String, String> environment,
        Map<String, String> systemProperties) {

    /** Without variables and properties of its own. */
    public WorkerSettings(
            Path java, List<Path> classPath, String argLine, Path workingDirectory, long maxPayloadBytes) {
        this(java, classPath, argLine, workingDirectory, maxPayloadBytes, Map.of(), Map.of());
    }
}
