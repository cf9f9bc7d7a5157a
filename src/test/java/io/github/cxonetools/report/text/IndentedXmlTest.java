package io.github.cxonetools.report.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IndentedXmlTest {

    @Test
    void writesAnElementALineAndEmptyOnesAsOneTag() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        IndentedXml.write(out, xml -> {
            xml.open("a");
            xml.attribute("x", "1");
            xml.open("b");
            xml.attribute("y", "<\"&'>\n\u0001ü😀");
            xml.close();
            xml.open("c");
            xml.text("\"1 < 2\" & ]]>\n\u0001ü😀");
            xml.close();
            xml.open("d");
            xml.open("e");
            xml.close();
            xml.close();
            xml.close();
        });

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <a x="1">
                  <b y="&lt;&quot;&amp;'&gt;\\n\\u0001ü😀"/>
                  <c>"1 &lt; 2" &amp; ]]&gt;
                \\u0001ü😀</c>
                  <d>
                    <e/>
                  </d>
                </a>
                """);
    }

    @Test
    void writesTheLinesOfADocumentThatAnElementHasInIt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        IndentedXml.writeFragment(out, xml -> {
            xml.open("property");
            xml.attribute("name", "n");
            xml.close();
        });

        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("<property name=\"n\"/>");
    }

    @Test
    void throwsWhatTheStreamThrows() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> IndentedXml.write(full, xml -> {
                    for (int i = 0; i < 100_000; i++) {
                        xml.open("a");
                        xml.close();
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
