package io.github.cxonetools.report;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML with an element a line, in which every text is well-formed. */
final class IndentedXml {

    private final XMLStreamWriter xml;
    private final Deque<Boolean> hasChildren = new ArrayDeque<>();

    IndentedXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
    }

    void open(String element) throws XMLStreamException {
        if (!hasChildren.isEmpty()) {
            hasChildren.pop();
            hasChildren.push(true);
        }
        newLine();
        xml.writeStartElement(element);
        hasChildren.push(false);
    }

    /** On one line, because parsers make spaces of an attribute's line breaks. */
    void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, VisibleText.oneLine(VisibleText.forXml(value)));
    }

    void text(String text) throws XMLStreamException {
        xml.writeCharacters(VisibleText.forXml(text));
    }

    void close() throws XMLStreamException {
        if (hasChildren.pop()) {
            newLine();
        }
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.writeCharacters("\n");
        xml.close();
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(hasChildren.size()));
    }
}
