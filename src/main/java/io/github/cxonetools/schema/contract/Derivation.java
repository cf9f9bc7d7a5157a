package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.schema.classes.HandlerTypes;
import io.github.cxonetools.schema.classes.ProjectClasses;
import io.github.cxonetools.schema.classes.TestSources;
import io.github.cxonetools.schema.classes.Unloadable;
import io.github.cxonetools.schema.derive.EngineTypes;
import io.github.cxonetools.schema.derive.ProjectModules;
import io.github.cxonetools.schema.derive.SchemaEngine;
import io.github.cxonetools.schema.draft07.SchemaRules;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.NotBlankSemantics;
import io.github.cxonetools.schema.source.SourceComments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Contracts from classes: all of a module's actions with one loader and one mapper, all findings at once. */
final class Derivation {

    private static final String VALIDATION = "META-INF/validation.xml";

    /** So many actions are worth the threads. */
    private static final int MANY = 8;

    private final GenerateRequest request;
    private final ProjectClasses classes;
    private final Jackson jackson;
    private final ProjectModules modules;
    private final EngineTypes types = new EngineTypes();
    private final NotBlankSemantics blanks;
    private final TestSources tests;
    private final SourceComments comments;
    private final Warnings warnings = new Warnings();
    private final Findings findings = new Findings();

    private Derivation(
            GenerateRequest request,
            ProjectClasses classes,
            Jackson jackson,
            ProjectModules modules,
            SourceComments comments) {
        this.request = request;
        this.classes = classes;
        this.jackson = jackson;
        this.modules = modules;
        this.blanks = NotBlankSemantics.of(classes.loader());
        this.tests = new TestSources(request.testRoots());
        this.comments = comments;
    }

    /**
     * What came of it.
     *
     * @param reached what was looked up for it
     * @param sources the source files that were looked for
     */
    record Derived(List<ContractText> contracts, ReachedClasses reached, SourcePrints sources) {}

    static Derived derive(GenerateRequest request, GenerateEvents events) throws CxoneException {
        ClassPrints prints = new ClassPrints();
        try (ProjectClasses classes = JacksonChoice.open(request.classPath(), prints);
                SourceComments comments = SourceComments.of(request.sources())) {
            ProjectModules modules = ProjectModules.load(request.modules(), classes);
            Derivation derivation =
                    new Derivation(request, classes, JacksonChoice.of(classes, request, events), modules, comments);
            List<ContractText> contracts = derivation.contracts();
            derivation.warnOfMappings();
            derivation.warnings.notes().forEach(events::note);
            derivation.warnings.list().forEach(events::warning);
            if (comments.lackedCompiler()) {
                events.detail("Comments of sources are not read: Maven runs on a JRE, which has no compiler");
            }
            derivation.findings.throwIfAny("The contracts cannot be generated");
            return new Derived(
                    contracts,
                    reached(classes, prints, comments, request),
                    SourcePrints.of(comments.reached(), request.sources()));
        }
    }

    private static ReachedClasses reached(
            ProjectClasses classes, ClassPrints prints, SourceComments comments, GenerateRequest request)
            throws UnavailableException {
        Set<String> names = new HashSet<>(classes.reached());
        names.addAll(comments.reached());
        List<Path> path = new ArrayList<>(request.classPath());
        path.addAll(request.sources().folders());
        return ReachedClasses.of(names, path, prints);
    }

    /** Constraints that no class carries, and code that says which methods are getters. */
    private void warnOfMappings() {
        try (InputStream in = classes.loader().getResourceAsStream(VALIDATION)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (text.contains("constraint-mapping>")) {
                warnings.cannotSay(VALIDATION, "its constraint mappings", "they are in no class. Use annotations");
            }
            if (text.contains("getter_property_selection_strategy")) {
                warnings.cannotSay(
                        VALIDATION,
                        "what getters of the project's own naming are constrained by",
                        "its strategy is code. Put constraints on fields");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + VALIDATION, e);
        }
    }

    /** Reflection and introspection are all work and no waiting: every core takes a part, where the start of that pays. */
    private List<ContractText> contracts() {
        // A module is the project's code, which need not be safe for threads.
        if (request.actions().size() >= MANY && request.modules().isEmpty()) {
            return request.actions().parallelStream()
                    .map(this::contract)
                    .flatMap(Optional::stream)
                    .toList();
        }
        List<ContractText> contracts = new ArrayList<>();
        for (ActionDefinition action : request.actions()) {
            Optional<ContractText> contract = contract(action);
            if (contract.isPresent()) {
                contracts.add(contract.get());
            }
        }
        return contracts;
    }

    private Optional<ContractText> contract(ActionDefinition action) {
        String inTests = tests.problem(action, classes);
        if (inTests != null) {
            found(inTests);
            return Optional.empty();
        }
        try {
            HandlerTypes types = HandlerTypes.of(action, classes);
            Optional<ContractText.SchemaText> input = schema(action, Side.INPUT, types.input());
            Optional<ContractText.SchemaText> output = schema(action, Side.OUTPUT, types.output());
            return input.isEmpty() || output.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ContractText.of(action, description(action, types), input.get(), output.get()));
        } catch (RejectedException e) {
            found(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** What the POM says itself, else the handler's comment, else what the POM inherits. */
    private @Nullable String description(ActionDefinition action, HandlerTypes types) throws RejectedException {
        if (action.description() != null) {
            return action.description();
        }
        String comment = HandlerComment.of(types, classes, comments);
        return comment.isEmpty() ? request.inheritedDescription() : comment;
    }

    private void found(String finding) {
        synchronized (findings) {
            findings.add(finding);
        }
    }

    private Optional<ContractText.SchemaText> schema(ActionDefinition action, Side side, Type type) {
        try {
            SchemaEngine engine = new SchemaEngine(
                    jackson,
                    side,
                    request.additionalProperties(),
                    blanks,
                    modules,
                    types,
                    request.limits(),
                    comments,
                    warnings);
            ObjectNode schema = engine.root(type);
            byte[] text = ContractText.bytes(schema);
            engine.checkSize(action.name(), type, text.length);
            List<String> broken = SchemaRules.findings(schema);
            broken.forEach(
                    rule -> found(action.name() + ": CXone would refuse the " + side.word() + " schema: " + rule));
            return broken.isEmpty()
                    ? Optional.of(new ContractText.SchemaText(text, engine.members()))
                    : Optional.empty();
        } catch (UnsupportedTypeException e) {
            Unloadable cause = e.getCause() instanceof BindingException ? Unloadable.in(type) : null;
            found(action.name() + ": " + (cause == null ? e.getMessage() : cannotLoad(cause)));
        } catch (TypeNotPresentException | LinkageError e) {
            Unloadable cause = Unloadable.in(type);
            found(action.name() + ": "
                    + (cause == null ? classes.cannotLoad(type.getTypeName(), e) : cannotLoad(cause)));
        }
        return Optional.empty();
    }

    private String cannotLoad(Unloadable type) {
        return classes.cannotLoad(type.owner().getName(), type.error());
    }
}
