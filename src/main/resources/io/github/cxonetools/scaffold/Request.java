package @package@;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a flow sends. */
public record @handler@Request(@NotBlank @Size(max = 100) String name) {}
