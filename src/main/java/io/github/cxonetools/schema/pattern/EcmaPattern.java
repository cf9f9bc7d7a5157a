package io.github.cxonetools.schema.pattern;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of ECMA-262 with the {@code u} flag, run by {@link Pattern}: each construct is written anew so that
 * it means what it means there. {@code $} is the very end, {@code .} excludes four characters, classes are ASCII. Where
 * {@link Pattern} would try too many ways, {@link EcmaSimulation} goes all of them at once.
 */
public final class EcmaPattern {

    private static final PatternCache<EcmaPattern> COMPILED = new PatternCache<>();

    /** Some milliseconds, then simulating is faster; a long text is read more often than that by any pattern. */
    private static final long FEW_STEPS = 200_000;

    private static final long STEPS_A_CHARACTER = 16;

    private final String ecma;
    private final BoundedPattern pattern;
    private final EcmaTree tree;
    private @Nullable EcmaProgram program;
    private volatile boolean explodes;
    private volatile int degree = -1;

    private EcmaPattern(String ecma, Pattern pattern, EcmaTree tree) {
        this.ecma = ecma;
        this.pattern = BoundedPattern.of(pattern);
        this.tree = tree;
    }

    /**
     * Compiles {@code ecma}.
     *
     * @throws IllegalArgumentException with what is wrong with it, as it completes "The pattern …"
     */
    public static EcmaPattern compile(String ecma) {
        return COMPILED.computeIfAbsent(ecma, EcmaPattern::read);
    }

    private static EcmaPattern read(String ecma) {
        EcmaPatternParser parser = new EcmaPatternParser(ecma);
        String java = parser.toJava();
        try {
            return new EcmaPattern(ecma, Pattern.compile(java), parser.tree());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("cannot be run: " + e.getDescription(), e);
        }
    }

    /** As it was written. */
    String text() {
        return ecma;
    }

    public EcmaTree tree() {
        return tree;
    }

    /** With which power of a text's length the time to match it may grow, as {@link PatternAmbiguity#degree} has it. */
    public int degree() {
        int known = degree;
        if (known < 0) {
            known = PatternAmbiguity.degree(tree.root());
            degree = known;
        }
        return known;
    }

    /** @throws StepBudget.ExceededException where it takes too many steps to find out */
    public boolean find(String text) {
        return find(text, new StepBudget(BoundedPattern.MAX_STEPS));
    }

    /** As {@link #find(String)}; false where that takes too many steps to find out. */
    public boolean surelyFinds(String text) {
        try {
            return find(text);
        } catch (StepBudget.ExceededException e) {
            return false;
        }
    }

    /** @throws StepBudget.ExceededException where it takes more steps than there are left */
    public boolean find(String text, StepBudget budget) {
        if (!explodes) {
            StepBudget few = new StepBudget(Math.min(budget.left(), FEW_STEPS + STEPS_A_CHARACTER * text.length()));
            try {
                return pattern.find(text, few);
            } catch (StepBudget.ExceededException e) {
                explodes = true;
            }
        }
        EcmaProgram simulated = program();
        return simulated == null ? pattern.find(text, budget) : new EcmaSimulation(text, budget).find(simulated);
    }

    private synchronized @Nullable EcmaProgram program() {
        if (program == null && explodes) {
            program = EcmaProgram.of(tree);
        }
        return program;
    }
}
