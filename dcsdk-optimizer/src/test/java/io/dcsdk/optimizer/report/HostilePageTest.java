package io.dcsdk.optimizer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever a catalogue calls its items, a page keeps its structure and says what it was told. */
final class HostilePageTest {
    private static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "</td></table><img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' onload='alert(1)",
            "</style><style>*{display:none}</style>",
            "</title><svg onload=alert(1)>",
            "]]><!--",
            "-->",
            "&lt;b&gt; &amp; &#x3c;script&#x3e;",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "javascript:alert(1)",
            "\u0000\u0007\u001b[2J\u009b31m",
            "\u202eevil\u202c \u2066x",
            "\ud800 lone \udfff",
            "\ufffe\uffff",
            "\ud83d\ude80",
            "{{7*7}} ${7*7} %n %s",
            "a\r\nb\tc",
            "");

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(ATTACKS),
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("<>&\"'/=!-[]; \u0000\u2028svgstylecript")
                        .ofMaxLength(60));
    }

    /** A page with a text in each place where a text can be. */
    private static Page page(List<String> texts) {
        String[] t = new String[9];
        for (int k = 0; k < t.length; k++) {
            t[k] = texts.get(k % texts.size());
        }
        RowUse use = new RowUse(t[6], true, Rational.of(3), Rational.of(2), Rational.ONE, true);
        List<Block> blocks = List.of(
                new Paragraph(t[3]),
                new Bullets(List.of(new Bullet("about " + t[4], t[5]))),
                new Table(t[5], List.of(Column.text(t[6]), Column.figures(t[7])), List.of(List.of(t[8], t[0]))),
                new Picture(StackPicture.of(
                        t[1], List.of(new StackPicture.Slice(t[2], 3, t[3]), new StackPicture.Slice(t[4], 1, t[5])))),
                new Picture(UsePicture.of(List.of(use))));
        return new Page(t[0], t[1], List.of(new Section(t[2], blocks)));
    }

    private static List<String> elements(Document document) {
        List<String> names = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int k = 0; k < all.getLength(); k++) {
            Element element = (Element) all.item(k);
            StringBuilder name = new StringBuilder(element.getTagName());
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                name.append(' ').append(element.getAttributes().item(a).getNodeName());
            }
            names.add(name.toString());
        }
        return names;
    }

    /** What an XML reader sees of a text: what XML forbids is U+FFFD, and line ends are one character. */
    private static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean isAllowed = c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c < 0x7f)
                    || (c >= 0xa0 && c < 0xd800)
                    || (c >= 0xe000 && c < 0xfffe)
                    || c >= 0x10000;
            seen.appendCodePoint(isAllowed ? c : 0xfffd);
        });
        return seen.toString();
    }

    @Property(tries = 200)
    void aPageKeepsItsStructureAndItsWords(@ForAll("hostile") String first, @ForAll("hostile") String second)
            throws Exception {
        List<String> texts = List.of(first, second);
        Document document = Html.parsed(HtmlPage.of(page(texts)));
        assertEquals(elements(Html.parsed(HtmlPage.of(page(List.of("plain"))))), elements(document));
        assertEquals(seen(first), Html.text(document, "h1"));
        assertEquals(seen(second), Html.text(document, "p"));
        assertEquals(seen(first), Html.text(document, "h2"));
        assertEquals(seen(second), Html.text(document, "caption"));
        Html.assertSelfContained(document);
    }

    @Property(tries = 200)
    void textKeepsToItsColumnsAndMovesNoCursor(@ForAll @Size(min = 1, max = 9) List<@From("hostile") String> texts) {
        String text = TextPage.of(page(texts));
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), text);
        assertFalse(text.contains("\u202e"), text);
    }

    @Test
    void longNamesAreWrappedNotCut() {
        String name = "n".repeat(250);
        Page page = page(List.of(name));
        String text = TextPage.of(page);
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        // Title, verdict, heading, paragraph, list (twice), and the table's caption, headings and cells.
        long letters = text.chars().filter(c -> c == 'n').count();
        assertTrue(letters >= 9 * 250, "letters left: " + letters);
    }

    @Test
    void theStyleSheetNeedsNoEscaping() {
        assertEquals(PageStyle.SHEET, SvgDrawing.escaped(PageStyle.SHEET).replace("&gt;", ">"));
        assertFalse(PageStyle.SHEET.contains("<") || PageStyle.SHEET.contains("&") || PageStyle.SHEET.contains("url("));
    }

    @Test
    void picturesOfNothingAndOfManyPartsAreDrawn() throws Exception {
        Random random = new Random(3);
        List<StackPicture.Slice> slices = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            slices.add(new StackPicture.Slice("part " + k, k == 7 ? 0 : random.nextDouble(), k + " USD"));
        }
        for (List<StackPicture.Slice> some : List.of(slices, List.<StackPicture.Slice>of(), slices.subList(7, 8))) {
            Document picture = Html.parsedSvg(StackPicture.of("Parts", some));
            assertEquals("Parts", Html.text(picture, "title"));
            assertFalse(Html.text(picture, "desc").isEmpty());
        }
        double width = 0;
        NodeList bars = Html.parsedSvg(StackPicture.of("Parts", slices)).getElementsByTagName("rect");
        for (int k = 0; k < bars.getLength(); k++) {
            Element bar = (Element) bars.item(k);
            width += bar.getAttribute("height").equals("34") ? Double.parseDouble(bar.getAttribute("width")) : 0;
        }
        assertEquals(720, width, 1.0);
    }

    private static StackPicture.Slice usd(String label, double size) {
        return new StackPicture.Slice(label, size, "%.0f USD".formatted(size));
    }

    /** What is sold was left out of the picture of the costs. */
    @Test
    void partsBelowZeroAreABarOfTheirOwnOnTheSameScale() throws Exception {
        List<StackPicture.Slice> slices = List.of(usd("grid", 100), usd("running sale", -60), usd("sun", 50));
        for (String svg : List.of(
                StackPicture.of("Cost", slices), StackPicture.ofLargest("Cost", slices, size -> size + " USD"))) {
            Document picture = Html.parsedSvg(svg);
            assertEquals(
                    "grid 100 USD, 66.7 %; sun 50 USD, 33.3 %; running sale -60 USD, -40.0 %",
                    Html.text(picture, "desc"));
            assertTrue(svg.contains("Below zero, on the same scale; shares are of the longer bar:"), svg);
            assertTrue(svg.contains("running sale: -60 USD, -40.0 %"), svg);
            List<String> bars = new ArrayList<>();
            NodeList rectangles = picture.getElementsByTagName("rect");
            for (int k = 0; k < rectangles.getLength(); k++) {
                Element bar = (Element) rectangles.item(k);
                if (bar.getAttribute("height").equals("34")) {
                    bars.add("%s at %s, %s"
                            .formatted(bar.getAttribute("width"), bar.getAttribute("x"), bar.getAttribute("y")));
                }
            }
            assertEquals(List.of("480 at 0, 34", "240 at 480, 34", "288 at 0, 96"), bars);
        }
        String many = StackPicture.ofLargest(
                "Cost",
                List.of(
                        usd("a", 90),
                        usd("b", 80),
                        usd("c", 70),
                        usd("d", 60),
                        usd("e", 50),
                        usd("f", 40),
                        usd("g", 30),
                        usd("h", 20),
                        usd("i", -10),
                        usd("j", -9)),
                size -> "%.0f USD".formatted(size));
        assertTrue(many.contains("2 others: 50 USD"), many);
        assertTrue(many.contains("2 others: -19 USD"), many);
    }

    /** Beside sales a million times larger a cost had a share of 100 % and the sales one of -100000000 %. */
    @Test
    void noShareIsBeyondTheWholeHoweverLargeTheSales() throws Exception {
        String svg = StackPicture.of("Cost", List.of(usd("grid", 1), usd("running sale", -1e6)));
        assertEquals(
                "grid 1 USD, below 0.1 %; running sale -1000000 USD, -100.0 %", Html.text(Html.parsedSvg(svg), "desc"));
        assertEquals(1e6, StackPicture.whole(List.of(usd("grid", 1), usd("running sale", -1e6))));
        assertEquals(150, StackPicture.whole(List.of(usd("grid", 100), usd("running sale", -60), usd("sun", 50))));
    }

    /** Revenue of 0.003 USD beside 180,000, all that an interior point leaves of none, had an empty bar of its own and a line. */
    @Test
    void whatAnInteriorPointLeavesOfNothingIsNotDrawn() throws Exception {
        List<StackPicture.Slice> slices = List.of(
                usd("sun", 100_000),
                usd("wind", 80_000),
                usd("grid", 0.18),
                usd("running sale", -0.0035),
                usd("peak", 90));
        String svg = StackPicture.ofLargest("Cost", slices, size -> size + " USD");
        assertEquals(
                "sun 100000 USD, 55.5 %; wind 80000 USD, 44.4 %; peak 90 USD, below 0.1 %",
                Html.text(Html.parsedSvg(svg), "desc"));
        assertFalse(svg.contains("Below zero"), svg);
    }

    /** A single part that was left had lost its name to "1 others". */
    @Test
    void aSinglePartBeyondTheLargestKeepsItsName() {
        List<StackPicture.Slice> slices = new ArrayList<>();
        for (int k = 0; k < 9; k++) {
            slices.add(usd("part " + k, 90 - k));
        }
        slices.add(usd("sale", -5));
        String svg = StackPicture.ofLargest("Cost", slices, size -> "%.0f USD".formatted(size));
        assertTrue(svg.contains("3 others: 249 USD"), svg);
        assertTrue(svg.contains("sale: -5 USD"), svg);
        assertFalse(svg.contains("1 others"), svg);
    }
}
