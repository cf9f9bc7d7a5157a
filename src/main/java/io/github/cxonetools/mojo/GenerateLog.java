package io.github.cxonetools.mojo;

import io.github.cxonetools.schema.contract.GenerateEvents;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;

/** What {@code generate} says on the console. */
record GenerateLog(Log log) implements GenerateEvents {

    @Override
    public void written(String action, Path directory) {
        log.info(action + ": wrote " + directory);
    }

    @Override
    public void upToDate(int actions) {
        log.info(actions == 1 ? "The contract is up to date" : actions + " contracts are up to date");
    }

    @Override
    public void removed(String action) {
        log.info(action + ": removed its contract, because the POM no longer has it");
    }

    @Override
    public void warning(String message) {
        log.warn(message);
    }

    @Override
    public void detail(String message) {
        log.debug(message);
    }

    @Override
    public void note(String message) {
        log.info(message);
    }
}
