package io.github.cxonetools.mojo.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Which properties the POMs of a build and their parents mention; read when somebody asks, which is rare. */
public final class PropertyReferences {

    private final MavenSession session;
    private @Nullable List<String> poms;

    public PropertyReferences(MavenSession session) {
        this.session = session;
    }

    /** Whether a POM has {@code ${name}} in it: then the property is not without effect, whoever knows it. */
    public boolean contains(String name) {
        List<String> texts = poms == null ? read() : poms;
        poms = texts;
        for (String text : texts) {
            if (text.contains("${" + name + "}")) {
                return true;
            }
        }
        return false;
    }

    private List<String> read() {
        Collection<MavenProject> modules =
                session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
        Set<Path> files = new LinkedHashSet<>();
        for (MavenProject module : modules) {
            for (MavenProject each = module; each != null; each = each.getParent()) {
                File pom = each.getModel().getPomFile() == null
                        ? each.getFile()
                        : each.getModel().getPomFile();
                if (pom != null) {
                    files.add(pom.toPath());
                }
            }
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            try {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                texts.add(""); // A parent that is gone from the repository; Maven had it when it built the model.
            }
        }
        return texts;
    }
}
