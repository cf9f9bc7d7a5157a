package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** JSON of contracts' files. Apart from those, because most builds change no contract, and then no class of Jackson's is loaded. */
final class StoredJson {

    /** The schema that takes everything. */
    static final JsonNode ANY = JsonNodeFactory.instance.booleanNode(true);

    private StoredJson() {}

    /**
     * @param file where it is, for messages
     * @param remedy what to do instead where it is none
     */
    static JsonNode read(String file, FileContent content, String remedy) throws RejectedException {
        try {
            return Json.readDistinct(content.bytes());
        } catch (IOException e) {
            throw new RejectedException(file + " cannot be read: " + e.getMessage() + ". Run the build again", e);
        } catch (JacksonException e) {
            throw new RejectedException(file + " is not JSON: " + Json.describe(e) + ". " + remedy, e);
        }
    }

    /** A missing node where it is none. */
    static JsonNode readIfAny(byte[] bytes) {
        try {
            return Json.readDistinct(bytes);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
