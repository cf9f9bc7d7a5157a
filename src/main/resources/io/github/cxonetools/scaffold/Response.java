package @package@;

import jakarta.validation.constraints.NotNull;

/** What the flow gets. */
public record @handler@Response(@NotNull String text) {}
