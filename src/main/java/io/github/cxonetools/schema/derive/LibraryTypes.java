package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.property.TypeUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Types of well-known libraries, and classes that generators of messages make: what Jackson finds in them by reflection is no
 * payload. Nobody can change them, so that another type is named for each.
 */
final class LibraryTypes {

    private static final String AVRO = "org.apache.avro.";
    private static final String JSON_INSTEAD = "Use java.util.Map<String, Object>, or Jackson's JsonNode";
    private static final String JAVA_UTIL = "Use a collection or a map of java.util";
    private static final String MONEY = "Use a java.math.BigDecimal and the currency's code";

    /** What says the same in the JDK's types. */
    private static final Map<String, String> INSTEAD = instead();

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "org.joda.time.", "Joda-Time", "Use a type of java.time", "jackson-datatype-joda", "JodaModule"),
            new Library("org.threeten.bp.", "ThreeTen backport", "Use a type of java.time", "", ""),
            new Library("kotlinx.datetime.", "kotlinx-datetime", "Use a type of java.time", "", ""),
            new Library("org.joda.money.", "Joda-Money", MONEY, "jackson-datatype-joda-money", "JodaMoneyModule"),
            new Library("javax.money.", "JSR 354", MONEY, "jackson-datatype-money", "MoneyModule"),
            new Library("org.javamoney.", "JSR 354", MONEY, "jackson-datatype-money", "MoneyModule"),
            new Library("com.google.common.", "Guava", JAVA_UTIL, "jackson-datatype-guava", "GuavaModule"),
            new Library("io.vavr.", "Vavr", JAVA_UTIL, "vavr-jackson", "VavrModule"),
            new Library("scala.", "Scala", JAVA_UTIL, "jackson-module-scala", "DefaultScalaModule"),
            new Library(
                    "org.eclipse.collections.",
                    "Eclipse Collections",
                    JAVA_UTIL,
                    "jackson-datatype-eclipse-collections",
                    "EclipseCollectionsModule"),
            new Library("org.json.", "JSON-java", JSON_INSTEAD, "jackson-datatype-json-org", "JsonOrgModule"),
            new Library("javax.json.", "JSON-P", JSON_INSTEAD, "jackson-datatype-jsr353", "JSR353Module"),
            new Library("jakarta.json.", "JSON-P", JSON_INSTEAD, "jackson-datatype-jakarta-jsonp", "JSONPModule"),
            new Library(
                    "com.fasterxml.jackson.databind.node.",
                    "Jackson",
                    "Use JsonNode, or the type of its value",
                    "",
                    ""),
            new Library("tools.jackson.databind.node.", "Jackson", "Use JsonNode, or the type of its value", "", ""),
            new Library("com.google.gson.", "Gson", JSON_INSTEAD, "", ""),
            new Library("javax.xml.bind.", "JAXB", "Use the type that it holds", "", ""),
            new Library("jakarta.xml.bind.", "JAXB", "Use the type that it holds", "", ""),
            new Library("com.google.protobuf.", "protobuf", "Use byte[], or a class of the project's own", "", ""),
            new Library("org.w3c.dom.", "the DOM", "Use a String", "", ""),
            new Library("org.bson.", "BSON", "Use a String, or a java.util.Map<String, Object>", "", ""),
            new Library("javax.measure.", "JSR 385", "Use a number, and the unit's symbol", "", ""),
            new Library("org.springframework.http.", "Spring", "Use the type of its body", "", ""),
            new Library("reactor.core.publisher.", "Reactor", "Use the type that it gives, or a List of it", "", ""));

    /** Supertypes of what generators make. */
    private static final Map<String, String> GENERATORS = Map.of(
            "org.apache.avro.generic.IndexedRecord", "Avro",
            "org.apache.avro.specific.SpecificRecordBase", "Avro",
            "com.google.protobuf.MessageLite", "protobuf",
            "com.google.protobuf.MessageLiteOrBuilder", "protobuf",
            "org.apache.thrift.TBase", "Thrift",
            "org.apache.thrift.TSerializable", "Thrift",
            "com.google.flatbuffers.Table", "FlatBuffers",
            "org.jooq.Record", "jOOQ");

    private LibraryTypes() {}

    /**
     * @param artifact what has a module of Jackson's for it; empty where there is none
     * @param module the simple name of that module's class
     */
    private record Library(String prefix, String name, String instead, String artifact, String module) {

        String refusal(Class<?> type, Jackson jackson) {
            String other = INSTEAD.get(type.getName());
            String use = other == null ? instead : "Use " + other;
            if (!module.isEmpty() && jackson.code().hasModule(module)) {
                return " that " + module + ", which is on the class path, does not know as such. " + use;
            }
            return ", which Jackson takes apart by its getters. " + use
                    + (artifact.isEmpty() ? "" : ", or add " + artifact + " to the class path");
        }
    }

    private static Map<String, String> instead() {
        Map<String, String> instead = new HashMap<>();
        for (String same : List.of(
                "Duration", "Instant", "LocalDate", "LocalDateTime", "LocalTime", "MonthDay", "Period", "YearMonth")) {
            instead.put("org.joda.time." + same, "java.time." + same);
        }
        instead.put("org.joda.time.DateTime", "java.time.OffsetDateTime");
        instead.put("org.joda.time.MutableDateTime", "java.time.OffsetDateTime");
        instead.put("org.joda.time.ReadableInstant", "java.time.Instant");
        instead.put("org.joda.time.DateTimeZone", "java.time.ZoneId");
        instead.put("org.joda.time.Interval", "two fields of type java.time.Instant");
        instead.put("com.google.common.base.Optional", "java.util.Optional");
        for (String map : List.of(
                "Multimap",
                "ListMultimap",
                "SetMultimap",
                "ImmutableMultimap",
                "ImmutableListMultimap",
                "ArrayListMultimap",
                "HashMultimap",
                "LinkedHashMultimap",
                "TreeMultimap",
                "ImmutableSetMultimap")) {
            instead.put("com.google.common.collect." + map, "a java.util.Map of lists");
        }
        instead.put("com.google.common.collect.Table", "a java.util.Map of maps");
        instead.put("com.google.common.collect.Range", "a class with two bounds");
        instead.put("com.google.common.net.HostAndPort", "a String");
        instead.put("com.google.common.net.InternetDomainName", "a String");
        instead.put("org.bson.types.ObjectId", "a String");
        return instead;
    }

    /**
     * Refuses a class that Jackson reads or writes by reflection.
     *
     * @throws UnsupportedTypeException where it is a library's, or one that a generator of messages has made
     */
    static void check(TypeUse use, Jackson jackson) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        for (Library library : LIBRARIES) {
            if (raw.getName().startsWith(library.prefix())) {
                throw new UnsupportedTypeException(
                        use.place(), raw.getName() + " is a type of " + library.name() + library.refusal(raw, jackson));
            }
        }
        if ("protobuf".equals(generator(raw))) {
            throw new UnsupportedTypeException(
                    use.place(), "Jackson finds none of the fields of " + ClassNames.simple(raw));
        }
        if (raw.getName().startsWith(AVRO) && generator(raw) == null) {
            throw new UnsupportedTypeException(
                    use.place(), raw.getName() + " is what Avro knows of a class, and no part of a payload");
        }
    }

    /**
     * What to change where a class cannot be described that is not the project's own: the classes around it can be changed.
     *
     * @param uses from the handler's own type to what cannot be described
     * @param place the member that it is about; empty where that is the last one
     * @return sentences, each with a space or more before it; empty where the message itself says all
     */
    static String advice(List<TypeUse> uses, String place) throws BindingException {
        String last = uses.get(uses.size() - 1).place();
        for (int i = 0; i < uses.size(); i++) {
            Class<?> raw = uses.get(i).type().raw();
            String generator = generator(raw);
            if (generator != null) {
                return ". " + ClassNames.simple(raw) + " is generated by " + generator
                        + ": use a class of the project's own for the wire, and copy what it needs"
                        + (i == 0
                                ? ""
                                : ", or put @JsonIgnore on " + uses.get(i).place());
            }
            String holder = uses.get(i).place();
            boolean inside = !last.equals(holder) || !place.isEmpty() && !place.equals(holder);
            if (i > 0 && (isOfLibrary(raw) && inside || raw.getName().startsWith(AVRO))) {
                return ". Use another class for the wire, or put @JsonIgnore on " + holder;
            }
        }
        return "";
    }

    /** What has made a class; null where nothing is known to have. */
    private static @Nullable String generator(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            String generator = GENERATORS.get(c.getName());
            for (Class<?> face : c.getInterfaces()) {
                generator = generator == null ? generator(face) : generator;
            }
            if (generator != null && !type.getName().startsWith(AVRO)) {
                return generator;
            }
        }
        return null;
    }

    /** True of what is loaded from a jar: a project's own classes, and those of its reactor, are in folders. */
    private static boolean isOfLibrary(Class<?> type) {
        var domain = type.getProtectionDomain();
        var source = domain == null ? null : domain.getCodeSource();
        return source != null
                && source.getLocation() != null
                && source.getLocation().getPath().endsWith(".jar");
    }
}
