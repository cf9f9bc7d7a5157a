package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.schema.draft07.SchemaRules;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Derives contracts from compiled classes, holds them to {@link SchemaRules}, and writes what has changed. */
public final class ContractGenerator {

    private ContractGenerator() {}

    /**
     * Generates the contracts of {@code request.actions()}, in their order; they are read from their files when they
     * are looked at. Where nothing changed since this execution last ran, nothing is generated.
     *
     * @throws RejectedException with everything that was found, where any contract cannot be generated: none is written then
     * @throws UnavailableException where files cannot be read or written
     */
    public static List<Contract> generate(GenerateRequest request, GenerateEvents events) throws CxoneException {
        checkNames(request.actions());
        GeneratedState before = GeneratedState.read(request.stateDirectory(), request.executionId());
        Fingerprints now = Fingerprints.of(request);
        if (before.confirms(now, request)) {
            events.upToDate(request.actions().size());
        } else {
            Derivation.Derived derived = Derivation.derive(request, events);
            write(derived.contracts(), request, events, before);
            before.next(now, derived, request.filtered()).write();
        }
        return new WrittenContracts(request.schemaDirectory(), request.actions());
    }

    /**
     * Removes what the execution wrote, where the project declares none of its actions any more.
     *
     * @throws UnavailableException where files cannot be read or removed
     */
    public static void clear(Path schemaDirectory, Path stateDirectory, String executionId, GenerateEvents events)
            throws UnavailableException {
        GeneratedState before = GeneratedState.read(stateDirectory, executionId);
        new ContractWriter(schemaDirectory, events).remove(before.abandoned(schemaDirectory, Set.of()));
        before.delete();
    }

    /** What is gone goes first: where case makes no difference, an action's new name may be the folder of its old one. */
    private static void write(
            List<ContractText> contracts, GenerateRequest request, GenerateEvents events, GeneratedState before)
            throws UnavailableException {
        ContractWriter writer = new ContractWriter(request.schemaDirectory(), events);
        if (!request.filtered()) {
            writer.remove(before.abandoned(request.schemaDirectory(), names(request.actions())));
        }
        writer.write(contracts);
    }

    private static void checkNames(List<ActionDefinition> actions) throws RejectedException {
        Findings findings = new Findings();
        Map<String, String> folders = new HashMap<>();
        for (ActionDefinition action : actions) {
            String other = folders.put(action.name().toLowerCase(Locale.ROOT), action.name());
            if (other != null) {
                findings.add(action.name() + ": there is an action " + other
                        + " too, and both would be written to one folder. Give one of them another name");
            }
        }
        findings.throwIfAny("The contracts cannot be generated");
    }

    private static Set<String> names(List<ActionDefinition> actions) {
        Set<String> names = new HashSet<>();
        for (ActionDefinition action : actions) {
            names.add(action.name());
        }
        return names;
    }
}
