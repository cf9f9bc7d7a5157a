package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.corpus.Beans;
import io.github.cxonetools.schema.corpus.Built;
import io.github.cxonetools.schema.corpus.Combined;
import io.github.cxonetools.schema.corpus.CornerBeans;
import io.github.cxonetools.schema.corpus.CornerRecords;
import io.github.cxonetools.schema.corpus.Everyday;
import io.github.cxonetools.schema.corpus.External;
import io.github.cxonetools.schema.corpus.InteractionEvent;
import io.github.cxonetools.schema.corpus.Jackson2Types;
import io.github.cxonetools.schema.corpus.Jackson3Records;
import io.github.cxonetools.schema.corpus.Jackson3Types;
import io.github.cxonetools.schema.corpus.Made;
import io.github.cxonetools.schema.corpus.MadeByBuilder;
import io.github.cxonetools.schema.corpus.NumbersAsText;
import io.github.cxonetools.schema.corpus.Records;
import io.github.cxonetools.schema.corpus.Reported;
import io.github.cxonetools.schema.corpus.RoutingDecision;
import io.github.cxonetools.schema.corpus.TypeIds;
import io.github.cxonetools.schema.derive.SchemaLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One class of the corpus under one generation of Jackson, with its schemas on both sides. */
record CorpusCase(
        Class<?> type, Runtimes runtime, JsonNode input, JsonNode output, JsonNode members, List<String> warnings) {

    private static final List<Class<?>> BOTH = List.of(
            Records.Primitives.class,
            Records.Wrappers.class,
            Records.BigNumbers.class,
            Records.IntBounds.class,
            Records.DecimalBounds.class,
            Records.DigitsBounds.class,
            Records.Texts.class,
            Records.Lists.class,
            Records.Sets.class,
            Records.Maps.class,
            Records.Enums.class,
            Records.Optionals.class,
            Records.Times.class,
            Records.Spans.class,
            Records.FormattedTimes.class,
            Records.Ids.class,
            Records.Addresses.class,
            Records.Address.class,
            Records.Unchecked.class,
            Records.Checked.class,
            Records.Orders.class,
            Records.Nested.class,
            Records.Renaming.class,
            Records.Ordered.class,
            Records.WithoutNulls.class,
            Records.WithoutEmpties.class,
            Records.Flags.class,
            Records.Computed.class,
            Records.Wrapped.class,
            Beans.Fields.class,
            Beans.Accessors.class,
            Beans.Derived.class,
            Beans.Implements.class,
            Beans.Created.class,
            Beans.Delegating.class,
            Beans.Ignoring.class,
            Beans.Setterless.class,
            Beans.Extensible.class,
            Beans.Unwrapping.class,
            Beans.Shapes.class,
            Beans.Zoo.class,
            Beans.Mailbox.class,
            Beans.Composed.class,
            CornerRecords.Characters.class,
            CornerRecords.Concurrent.class,
            CornerRecords.Numbers.class,
            CornerRecords.Rates.class,
            CornerRecords.Keys.class,
            CornerRecords.Dates.class,
            CornerRecords.Omitted.class,
            CornerRecords.Odd.class,
            CornerBeans.AnyCase.class,
            CornerBeans.UnwrappedAny.class,
            CornerBeans.ConstrainedAny.class,
            CornerBeans.StandIns.class,
            CornerBeans.Existing.class,
            CornerBeans.Features.class,
            CornerBeans.Sequence.class,
            CornerBeans.Parts.class,
            CornerBeans.Child.class,
            CornerBeans.Parent.class,
            Everyday.User.class,
            Everyday.Wrapping.class,
            Everyday.Generic.class,
            Everyday.Typed.class,
            Everyday.Documents.class,
            Everyday.Text.class,
            Everyday.Values.class,
            Everyday.CustomerId.class,
            Everyday.Access.class,
            Everyday.Extras.class,
            Everyday.Scores.class,
            Everyday.Rest.class,
            Everyday.Sparse.class,
            Everyday.Numbered.class,
            Everyday.Shaped.class,
            Everyday.Tuples.class,
            Everyday.KeyKinds.class,
            Everyday.Rarer.class,
            Everyday.Containers.class,
            Combined.AliasOfAnother.class,
            Combined.AnyParameter.class,
            Combined.FailingNulls.class,
            Combined.Pin.class,
            Combined.Halves.class,
            Combined.UnwrappingRecord.class,
            Combined.Drawing.class,
            Combined.Injected.class,
            Combined.InjectedField.class,
            Combined.EmptyOptional.class,
            Combined.CodeAsText.class,
            External.Envelope.class,
            External.Labelled.class,
            External.Unbound.class,
            External.ReadKind.class,
            External.Letter.class,
            External.Parcel.class,
            External.Stamped.class,
            External.Required.class,
            External.Twins.class,
            External.Plain.class,
            External.Setting.class,
            External.Tagged.class,
            External.Bag.class,
            TypeIds.Defaulted.class,
            TypeIds.ReadAsNull.class,
            TypeIds.WrappedOrNull.class,
            TypeIds.ByClass.class,
            TypeIds.WithoutIds.class,
            TypeIds.Deduced.class,
            TypeIds.NamedInPart.class,
            TypeIds.Levels.class,
            TypeIds.LevelSets.class,
            TypeIds.OfItsClass.class,
            TypeIds.OtherCase.class,
            TypeIds.OwnKeys.class,
            TypeIds.Overridden.class,
            TypeIds.Having.class,
            TypeIds.Queues.class,
            NumbersAsText.Averages.class,
            NumbersAsText.Several.class,
            NumbersAsText.OneBound.class,
            NumbersAsText.BothBounds.class,
            NumbersAsText.Keyed.class,
            NumbersAsText.Maybe.class,
            NumbersAsText.TextNumbers.class,
            Reported.Uploads.class,
            Reported.WaitingQueues.class,
            Reported.Roster.class,
            Reported.Call.class,
            Reported.CarryingCommon.class,
            Reported.Emptied.class,
            Reported.ByConstructorProperties.class,
            Reported.Request.class,
            Reported.Viewed.class,
            Reported.Joined.class,
            Reported.Accessed.class,
            Reported.Ignored.class,
            Reported.CommonPage.class,
            Reported.VersionedNumber.class,
            Reported.Matrix.class,
            Reported.Counters.class,
            Reported.Fielded.class,
            Reported.LeftOutOfMaps.class,
            Reported.Single.class,
            Reported.Merged.class,
            Reported.Renamed.class,
            Reported.Fluent.class,
            Reported.Id.class,
            Made.NullChecked.class,
            Made.Filled.class,
            Made.Initialised.class,
            Made.Refused.class,
            Made.DefaultObjects.class,
            Made.Nulls.class,
            Made.Copied.class,
            Made.Setters.class,
            Made.ByFactory.class,
            Made.Inherited.class,
            Made.InitialNumbers.class,
            Made.OmittedDefaults.class,
            Made.Messages.class,
            Made.UnwrappingMade.class,
            Made.FilledOptionals.class,
            Made.PartlyTaken.class);

    private static final List<Class<?>> JACKSON_2_ONLY = List.of(
            InteractionEvent.class,
            RoutingDecision.class,
            Records.Anything.class,
            Built.class,
            MadeByBuilder.class,
            Jackson2Types.TextIds.class,
            Jackson2Types.IdLists.class,
            Jackson2Types.Label.class,
            Jackson2Types.Badges.class,
            Jackson2Types.Held.class);

    private static final List<Class<?>> JACKSON_3_ONLY = List.of(
            Jackson3Records.Named.class,
            Jackson3Records.Tree.class,
            Jackson3Records.Sealed.class,
            Jackson3Types.TextIds.class,
            Jackson3Types.IdLists.class,
            Jackson3Types.Label.class,
            Jackson3Types.Badges.class,
            Jackson3Types.Held.class);

    static List<CorpusCase> all() throws Exception {
        return all(SchemaLimits.DEFAULT);
    }

    static List<CorpusCase> all(SchemaLimits limits) throws Exception {
        List<CorpusCase> cases = new ArrayList<>();
        String only = System.getProperty("corpus.only", "");
        for (Runtimes runtime : Runtimes.values()) {
            List<Class<?>> classes = new ArrayList<>(BOTH);
            classes.addAll(runtime == Runtimes.JACKSON_2 ? JACKSON_2_ONLY : JACKSON_3_ONLY);
            classes.removeIf(type -> !type.getName().contains(only));
            cases.addAll(of(classes, runtime, limits));
        }
        return cases;
    }

    private static List<CorpusCase> of(List<Class<?>> classes, Runtimes runtime, SchemaLimits limits) throws Exception {
        Path directory = Files.createTempDirectory("corpus");
        try {
            TestProject project =
                    new TestProject(directory).on(runtime.libraries()).limits(limits.warnBytes(), limits.maxBytes());
            List<Contract> contracts = project.generate(classes.stream()
                    .map(type -> TestProject.types(type.getSimpleName(), type.getName(), type.getName()))
                    .toArray(ActionDefinition[]::new));
            List<CorpusCase> cases = new ArrayList<>();
            for (int i = 0; i < classes.size(); i++) {
                Contract contract = contracts.get(i);
                cases.add(new CorpusCase(
                        classes.get(i),
                        runtime,
                        contract.inputSchema(),
                        contract.outputSchema(),
                        Json.read(Files.readAllBytes(
                                project.schemas().resolve(contract.name()).resolve("members.json"))),
                        project.events.warnings));
            }
            return cases;
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Names of members, wherever they stand: getters, ignored and renamed ones included. */
    List<String> otherNames() {
        Set<String> names =
                new TreeSet<>(Set.of("unknown", "NAME", "hidden", "legacy", "secret", "old", "older", "was"));
        Arrays.stream(type.getDeclaredFields()).forEach(field -> names.add(field.getName()));
        Arrays.stream(type.getDeclaredMethods())
                .forEach(method -> names.add(
                        method.getName().replaceFirst("^(get|is)(.)", "$2").toLowerCase(java.util.Locale.ROOT)));
        return List.copyOf(names);
    }

    /** True where it was told that Jackson refuses 1.0 at a member of this class, or in its place. */
    boolean tellsOfNotation() {
        String place = ClassNames.simple(type) + ".";
        return warnings.stream()
                .anyMatch(warning -> (warning.startsWith(place) || warning.startsWith("input: "))
                        && warning.contains("that 1 may not come as 1.0"));
    }

    /** {@code json} without what this class only writes. */
    JsonNode withoutReadOnly(JsonNode json) {
        JsonNode copy = json.deepCopy();
        if (copy.isObject()) {
            for (String name : List.of("area", "double", "computed", "derived")) {
                if (!input.path("properties").has(name)) {
                    ((tools.jackson.databind.node.ObjectNode) copy).remove(name);
                }
            }
        }
        return copy;
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " on " + runtime + "\n  input " + Json.compact(input) + "\n  output "
                + Json.compact(output);
    }
}
