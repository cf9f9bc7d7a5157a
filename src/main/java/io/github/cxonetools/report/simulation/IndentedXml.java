package io.github.cxonetools.report.simulation;

import io.github.cxonetools.text.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** XML with an element a line, in which every text is well-formed. */
final class IndentedXml {

    private static final int BUFFER = 1 << 15;

    private final OutputStream stream;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> elements = new ArrayDeque<>();
    private boolean startTagIsOpen;
    private boolean endTagNeedsALine;

    /** Writes to {@code stream}, in pieces: there may be 100,000 elements, and a writer takes a lock for each character. */
    IndentedXml(OutputStream stream) {
        this.stream = stream;
    }

    void begin() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    void open(String element) {
        endStartTag();
        newLine();
        out.append('<');
        out.append(element);
        elements.push(element);
        startTagIsOpen = true;
        endTagNeedsALine = false;
    }

    /** On one line, because parsers make spaces of an attribute's line breaks. */
    void attribute(String name, String value) {
        out.append(' ');
        out.append(name);
        out.append("=\"");
        escape(VisibleText.oneLine(VisibleText.forXml(value)));
        out.append('"');
    }

    void text(String text) {
        endStartTag();
        escape(VisibleText.forXml(text));
    }

    void close() throws IOException {
        String element = elements.pop();
        if (startTagIsOpen) {
            out.append("/>");
            startTagIsOpen = false;
        } else {
            if (endTagNeedsALine) {
                newLine();
            }
            out.append("</");
            out.append(element);
            out.append('>');
        }
        endTagNeedsALine = true;
        if (out.length() > BUFFER) {
            pass();
        }
    }

    private void pass() throws IOException {
        stream.write(out.toString().getBytes(StandardCharsets.UTF_8));
        out.setLength(0);
    }

    void end() throws IOException {
        out.append('\n');
        pass();
    }

    private void endStartTag() {
        if (startTagIsOpen) {
            out.append('>');
            startTagIsOpen = false;
        }
    }

    private void newLine() {
        out.append('\n');
        for (int i = 0; i < elements.size(); i++) {
            out.append("  ");
        }
    }

    private void escape(String text) {
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (entity != null) {
                out.append(text, copied, i).append(entity);
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length());
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> null;
        };
    }
}
