package io.github.cxonetools.scaffold;

/** The coordinates by which a POM names this plugin. */
public record PluginCoordinates(String groupId, String artifactId, String version) {}
