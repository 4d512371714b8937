package io.dcsdk.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Looks at an SVG document as a reader would: is everything on the page, and does no word stand on another? */
final class SvgGeometry {
    private static final double LETTER = 7;
    private static final double SLACK = 0.2;
    private static final Pattern BOX = Pattern.compile("M([0-9.]+) ([0-9.]+)h([0-9.]+)v([0-9.]+)h-");

    private final Document document;
    private final double width;
    private final double height;

    private SvgGeometry(Document document) {
        this.document = document;
        String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        width = Double.parseDouble(box[2]);
        height = Double.parseDouble(box[3]);
    }

    static SvgGeometry of(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return new SvgGeometry(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
    }

    List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int k = 0; k < found.getLength(); k++) {
            elements.add((Element) found.item(k));
        }
        return elements;
    }

    /** The names of all elements, to compare structures. */
    List<String> structure() {
        return elements("*").stream().map(Element::getTagName).toList();
    }

    private record Box(double left, double top, double right, double bottom, String text) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static Box box(Element text) {
        String words = text.getTextContent();
        double size = text.getAttribute("class").equals("title") ? 15 : 12;
        double wide = LETTER * size / 12 * words.codePointCount(0, words.length());
        double x = number(text, "x");
        double y = number(text, "y");
        double left =
                switch (text.getAttribute("text-anchor")) {
                    case "middle" -> x - wide / 2;
                    case "end" -> x - wide;
                    default -> x;
                };
        return new Box(left, y - 0.75 * size, left + wide, y + 0.2 * size, words);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Title and description are there, nothing runs, every mark is on the page, no two words overlap. */
    void assertLegible() {
        assertFalse(elements("title").get(0).getTextContent().isBlank());
        assertFalse(elements("desc").get(0).getTextContent().isBlank());
        assertEquals("img", document.getDocumentElement().getAttribute("role"));
        assertTrue(elements("script").isEmpty());
        for (Element rectangle : elements("rect")) {
            assertInside(number(rectangle, "width") >= 0 && number(rectangle, "height") >= 0, rectangle);
            if (rectangle.hasAttribute("x")) {
                assertInside(number(rectangle, "x"), number(rectangle, "y"), rectangle);
                assertInside(
                        number(rectangle, "x") + number(rectangle, "width"),
                        number(rectangle, "y") + number(rectangle, "height"),
                        rectangle);
            }
        }
        for (Element path : elements("path")) {
            Matcher box = BOX.matcher(path.getAttribute("d"));
            while (box.find()) {
                double x = Double.parseDouble(box.group(1));
                double y = Double.parseDouble(box.group(2));
                assertInside(x, y, path);
                assertInside(x + Double.parseDouble(box.group(3)), y + Double.parseDouble(box.group(4)), path);
            }
        }
        for (Element line : elements("line")) {
            assertInside(number(line, "x1"), number(line, "y1"), line);
            assertInside(number(line, "x2"), number(line, "y2"), line);
        }
        for (String name : List.of("polyline", "polygon")) {
            for (Element path : elements(name)) {
                for (String corner : path.getAttribute("points").split(" ", -1)) {
                    String[] pair = corner.split(",", -1);
                    assertInside(Double.parseDouble(pair[0]), Double.parseDouble(pair[1]), path);
                }
            }
        }
        List<Box> boxes = new ArrayList<>();
        for (Element text : elements("text")) {
            Box box = box(text);
            assertInside(box.left(), box.top(), text);
            assertInside(box.right(), box.bottom(), text);
            for (Box other : boxes) {
                assertFalse(box.overlaps(other), "\"%s\" on \"%s\"".formatted(box.text(), other.text()));
            }
            boxes.add(box);
        }
    }

    private void assertInside(double x, double y, Element element) {
        assertInside(x >= -SLACK && x <= width + SLACK && y >= -SLACK && y <= height + SLACK, element);
    }

    private static void assertInside(boolean isInside, Element element) {
        assertTrue(isInside, () -> "outside: %s %s %s,%s"
                .formatted(
                        element.getTagName(),
                        element.getTextContent(),
                        element.getAttribute("x"),
                        element.getAttribute("y")));
    }
}
