package io.github.cxonetools.report.text;

import io.github.cxonetools.text.VisibleText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * XML 1.0 in UTF-8: an element a line, empty ones as one tag, and every text well-formed. Written by hand: the JDK's StAX makes
 * more objects for each document than a report of one action has characters, and there are a thousand of these.
 */
public final class IndentedXml {

    private static final String INDENT = "  ";

    private final Writer out;

    /** The elements that are open. */
    private final Deque<String> elements = new ArrayDeque<>();

    /** Whether the start tag of the last one is still open: how it ends depends on what follows. */
    private boolean isTagOpen;

    private boolean endTagNeedsALine;

    private IndentedXml(Writer out) {
        this.out = out;
    }

    /** Writes elements. */
    @FunctionalInterface
    public interface XmlContent {
        void write(IndentedXml xml) throws IOException;
    }

    /** Writes a document with its declaration to {@code stream}, in pieces: there may be 100,000 elements. */
    public static void write(OutputStream stream, XmlContent content) throws IOException {
        writeFragment(stream, document -> {
            document.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            content.write(document);
        });
    }

    /** Writes elements as they are on the lines of a document, without its declaration. */
    public static void writeFragment(OutputStream stream, XmlContent content) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 13);
        content.write(new IndentedXml(writer));
        writer.write('\n');
        writer.flush();
    }

    /** Begins an element in the one that is open. */
    public void open(String element) throws IOException {
        endStartTag();
        newLine();
        out.write('<');
        out.write(element);
        elements.push(element);
        isTagOpen = true;
        endTagNeedsALine = false;
    }

    /** Adds to the element just opened; on one line, because parsers make spaces of an attribute's line breaks. */
    public void attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escaped(VisibleText.oneLine(VisibleText.forXml(value)), true);
        out.write('"');
    }

    /** Writes text into the element that is open. */
    public void text(String text) throws IOException {
        endStartTag();
        escaped(VisibleText.forXml(text), false);
    }

    /** Ends the element opened last. */
    public void close() throws IOException {
        String element = elements.pop();
        if (isTagOpen) {
            out.write("/>");
            isTagOpen = false;
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

    private void endStartTag() throws IOException {
        if (isTagOpen) {
            out.write('>');
            isTagOpen = false;
        }
    }

    private void newLine() throws IOException {
        out.write('\n');
        for (int i = 0; i < elements.size(); i++) {
            out.write(INDENT);
        }
    }

    private void escaped(String text, boolean isQuoted) throws IOException {
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape =
                    switch (text.charAt(i)) {
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '&' -> "&amp;";
                        case '"' -> isQuoted ? "&quot;" : "";
                        default -> "";
                    };
            if (!escape.isEmpty()) {
                out.write(text, begin, i - begin);
                out.write(escape);
                begin = i + 1;
            }
        }
        out.write(text, begin, text.length() - begin);
    }
}
