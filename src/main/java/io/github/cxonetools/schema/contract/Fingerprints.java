package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.Checksums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What decides a module's contracts, as digests.
 *
 * @param classes over the bytes of every class on the class path and of what configures validation and Jackson there
 * @param configuration over the POM's part, this plugin's version and the JDK's feature version
 * @param pom over the POM's part and this plugin's version alone, as {@code deploy} can compute it
 * @param actions over each action's definition, without its {@code handlerUrl}, which no contract holds
 */
public record Fingerprints(String classes, String configuration, String pom, Map<String, String> actions) {

    public static Fingerprints of(GenerateRequest request) throws UnavailableException {
        return of(request, Runtime.version().feature());
    }

    public static Fingerprints of(GenerateRequest request, int javaFeature) throws UnavailableException {
        String pom = pom(request.pomConfiguration(), request.pluginVersion());
        return new Fingerprints(
                ClassPathDigest.of(request.classPath(), request.schemaDirectory()),
                Checksums.of(List.of(
                        pom,
                        request.naming().name(),
                        request.additionalProperties().name(),
                        String.valueOf(request.limits().warnBytes()),
                        String.valueOf(request.limits().maxBytes()),
                        String.join(",", request.modules()),
                        request.sources().folders().isEmpty()
                                ? ""
                                : request.sources().encoding().name(),
                        String.valueOf(request.inheritedDescription()),
                        String.valueOf(javaFeature))),
                pom,
                actions(request.actions()));
    }

    static String pom(String pomConfiguration, String pluginVersion) {
        return Checksums.of(List.of(pomConfiguration, pluginVersion));
    }

    private static Map<String, String> actions(List<ActionDefinition> actions) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (ActionDefinition action : actions) {
            digests.put(action.name(), action(action));
        }
        return digests;
    }

    static String action(ActionDefinition action) {
        return Checksums.of(List.of(
                action.name(),
                action.version(),
                String.valueOf(action.description()),
                String.valueOf(action.handler()),
                String.valueOf(action.input()),
                String.valueOf(action.output()),
                String.valueOf(action.timeoutMs())));
    }
}
