package io.github.cxonetools.compatibility.formula;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnreadableSchemaExceptionTest {

    @Test
    void aProblemKeepsItsFirstPlaceAndItsWordsAreNotTakenForOne() {
        UnreadableSchemaException problem =
                new UnreadableSchemaException("has a $ref to #/a at /b, which is not there");

        UnreadableSchemaException placed = problem.at("/properties/c");

        assertThat(placed).hasMessage("has a $ref to #/a at /b, which is not there at /properties/c");
        assertThat(placed.at("/properties")).isSameAs(placed);
    }
}
