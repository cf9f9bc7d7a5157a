package io.github.cxonetools.schema;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a map's keys must look like, so that the project's Jackson reads them. */
final class MapKeys {

    private MapKeys() {}

    static ObjectNode schema(Class<?> key, EnumNames enums, String place)
            throws BindingException, UnsupportedTypeException {
        if (key.isEnum()) {
            return enums.schema(key, null, place);
        }
        ObjectNode scalar = ScalarTypes.schema(key);
        if (scalar == null || !"string".equals(scalar.path("type").stringValue(""))) {
            throw new UnsupportedTypeException(place + ": the map has keys of type " + key.getTypeName()
                    + ", which no schema can describe. Use String or an enum as key");
        }
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        if (scalar.has("pattern")) {
            names.set("pattern", scalar.get("pattern"));
        }
        return names;
    }
}
