package io.github.cxonetools.schema;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** The other half of {@link ContractPropertiesTest}: each takes so long that it has a JVM of its own. */
class WrittenPropertiesTest {

    @BeforeContainer
    static void generate() throws Exception {
        ContractPropertiesTest.generate();
    }

    @AfterContainer
    static void clear() {
        ContractPropertiesTest.clear();
    }

    @Property
    void whatTheRuntimeWritesIsAcceptedOnBothSidesAndWhatBreaksOneRuleOfItIsNot(@ForAll Random random)
            throws Exception {
        assertThat(ContractPropertiesTest.refused(random)).isEmpty();
    }
}
