package io.github.cxonetools.action;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/**
 * Lines indented by two spaces, {@code {}} and {@code []} where nothing is inside. For one document; the library's own
 * printer, whose separators can be set, takes as long to make as a small project's contracts to write.
 */
final class IndentedJson implements PrettyPrinter {

    /** Gives each document a printer of its own. */
    static final ObjectWriteContext CONTEXT = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new IndentedJson();
        }
    };

    private int depth;

    private IndentedJson() {}

    private void newLine(JsonGenerator json) {
        json.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            json.writeRaw("  ");
        }
    }

    private void end(JsonGenerator json, int size, char bracket) {
        depth--;
        if (size > 0) {
            newLine(json);
        }
        json.writeRaw(bracket);
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int size) {
        end(json, size, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int size) {
        end(json, size, ']');
    }
}
