package io.dcsdk.training.record.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.SampleRecords;
import io.dcsdk.training.record.StepRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class LearningCurveTest {
    static Stream<LearningCurve> curves() {
        return CurveSamples.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("curves")
    void everyPictureIsWellFormedAndInsideItsFrame(LearningCurve curve) throws Exception {
        String svg = curve.toSvg();
        assertEquals(svg, new LearningCurve(curve.title(), curve.steps(), curve.evaluations()).toSvg());
        assertTrue(svg.length() < 120_000, "a picture of " + svg.length() + " characters");
        Element root = parse(svg).getDocumentElement();
        assertEquals("http://www.w3.org/2000/svg", root.getNamespaceURI());
        List<double[]> corners = new ArrayList<>();
        for (Element element : elements(root)) {
            switch (element.getTagName()) {
                case "polyline" -> {
                    for (String pair : element.getAttribute("points").split(" ", -1)) {
                        String[] corner = pair.split(",", -1);
                        corners.add(new double[] {Double.parseDouble(corner[0]), Double.parseDouble(corner[1])});
                    }
                }
                case "circle" -> corners.add(numbers(element, "cx", "cy"));
                case "line" -> {
                    corners.add(numbers(element, "x1", "y1"));
                    corners.add(numbers(element, "x2", "y2"));
                }
                case "text" -> corners.add(numbers(element, "x", "y"));
                default -> {}
            }
        }
        for (double[] corner : corners) {
            assertTrue(
                    corner[0] >= 0 && corner[0] <= 760 && corner[1] >= 0 && corner[1] <= 520,
                    () -> corner[0] + " " + corner[1]);
        }
    }

    private static double[] numbers(Element element, String first, String second) {
        return new double[] {
            Double.parseDouble(element.getAttribute(first)), Double.parseDouble(element.getAttribute(second))
        };
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Element root) {
        NodeList nodes = root.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> texts(String svg) throws Exception {
        return elements(parse(svg).getDocumentElement()).stream()
                .filter(element -> element.getTagName().equals("text"))
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void axesAndLegendTellWhatIsDrawn() throws Exception {
        String svg = CurveSamples.usual().toSvg();
        List<String> texts = texts(svg);
        assertTrue(
                texts.containsAll(List.of(
                        "Learning curve",
                        "step",
                        "training loss",
                        "its mean",
                        "validation loss",
                        "F1 on the validation set",
                        "best: 0.8926 after step 800",
                        "0",
                        "200",
                        "1000",
                        "0.2",
                        "5")),
                texts.toString());
    }

    @ParameterizedTest
    @MethodSource("curves")
    void everyPictureIsToldInWords(LearningCurve curve) throws Exception {
        NodeList told = parse(curve.toSvg()).getElementsByTagName("desc");
        assertEquals(1, told.getLength());
        String text = told.item(0).getTextContent();
        assertEquals(!curve.steps().isEmpty(), text.contains("Training loss from "), text);
        assertEquals(!curve.evaluations().isEmpty(), text.contains("the best F1 is "), text);
    }

    @Test
    void wordsGiveTheFiguresOfTheUsualPicture() throws Exception {
        String text = parse(CurveSamples.usual().toSvg())
                .getElementsByTagName("desc")
                .item(0)
                .getTextContent();
        assertTrue(text.contains("the best F1 is 0.8926, after step 800."), text);
    }

    @Test
    void theTestSetIsNotDrawn() {
        EvaluationRecord test = SampleRecords.evaluation(EvaluatedSet.TEST, 1);
        LearningCurve curve = LearningCurve.of(List.of(SampleRecords.step(1)), List.of(test));
        assertEquals(LearningCurve.of(List.of(SampleRecords.step(1)), List.of()), curve);
        assertFalse(curve.toSvg().contains("F1"));
        assertEquals(
                "points (0) of the learning curve: must be at least 1\nMaybe train first.",
                assertThrows(RecordException.class, () -> LearningCurve.of(List.of(), List.of(test)))
                        .getMessage());
    }

    @Test
    void aTitleCannotBreakThePicture() throws Exception {
        String title = "</title><script>alert(\"1\")</script> & '\u0000\u001b\ud800\uffff\ud83d\ude00";
        String svg = LearningCurve.of(List.of(SampleRecords.step(1)), List.of())
                .titled(title)
                .toSvg();
        assertFalse(svg.contains("<script"));
        assertEquals(
                "</title><script>alert(\"1\")</script> & '\ufffd\ufffd\ufffd\ufffd\ud83d\ude00",
                texts(svg).get(0));
    }

    @Test
    void aLongTitleIsCutWhereOneSeesIt() throws Exception {
        LearningCurve curve = LearningCurve.of(List.of(SampleRecords.step(1)), List.of());
        String title = texts(curve.titled("\ud83d\ude00".repeat(200)).toSvg()).get(0);
        assertEquals("\ud83d\ude00".repeat(89) + "…", title);
    }

    @Test
    void aSpikeAmongAHundredThousandStepsIsSeen() throws Exception {
        List<StepRecord> steps = LongStream.rangeClosed(1, 100_000)
                .mapToObj(step ->
                        new StepRecord(step, 1, 1, step == 54_321 ? 10 : 1, 0, 0, 1, 1, 1, Duration.ofMillis(1)))
                .toList();
        Document svg = parse(LearningCurve.of(steps, List.of()).toSvg());
        long atTheTop = elements(svg.getDocumentElement()).stream()
                .filter(element -> element.getAttribute("class").contains("faint")
                        && element.getTagName().equals("polyline"))
                .flatMap(element -> Stream.of(element.getAttribute("points").split(" ", -1)))
                .filter(corner -> corner.endsWith(",74"))
                .count();
        assertEquals(1, atTheTop);
    }

    @Test
    void bothColourSchemesAreThere() {
        String svg = LearningCurve.of(List.of(SampleRecords.step(1)), List.of()).toSvg();
        assertTrue(svg.contains("@media (prefers-color-scheme: dark)"));
        assertFalse(svg.contains("href"), "nothing is loaded from elsewhere");
    }
}
