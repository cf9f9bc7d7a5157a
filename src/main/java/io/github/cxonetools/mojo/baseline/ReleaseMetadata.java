package io.github.cxonetools.mojo.baseline;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The versions that a repository's {@code maven-metadata.xml} lists. */
final class ReleaseMetadata {

    private ReleaseMetadata() {}

    /** @throws IOException where it cannot be read, or is no such file: some proxies answer everything with a page */
    static List<String> versions(File file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file.toPath())) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            if (!xml.getLocalName().equals("metadata")) {
                throw new IOException("maven-metadata.xml begins with <" + xml.getLocalName() + ">");
            }
            List<String> versions = new ArrayList<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("version")) {
                    versions.add(xml.getElementText().strip());
                }
            }
            return versions;
        } catch (XMLStreamException e) {
            throw new IOException("maven-metadata.xml is not XML", e);
        }
    }
}
