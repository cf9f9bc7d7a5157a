package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.TypeContext;
import com.github.victools.jsonschema.generator.impl.SchemaGenerationContextImpl;
import com.github.victools.jsonschema.generator.impl.TypeContextFactory;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.TypeNotation;
import io.github.cxonetools.schema.constraint.ConstraintKeywords;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.NotBlankSemantics;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.EnumNames;
import io.github.cxonetools.schema.scalar.MissingModules;
import io.github.cxonetools.schema.scalar.PropertyFormats;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * victools' generator, with this project's definition of each kind of type: one schema, on one side of the wire. What is inside
 * a type is asked of it again, at a place of its own.
 */
public final class SchemaEngine {

    private final Jackson jackson;
    private final Side side;
    private final Warnings warnings;
    private final ConstraintKeywords keywords;
    private final OptionalDefinitions optionals;
    private final ObjectSchemas objects;
    private final Places places;
    private final EngineConfiguration configuration;
    private final TypeContext types;
    private final SchemaGenerator generator;
    private final SchemaSize size;
    private final Map<JacksonType, ResolvedType> resolved = new HashMap<>();
    private final SchemaMembers members = new SchemaMembers();
    private Map<String, Set<String>> rootMembers = Map.of();
    private @Nullable SchemaGenerationContext generation;

    public SchemaEngine(
            Jackson jackson,
            Side side,
            AdditionalProperties additionalProperties,
            NotBlankSemantics blanks,
            ProjectModules modules,
            SchemaLimits limits,
            Warnings collected) {
        this.jackson = jackson;
        this.side = side;
        this.places = new Places(side);
        this.warnings = collected.along(places::way);
        this.size = new SchemaSize(jackson, side, limits);
        ConstraintReader reader = new ConstraintReader(warnings);
        this.keywords = new ConstraintKeywords(warnings, blanks);
        EnumNames enums = new EnumNames(jackson, side);
        this.optionals = new OptionalDefinitions(side, this, reader);
        ConvertedDefinitions converted = new ConvertedDefinitions(jackson, side, keywords, warnings);
        this.objects =
                new ObjectSchemas(jackson, side, additionalProperties, this, places, reader, warnings, converted);
        this.configuration = EngineConfiguration.of(modules, places, warnings);
        for (Definitions kind : List.of(
                converted,
                new MissingModules(jackson, side),
                new PropertyFormats(side, keywords),
                new ScalarDefinitions(jackson, side),
                enums,
                optionals,
                new ContainerSchemas(jackson, side, this, places, reader, enums, converted),
                objects)) {
            configuration.add(new DefinitionProvider(this, kind));
        }
        configuration.add(SchemaEngine::unanswered);
        configuration.add(new ConstraintOverride(jackson, side, places, keywords, warnings));
        this.types = TypeContextFactory.createDefaultTypeContext(configuration);
        this.generator = new SchemaGenerator(configuration, types);
    }

    /** What victools would make of a type by reflection would be untrue. */
    private static CustomDefinition unanswered(ResolvedType type, SchemaGenerationContext context) {
        throw new IllegalStateException("No definition of " + type);
    }

    /** The schema of a handler's input or output. The value itself is never null. */
    public ObjectNode root(Type type) throws UnsupportedTypeException {
        try {
            JacksonType resolved = jackson.typeOf(type);
            TypeUse use = new TypeUse(resolved, new Constraints(List.of(), cascades(resolved)), side.word());
            ObjectNode schema = generated(use);
            Keywords.notNull(schema);
            rootMembers = members.at(schema, ClassNames.simple(resolved.raw()));
            ObjectNode root = JsonNodeFactory.instance.objectNode().put("$schema", Draft07.ID);
            root.setAll(Keywords.ordered(schema));
            return root;
        } catch (BindingException e) {
            throw refused(TypeNotation.print(type), e);
        }
    }

    /** Which members the places of the schema that {@link #root} made come from, as {@link SchemaMembers#at} says. */
    public Map<String, Set<String>> members() {
        return rootMembers;
    }

    /** Remembers which member a property's schema is of. */
    void made(ObjectNode schema, TypeUse use) {
        members.add(schema, use.place());
    }

    /** A validator that is given a list, a map or an array looks at none of its elements (Bean Validation 3.0, section 5.6). */
    private static boolean cascades(JacksonType type) throws BindingException {
        return !type.isCollection() && !type.isMap() && !type.isArray();
    }

    private ObjectNode generated(TypeUse use) throws BindingException, UnsupportedTypeException {
        ResolvedType type = resolved(use.type());
        places.enter(use, type);
        try {
            return definition(type);
        } catch (CarriedException e) {
            return unwrapped(e);
        } finally {
            places.leave();
        }
    }

    /** Only a module makes definitions that references lead to; else victools' builder has nothing to collect. */
    private ObjectNode definition(ResolvedType type) {
        if (configuration.hasModules()) {
            return generator.generateSchema(type);
        }
        return new SchemaGenerationContextImpl(configuration, types).createDefinition(type);
    }

    /** The schema of a value that may also be null, unless a constraint or its type forbids it. */
    ObjectNode nullable(TypeUse use) throws BindingException, UnsupportedTypeException {
        return optionals.takesNull(use) ? Keywords.orNull(value(use)) : present(use);
    }

    /** The schema of a value that is never null, whatever its type. */
    ObjectNode present(TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = value(use);
        Keywords.notNull(schema);
        return schema;
    }

