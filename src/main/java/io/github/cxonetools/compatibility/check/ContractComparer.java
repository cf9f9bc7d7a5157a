package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import java.util.List;

/** Decides whether a contract may take the place of an older one. */
@FunctionalInterface
public interface ContractComparer {

    /** Compares input, then output. Nothing is called compatible, or breaking, without proof. */
    List<SideComparison> compare(Contract before, Contract after);
}
