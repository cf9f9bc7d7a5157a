package io.github.cxonetools.mojo.project;

import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Maven's log, in which no secret gets, and nothing that a terminal would obey. */
public record RedactedLog(Log log, RedactedText redacted) implements Log {

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        if (log.isDebugEnabled()) {
            log.debug(redacted.text(content));
        }
    }

    @Override
    public void debug(CharSequence content, @Nullable Throwable error) {
        log.debug(redacted.text(content), redacted.cause(error));
    }

    @Override
    public void debug(@Nullable Throwable error) {
        log.debug(redacted.cause(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        if (log.isInfoEnabled()) {
            log.info(redacted.text(content));
        }
    }

    @Override
    public void info(CharSequence content, @Nullable Throwable error) {
        log.info(redacted.text(content), redacted.cause(error));
    }

    @Override
    public void info(@Nullable Throwable error) {
        log.info(redacted.cause(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(redacted.text(content));
    }

    @Override
    public void warn(CharSequence content, @Nullable Throwable error) {
        log.warn(redacted.text(content), redacted.cause(error));
    }

    @Override
    public void warn(@Nullable Throwable error) {
        log.warn(redacted.cause(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(redacted.text(content));
    }

    @Override
    public void error(CharSequence content, @Nullable Throwable error) {
        log.error(redacted.text(content), redacted.cause(error));
    }

    @Override
    public void error(@Nullable Throwable error) {
        log.error(redacted.cause(error));
    }
}
