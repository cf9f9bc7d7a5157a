package io.github.cxonetools.tenant;

import java.net.URI;
import java.nio.file.Path;

/** What a local tenant tells whoever opened it. Called from any thread. */
public interface TenantEvents {

    /** Hears nothing. */
    TenantEvents NONE = new TenantEvents() {};

    /** This process serves the tenant now. */
    default void started(URI url, Path directory) {}

    /** Another process serves the tenant; this one speaks to it. */
    default void attached(URI url, Path directory) {}

    /** The process that served the tenant has ended; this one serves it now. */
    default void tookOver(URI url, Path directory) {}

    /** Something that the user should know: what, on what, what to do. */
    default void warning(String message) {}
}
