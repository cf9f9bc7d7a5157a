package io.github.cxonetools.schema.derive;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.impl.SchemaGenerationContextImpl;
import io.github.cxonetools.json.PrettySize;
import io.github.cxonetools.schema.classes.TypeNotation;
import io.github.cxonetools.schema.constraint.ConstraintKeywords;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.EnumNames;
import io.github.cxonetools.schema.scalar.MissingModules;
import io.github.cxonetools.schema.scalar.PropertyFormats;
import io.github.cxonetools.schema.source.SourceComments;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of what is inside a type, as the definition of that type asks for them: each is asked of victools' engine again,
 * at a place of its own.
 */
final class NestedSchemas {

    private final Jackson jackson;
    private final Side side;
    private final ConstraintKeywords keywords;
    private final OptionalDefinitions optionals;
    private final ObjectSchemas objects;
    private final Places places;
    private final EngineConfiguration configuration;
    private final EngineTypes types;
    private final SchemaSize size;
    private final SchemaMembers members;
    private final RepeatedSchemas repeated;
    private final Warnings warnings;

    /** Theirs are kept as they are: victools fills in later what refers to something. */
    private final boolean hasModules;

    private @Nullable SchemaGenerationContext generation;

    NestedSchemas(
            Jackson jackson,
            Side side,
            AdditionalProperties additionalProperties,
            ConstraintKeywords keywords,
            EngineConfiguration configuration,
            EngineTypes types,
            Places places,
            SchemaSize size,
            SchemaMembers members,
            RepeatedSchemas repeated,
            SourceComments comments,
            Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.keywords = keywords;
        this.configuration = configuration;
        this.types = types;
        this.places = places;
        this.size = size;
        this.members = members;
        this.repeated = repeated;
        this.warnings = warnings;
        this.hasModules = configuration.hasModules();
        ConstraintReader reader = new ConstraintReader(warnings);
        EnumNames enums = new EnumNames(jackson, side, warnings);
        this.optionals = new OptionalDefinitions(side, this, reader);
        ConvertedDefinitions converted = new ConvertedDefinitions(jackson, side, this, keywords, warnings);
        this.objects = new ObjectSchemas(
                jackson, side, additionalProperties, this, places, reader, comments, warnings, converted);
        for (Definitions kind : List.of(
                converted,
                new MissingModules(jackson, side),
                new PropertyFormats(side, keywords),
                new ScalarDefinitions(jackson, side),
                enums,
                optionals,
                new ContainerSchemas(jackson, side, this, places, reader, enums, converted, warnings),
                objects)) {
            configuration.add(new DefinitionProvider(this, kind));
        }
        configuration.add(NestedSchemas::unanswered);
        configuration.add(new ConstraintOverride(jackson, side, places, keywords, enums, warnings));
    }

    /** What victools would make of a type by reflection would be untrue. */
    private static CustomDefinition unanswered(ResolvedType type, SchemaGenerationContext context) {
        throw new IllegalStateException("No definition of " + type);
    }

    /** The schema of the outermost value. */
    ObjectNode generated(TypeUse use) throws BindingException, UnsupportedTypeException {
        ResolvedType type = types.of(use.type());
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
        if (hasModules) {
            return new SchemaGenerator(configuration, types.context()).generateSchema(type);
        }
        return new SchemaGenerationContextImpl(configuration, types.context()).createDefinition(type);
    }

    /** Remembers which member a property's schema is of. */
    void made(ObjectNode schema, TypeUse use) {
        members.add(schema, use.place());
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
        ResolvedType type = types.of(use.type());
        TypeUse around = places.innermost();
        size.enter(around, use);
        places.enter(use, type);
        try {
            return value(around, use, type);
        } catch (CarriedException e) {
            return unwrapped(e);
        } finally {
            places.leave();
            size.leave(around, use);
        }
    }

    private ObjectNode value(@Nullable TypeUse around, TypeUse use, ResolvedType type)
            throws BindingException, UnsupportedTypeException {
        long before = size.counted();
        RepeatedSchemas.Made known = hasModules ? null : repeated.find(around, use, before);
        if (known != null) {
            size.add(around, use, before, known.size());
            size.check(places::all);
            return repeated.repeat(known, places.way());
        }
        int told = warnings.count();
        ObjectNode schema =
                Objects.requireNonNull(generation, "nothing is generated").createDefinition(type);
        PrettySize made = PrettySize.of(schema);
        size.add(around, use, before, made);
        size.check(places::all);
        repeated.add(around, use, size.counted(), schema, made, told, places::way);
        return schema;
    }

    /** What a module of the project says of one of several subtypes, which its base's definition lists; null where none does. */
    @Nullable
    ObjectNode saidByModule(TypeUse use) throws BindingException, UnsupportedTypeException {
        if (!hasModules) {
            return null;
        }
        ResolvedType type = types.of(use.type());
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
            throw places.located(e);
        } catch (BindingException e) {
            if (places.way().isEmpty()) {
                throw e;
            }
            throw places.located(refused(TypeNotation.print(use.type().raw()), e));
        }
    }

    private <T> T unwrapped(CarriedException carried) throws BindingException, UnsupportedTypeException {
        try {
            return carried.unwrapped();
        } catch (UnsupportedTypeException e) {
            throw places.located(e);
        }
    }

    /** Counts what is said of a value again, under so many other names. */
    void repeated(ObjectNode schema, int copies) throws BindingException, UnsupportedTypeException {
        size.addCopies(schema, copies);
        size.check(places::all);
    }

    /** Counts no longer what another schema takes the place of, or what is said of nothing in a payload. */
    void dropped(ObjectNode schema) {
        size.remove(schema);
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
        places.enter(use, types.of(use.type()));
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
        places.enter(use, types.of(use.type()));
        try {
            places.checkNoCircle(use);
            work.run();
        } catch (UnsupportedTypeException e) {
            throw places.located(e);
        } finally {
            places.leave();
        }
    }

    /** Says what the validator checks of such a value, whatever its id. */
    void constrain(ObjectNode schema, TypeUse use) throws BindingException, UnsupportedTypeException {
        keywords.apply(use.constraints(), schema, use.type().raw(), use.place());
    }

    static UnsupportedTypeException refused(String type, BindingException e) {
        return new UnsupportedTypeException("the project's Jackson refuses " + type + ": " + e.getMessage(), e);
    }
}
