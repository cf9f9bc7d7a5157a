package io.github.cxonetools.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** XML with an element a line, in which every text is well-formed. */
final class IndentedXml {

    private final Writer out;
    private final Deque<String> elements = new ArrayDeque<>();
    private boolean startTagIsOpen;
    private boolean endTagNeedsALine;

    IndentedXml(Writer out) {
        this.out = out;
    }

    void begin() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    void open(String element) throws IOException {
        endStartTag();
        newLine();
        out.write('<');
        out.write(element);
        elements.push(element);
        startTagIsOpen = true;
        endTagNeedsALine = false;
    }

    /** On one line, because parsers make spaces of an attribute's line breaks. */
    void attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escape(VisibleText.oneLine(VisibleText.forXml(value)));
        out.write('"');
    }

    void text(String text) throws IOException {
        endStartTag();
        escape(VisibleText.forXml(text));
    }

    void close() throws IOException {
        String element = elements.pop();
        if (startTagIsOpen) {
            out.write("/>");
            startTagIsOpen = false;
        } else {
            if (endTagNeedsALine) {
                newLine();
            }
            out.write("</");
            out.write(element);
            out.write('>');
        }
        endTagNeedsALine = true;
    }

    void end() throws IOException {
        out.write('\n');
        out.flush();
    }

    private void endStartTag() throws IOException {
        if (startTagIsOpen) {
            out.write('>');
            startTagIsOpen = false;
        }
    }

    private void newLine() throws IOException {
        out.write('\n');
        for (int i = 0; i < elements.size(); i++) {
            out.write("  ");
        }
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                default -> out.write(c);
            }
        }
    }
}
