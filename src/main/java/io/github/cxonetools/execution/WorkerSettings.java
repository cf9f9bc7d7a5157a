package io.github.cxonetools.execution;

import java.nio.file.Path;
import java.util.List;

/**
 * How the handlers' JVM is started.
 *
 * @param java the {@code java} executable
 * @param classPath jars and directories, as tests see them
 * @param argLine JVM options, split as a shell would: at spaces outside quotes
 * @param workingDirectory where handlers find relative files
 * @param maxPayloadBytes larger answers are refused
 */
public record WorkerSettings(
        Path java, List<Path> classPath, String argLine, Path workingDirectory, long maxPayloadBytes) {}
