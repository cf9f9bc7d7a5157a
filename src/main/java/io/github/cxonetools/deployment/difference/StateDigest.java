package io.github.cxonetools.deployment.difference;

import io.github.cxonetools.action.ActionVersion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Digests of what is compared, so that a plan can tell whether anything moved. */
public final class StateDigest {

    private StateDigest() {}

    /** Of one version, with its id where it has one. */
    public static String of(ActionVersion version) {
        return Canonical.digest(text(version));
    }

    /** Of all versions of an action, in any order. */
    public static String of(List<ActionVersion> versions) {
        return Canonical.digest(
                versions.stream().map(StateDigest::text).sorted().collect(Collectors.joining("\n")));
    }

    public static @Nullable String ofSchema(@Nullable JsonNode schema) {
        return schema == null ? null : Canonical.digest(Canonical.schema(schema));
    }

    private static String text(ActionVersion version) {
        String description = version.description();
        return String.join(
                "\n",
                version.name(),
                version.version(),
                String.valueOf(version.deprecated()),
                String.valueOf(ofSchema(version.inputSchema())),
                String.valueOf(ofSchema(version.outputSchema())),
                String.valueOf(version.handlerUrl()),
                String.valueOf(version.timeoutMs()),
                description == null ? "" : description);
    }
}
