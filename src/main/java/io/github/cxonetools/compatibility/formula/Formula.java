package io.github.cxonetools.compatibility.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says, as a formula over one value. A formula about one type says nothing about values of another. Made by
 * {@link Formulas} alone, each once, so that equal ones are the same object.
 */
public sealed interface Formula {

    /** True of every value, or of none. */
    record Constant(boolean value) implements Formula {}

    /** Every part holds. */
    record All(List<Formula> parts) implements Formula {}

    /** Some part holds. */
    record Any(List<Formula> parts) implements Formula {}

    /** Exactly one part holds. */
    record One(List<Formula> parts) implements Formula {}

    /** The other does not hold. */
    record Not(Formula of) implements Formula {}

    /** {@code then} where {@code condition} holds, {@code otherwise} where it does not. */
    record Choice(Formula condition, Formula then, Formula otherwise) implements Formula {}

    /** A {@code $ref} into its own document. */
    record Reference(Document document, String pointer) implements Formula {

        public Formula target() {
            return document.at(pointer);
        }
    }

    /** The value has one of these types. */
    record Types(Set<InstanceType> types) implements Formula {}

    /** The value is one of these, in the form of {@link Values#canonical}. */
    record OneOf(Set<JsonNode> values) implements Formula {}

    /** What is said about values of one type alone. */
    sealed interface Atom extends Formula {

        boolean isAbout(InstanceType type);
    }

    /** About numbers. */
    sealed interface NumberAtom extends Atom {

        @Override
        default boolean isAbout(InstanceType type) {
            return type == InstanceType.INTEGER || type == InstanceType.FRACTION;
        }
    }

    /** A bound from below. */
    record Minimum(BigDecimal bound, boolean exclusive) implements NumberAtom {}

    /** A bound from above. */
    record Maximum(BigDecimal bound, boolean exclusive) implements NumberAtom {}

    /** An integer times {@code divisor}. */
    record MultipleOf(BigDecimal divisor) implements NumberAtom {}

    /** About texts. */
    sealed interface TextAtom extends Atom {

        @Override
        default boolean isAbout(InstanceType type) {
            return type == InstanceType.STRING;
        }
    }

    /** How many code points; {@link Integer#MAX_VALUE} is without end. */
    record Length(int least, int most) implements TextAtom {}

    /** A pattern of ECMA-262 matches somewhere. */
    record Matches(String pattern) implements TextAtom {}

    /** About arrays. */
    sealed interface ArrayAtom extends Atom {

        @Override
        default boolean isAbout(InstanceType type) {
            return type == InstanceType.ARRAY;
        }
    }

    /** How many items; {@link Integer#MAX_VALUE} is without end. */
    record ItemCount(int least, int most) implements ArrayAtom {}

    /** The item at an index fits, if there is one. */
    record ItemAt(int index, Formula item) implements ArrayAtom {}

    /** Every item from an index on fits. */
    record ItemsFrom(int index, Formula item) implements ArrayAtom {}

    /** Some item fits. */
    record Contains(Formula item) implements ArrayAtom {}

    /** No two items are equal. */
    record UniqueItems() implements ArrayAtom {}

    /** About objects. */
    sealed interface ObjectAtom extends Atom {

        @Override
        default boolean isAbout(InstanceType type) {
            return type == InstanceType.OBJECT;
        }
    }

    /** How many members; {@link Integer#MAX_VALUE} is without end. */
    record MemberCount(int least, int most) implements ObjectAtom {}

    /** There is a member of that name. */
    record Required(String name) implements ObjectAtom {}

    /** Each member whose name, as a text, fits {@code names} has a value that fits. */
    record Members(Formula names, Formula value) implements ObjectAtom {}

    /** Each name, as a text, fits. */
    record Names(Formula name) implements ObjectAtom {}
}
