package io.github.cxonetools.compatibility.formula;

import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.Keyword;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One schema with the places that its references point to. Two documents are never equal. */
public final class Document {

    private final JsonNode root;
    private final Formulas formulas;
    private final Map<String, Formula> read = new HashMap<>();
    private final Deque<String> references = new ArrayDeque<>();

    private Document(JsonNode root, Formulas formulas) {
        this.root = root;
        this.formulas = formulas;
    }

    /**
     * Reads {@code schema} and all that it refers to.
     *
     * @throws UnreadableSchemaException where that is not all of draft-07 that can be decided about
     */
    public static Formula read(JsonNode schema, Formulas formulas) {
        Document document = new Document(schema, formulas);
        Formula root = document.at("#");
        for (String next = document.references.poll(); next != null; next = document.references.poll()) {
            document.at(next);
        }
        document.read.keySet().forEach(document::refuseCircle);
        return root;
    }

    Formula refer(String pointer) {
        references.add(pointer);
        return formulas.made(new Formula.Reference(this, pointer));
    }

    /** @param pointer as {@code $ref} has it: {@code #}, or {@code #/…} */
    Formula at(String pointer) {
        Formula known = read.get(pointer);
        if (known == null) {
            String place = pointer.substring(1);
            known = new SchemaReader(this, formulas).read(find(pointer), place, crossesBase(pointer));
            read.put(pointer, known);
        }
        return known;
    }

    private void refuseCircle(String pointer) {
        Formula at = at(pointer);
        for (int hops = 0; at instanceof Formula.Reference reference; hops++) {
            if (hops > 1_000) {
                throw new UnreadableSchemaException("has a $ref that leads to itself")
                        .at(pointer.equals("#") ? "/" : pointer.substring(1));
            }
            at = reference.target();
        }
    }

    private JsonNode find(String pointer) {
        JsonNode at = root;
        for (String name : names(pointer)) {
            at = at.isArray() && name.matches("0|[1-9][0-9]{0,8}") ? at.path(Integer.parseInt(name)) : at.path(name);
            if (at.isMissingNode()) {
                throw new UnreadableSchemaException("has a $ref to " + pointer + ", which is not there");
            }
        }
        return at;
    }

    private boolean crossesBase(String pointer) {
        JsonNode at = root;
        for (String name : names(pointer)) {
            if (at != root && at.path(Keyword.ID.word()).isString()) {
                return true;
            }
            at = at.isArray() ? at.path(Integer.parseInt(name)) : at.path(name);
        }
        return at != root && at.path(Keyword.ID.word()).isString();
    }

    private static String[] names(String pointer) {
        if (pointer.equals("#")) {
            return new String[0];
        }
        String[] names = pointer.substring(2).split("/", -1);
        for (int i = 0; i < names.length; i++) {
            String decoded;
            try {
                decoded = URLDecoder.decode(names[i].replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new UnreadableSchemaException("has a $ref to " + pointer + ", which is not a URI");
            }
            names[i] = JsonPointers.unescaped(decoded);
        }
        return names;
    }
}
