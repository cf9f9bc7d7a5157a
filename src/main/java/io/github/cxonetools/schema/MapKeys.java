package io.github.cxonetools.schema;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a map's keys must look like, so that the project's Jackson reads them, and no two of them are one key. */
final class MapKeys {

    private MapKeys() {}

    static ObjectNode schema(TypeUse key, TypeSchemas types, EnumNames enums)
            throws BindingException, UnsupportedTypeException {
        Class<?> raw = key.type().raw();
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        if (IntegerPatterns.isWholeNumber(raw)) {
            return names.put("pattern", IntegerPatterns.of(types.value(key)));
        }
        if (raw.getName().equals("java.lang.Boolean")) {
            names.putArray("enum").add("true").add("false");
            return names;
        }
        if (raw == Object.class) {
            return names;
        }
        ObjectNode schema = raw.isEnum() ? enums.keys(raw, key.place()) : ScalarTypes.schema(raw);
        if (schema == null || !"string".equals(schema.path("type").stringValue(""))) {
            throw new UnsupportedTypeException(key.place() + ": the map has keys of type " + raw.getTypeName()
                    + ", which no schema can describe. Use String, a whole number or an enum as key");
        }
        ObjectNode described = raw.isEnum() ? schema : types.value(key);
        described.remove("type");
        described.remove("format");
        return described;
    }
}
