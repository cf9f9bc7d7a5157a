package io.github.cxonetools.report.text;

import io.github.cxonetools.text.VisibleText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** XML 1.0 in UTF-8, written with the JDK's StAX: an element a line, empty ones as one tag, and every text well-formed. */
public final class IndentedXml {

    /** What few elements lie deeper than. */
    private static final String[] LINES = {"\n", "\n  ", "\n    ", "\n      "};

    /** The JDK's own, whatever another library of the build offers. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final Writer out;
    private final XMLStreamWriter xml;
    private final List<Attribute> attributes = new ArrayList<>();

    /** The element whose start tag is not written yet, because how it ends depends on what follows. */
    private @Nullable String pending;

    private int depth;
    private boolean endTagNeedsALine;

    private record Attribute(String name, String value) {}

    private IndentedXml(Writer out) throws XMLStreamException {
        this.out = out;
        this.xml = FACTORY.createXMLStreamWriter(out);
    }

    /** Writes elements. */
    @FunctionalInterface
    public interface XmlContent {
        void write(IndentedXml xml) throws XMLStreamException;
    }

    /** Writes a document with its declaration to {@code stream}, in pieces: there may be 100,000 elements. */
    public static void write(OutputStream stream, XmlContent content) throws IOException {
        writeFragment(stream, document -> {
            document.xml.writeStartDocument("UTF-8", "1.0");
            content.write(document);
        });
    }

    /** Writes elements as they are on the lines of a document, without its declaration. */
    public static void writeFragment(OutputStream stream, XmlContent content) throws IOException {
        try {
            IndentedXml xml = new IndentedXml(writer(stream));
            content.write(xml);
            xml.end();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    /** An encoder with a buffer before it, because StAX writes in small pieces. */
    private static Writer writer(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 13);
    }

    /** Begins an element in the one that is open. */
    public void open(String element) throws XMLStreamException {
        writeStartTag();
        newLine();
        pending = element;
        depth++;
        endTagNeedsALine = false;
    }

    /** Adds to the element just opened; on one line, because parsers make spaces of an attribute's line breaks. */
    public void attribute(String name, String value) {
        attributes.add(new Attribute(name, VisibleText.oneLineForXml(value)));
    }

    /** Writes text into the element that is open. */
    public void text(String text) throws XMLStreamException {
        writeStartTag();
        xml.writeCharacters(VisibleText.forXml(text));
    }

    /** Ends the element opened last. */
    public void close() throws XMLStreamException {
        depth--;
        if (pending != null) {
            xml.writeEmptyElement(pending);
            writeAttributes();
        } else {
            if (endTagNeedsALine) {
                newLine();
            }
            xml.writeEndElement();
        }
        endTagNeedsALine = true;
    }

    private void end() throws IOException, XMLStreamException {
        xml.writeCharacters("\n");
        xml.flush();
        out.flush();
    }

    private void writeStartTag() throws XMLStreamException {
        if (pending != null) {
            xml.writeStartElement(pending);
            writeAttributes();
        }
    }

    private void writeAttributes() throws XMLStreamException {
        for (Attribute attribute : attributes) {
            xml.writeAttribute(attribute.name(), attribute.value());
        }
        attributes.clear();
        pending = null;
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters(depth < LINES.length ? LINES[depth] : "\n" + "  ".repeat(depth));
    }
}
