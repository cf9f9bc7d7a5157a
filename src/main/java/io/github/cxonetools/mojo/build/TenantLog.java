package io.github.cxonetools.mojo.build;

import io.github.cxonetools.mojo.project.GitIgnore;
import io.github.cxonetools.tenant.TenantEvents;
import java.net.URI;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;

/** What the local tenant says on the console. */
public record TenantLog(Log log) implements TenantEvents {

    @Override
    public void started(URI url, Path directory) {
        log.info("Local tenant started at " + url + ", data in " + directory);
        if (GitIgnore.misses(directory.resolve("credentials.json"))) {
            log.warn(directory + " holds this tenant's secret and what is sent to it. Add it to .gitignore: "
                    + GitIgnore.entry(directory) + "/");
        }
    }

    @Override
    public void attached(URI url, Path directory) {
        log.info("Local tenant already running at " + url + ", data in " + directory);
    }

    @Override
    public void tookOver(URI url, Path directory) {
        log.info("Local tenant taken over at " + url + ", data in " + directory);
    }

    @Override
    public void warning(String message) {
        log.warn(message);
    }
}
