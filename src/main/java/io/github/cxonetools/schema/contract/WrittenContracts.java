package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;

/** Contracts that lie on disk: read when somebody looks, because most builds never do. */
final class WrittenContracts extends AbstractList<Contract> {

    private final Path schemaDirectory;
    private final List<ActionDefinition> actions;

    WrittenContracts(Path schemaDirectory, List<ActionDefinition> actions) {
        this.schemaDirectory = schemaDirectory;
        this.actions = actions;
    }

    @Override
    public Contract get(int index) {
        try {
            return ContractFiles.read(schemaDirectory, actions.get(index));
        } catch (CxoneException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public int size() {
        return actions.size();
    }
}
