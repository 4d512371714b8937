package io.dcsdk.optimizer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Reads a page as XML, which it is as well, and looks for what must not be in it. */
@SuppressWarnings("exports") // only tests of this module call it
public final class Html {
    private static final String DOCTYPE = "<!DOCTYPE html>\n";
    private static final Set<String> FORBIDDEN = Set.of(
            "script", "link", "iframe", "object", "embed", "img", "image", "use", "base", "form", "foreignobject");

    private Html() {}

    /** The page; its document type, which browsers want, is the only one and names nothing. */
    public static Document parsed(String html) throws Exception {
        assertTrue(html.startsWith(DOCTYPE), html.substring(0, Math.min(60, html.length())));
        return parsedSvg(html.substring(DOCTYPE.length()));
    }

    /** A document without a document type, or it is refused. */
    public static Document parsedSvg(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) throws SAXParseException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) throws SAXParseException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXParseException {
            throw fault;
        }
    }

    /** The text of the first element of a name. */
    public static String text(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    /** Nothing runs, nothing loads, and the policy admits exactly the style sheets that are there. */
    public static void assertSelfContained(Document document) throws Exception {
        NodeList all = document.getElementsByTagName("*");
        Set<String> sheets = new TreeSet<>();
        for (int k = 0; k < all.getLength(); k++) {
            Element element = (Element) all.item(k);
            String name = element.getTagName().toLowerCase(Locale.ROOT);
            assertFalse(FORBIDDEN.contains(name), name);
            if (name.equals("style")) {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(element.getTextContent().getBytes(StandardCharsets.UTF_8));
                sheets.add("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
                assertFalse(element.getTextContent().contains("url(")
                        || element.getTextContent().contains("@import"));
            }
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                Node attribute = element.getAttributes().item(a);
                String key = attribute.getNodeName().toLowerCase(Locale.ROOT);
                assertFalse(key.startsWith("on") || key.equals("style") || key.equals("src"), key);
                assertTrue(!key.endsWith("href") || attribute.getNodeValue().startsWith("#part-"), key);
            }
        }
        Element policy = (Element) document.getElementsByTagName("meta").item(1);
        assertEquals("Content-Security-Policy", policy.getAttribute("http-equiv"));
        String content = policy.getAttribute("content");
        assertTrue(content.startsWith("default-src 'none'; style-src 'sha256-"), content);
        assertFalse(content.contains("unsafe"), content);
        Set<String> admitted = new TreeSet<>();
        for (String word : content.split("[ ;]+", -1)) {
            if (word.startsWith("'sha256-")) {
                admitted.add(word);
            }
        }
        assertEquals(sheets, admitted);
    }

    /** Pictures tell what they show, tables what their headings are for. */
    public static void assertAccessible(Document document) {
        NodeList pictures = document.getElementsByTagName("svg");
        for (int k = 0; k < pictures.getLength(); k++) {
            Element picture = (Element) pictures.item(k);
            assertEquals("img", picture.getAttribute("role"));
            assertEquals(1, picture.getElementsByTagName("title").getLength());
            assertEquals(1, picture.getElementsByTagName("desc").getLength());
            assertFalse(picture.getElementsByTagName("desc")
                    .item(0)
                    .getTextContent()
                    .isBlank());
        }
        NodeList headings = document.getElementsByTagName("th");
        for (int k = 0; k < headings.getLength(); k++) {
            String scope = ((Element) headings.item(k)).getAttribute("scope");
            assertTrue(scope.equals("row") || scope.equals("col"), scope);
        }
        NodeList tables = document.getElementsByTagName("table");
        for (int k = 0; k < tables.getLength(); k++) {
            Element table = (Element) tables.item(k);
            assertEquals(1, table.getElementsByTagName("caption").getLength());
            int columns = 0;
            NodeList rows = table.getElementsByTagName("tr");
            for (int r = 0; r < rows.getLength(); r++) {
                int cells = ((Element) rows.item(r)).getElementsByTagName("th").getLength()
                        + ((Element) rows.item(r)).getElementsByTagName("td").getLength();
                columns = r == 0 ? cells : columns;
                assertEquals(columns, cells);
            }
        }
        assertEquals("en", document.getDocumentElement().getAttribute("lang"));
        assertEquals(1, document.getElementsByTagName("h1").getLength());
    }
}