    /** The schema of a value that is not null; one that takes anything takes null too. */
    ObjectNode value(TypeUse use) throws BindingException, UnsupportedTypeException {
        ResolvedType type = resolved(use.type());
        TypeUse around = places.innermost();
        long before = size.counted();
        places.enter(use, type);
        try {
            ObjectNode schema =
                    Objects.requireNonNull(generation, "nothing is generated").createDefinition(type);
            size.add(around, use, before, schema);
            size.check(places::all);
            return schema;
        } catch (CarriedException e) {
            return unwrapped(e);
        } finally {
            places.leave();
        }
    }

    /** What a module of the project says of one of several subtypes, which its base's definition lists; null where none does. */
    @Nullable
    ObjectNode saidByModule(TypeUse use) throws BindingException, UnsupportedTypeException {
        if (!configuration.hasModules()) {
            return null;
        }
        ResolvedType type = resolved(use.type());
        places.enter(use, type);
        try {
            CustomDefinition said = configuration.saidByModule(type, Objects.requireNonNull(generation));
            return said == null ? null : said.getValue();
        } catch (CarriedException e) {
            return unwrapped(e);
        } finally {
            places.leave();
        }
    }

    private ResolvedType resolved(JacksonType type) throws BindingException {
        ResolvedType known = resolved.get(type);
        if (known == null) {
            known = types.resolve(JavaTypes.of(type));
            resolved.put(type, known);
        }
        return known;
    }

    /** What {@code definitions} say of {@code type} at the innermost place, or of what only a module asks for there. */
    @Nullable
    ObjectNode at(ResolvedType type, SchemaGenerationContext context, Definitions definitions)
            throws BindingException, UnsupportedTypeException {
        generation = context;
        TypeUse here = places.here(type);
        if (here != null) {
            return told(here, definitions);
        }
        TypeUse asked = new TypeUse(
                jackson.typeOf(JavaTypes.of(type)),
                Constraints.NONE,
                places.here().place());
        places.enter(asked, type);
        try {
            return told(asked, definitions);
        } finally {
            places.leave();
        }
    }

    /** What cannot be described is told with the way to it, which is known here. */
    private @Nullable ObjectNode told(TypeUse use, Definitions definitions)
            throws BindingException, UnsupportedTypeException {
        try {
            return definitions.of(use);
        } catch (UnsupportedTypeException e) {
            throw located(e);
        } catch (BindingException e) {
            if (places.way().isEmpty()) {
                throw e;
            }
            throw located(refused(TypeNotation.print(use.type().raw()), e));
        }
    }

    private UnsupportedTypeException located(UnsupportedTypeException e) throws BindingException {
        return e.isComplete() ? e : e.along(places.way(), LibraryTypes.advice(places.all(), e.place()));
    }

    private <T> T unwrapped(CarriedException carried) throws BindingException, UnsupportedTypeException {
        try {
            return carried.unwrapped();
        } catch (UnsupportedTypeException e) {
            throw located(e);
        }
    }

    private static UnsupportedTypeException refused(String type, BindingException e) {
        return new UnsupportedTypeException("the project's Jackson refuses " + type + ": " + e.getMessage(), e);
    }

    /** Counts what is said of a value again, under so many other names. */
    void repeated(ObjectNode schema, int copies) throws BindingException, UnsupportedTypeException {
        size.addCopies(schema, copies);
        size.check(places::all);
    }

    /**
     * Holds a schema that {@link #root} made to its limits.
     *
     * @param bytes what it takes in its file
     */
    public void checkSize(String action, Type type, long bytes) throws UnsupportedTypeException {
        try {
            size.checkWhole(action, new TypeUse(jackson.typeOf(type), Constraints.NONE, side.word()), bytes, warnings);
        } catch (BindingException e) {
            throw new IllegalStateException(e); // It has made the schema of this type.
        }
    }

    Side side() {
        return side;
    }

    /** The type of a name. */
    JacksonType text() throws BindingException {
        return jackson.typeOf(String.class);
    }

    /** Null on the wire is an empty {@code Optional}, whose missing value a constraint inside it may refuse. */
    boolean forbidsEmpty(TypeUse use) throws BindingException {
        return optionals.forbidsEmpty(use);
    }

    /** The schemas of a value whose type id stands beside it, by that id. */
    Map<String, ObjectNode> byId(TypeUse use) throws BindingException, UnsupportedTypeException {
        places.enter(use, resolved(use.type()));
        try {
            return objects.byId(use);
        } finally {
            places.leave();
        }
    }

    /** What is said of an object that is unwrapped into the one around it. */
    @FunctionalInterface
    interface Unwrapping {
        void run() throws BindingException, UnsupportedTypeException;
    }

    /** Does what is to be done at a place whose type is asked of nobody. */
    void inside(TypeUse use, Unwrapping work) throws BindingException, UnsupportedTypeException {
        places.enter(use, resolved(use.type()));
        try {
            places.checkNoCircle(use);
            work.run();
        } catch (UnsupportedTypeException e) {
            throw located(e);
        } finally {
            places.leave();
        }
    }

    /** Says what the validator checks of such a value, whatever its id. */
    void constrain(ObjectNode schema, TypeUse use) throws BindingException, UnsupportedTypeException {
        keywords.apply(use.constraints(), schema, use.type().raw(), use.place());
    }
}
