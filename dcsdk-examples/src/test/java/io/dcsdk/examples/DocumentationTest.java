package io.dcsdk.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A merge once left a placeholder and an open fence in docs/cli.md, which turned code and text round for sixty lines. */
final class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
    private static final Pattern CONFLICT = Pattern.compile("(<<<<<<<|=======|>>>>>>>)( .*)?");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(
                ROOT.resolve("README.md"),
                ROOT.resolve("CHANGELOG.md"),
                ROOT.resolve("CONTRIBUTING.md"),
                ROOT.resolve("benchmarks/README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fencesCloseAndNothingWasLeftToFillIn(Path page) throws IOException {
        int open = 0;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            String place = "%s, line %d: %s".formatted(page, number, line);
            assertFalse(PLACEHOLDER.matcher(line).matches(), place);
            assertFalse(CONFLICT.matcher(line).matches(), place);
            if (line.startsWith("```")) {
                assertTrue(open == 0 || line.strip().equals("```"), place + ": the fence of line " + open + " is open");
                open = open == 0 ? number : 0;
            }
            assertFalse(open > 0 && line.startsWith("## "), place + ": a heading within the fence of line " + open);
        }
        assertEquals(0, open, page + ": the fence of this line is never closed");
    }

    @Test
    void everyTranscriptStandsUnderTheHeadingOfItsCommand() throws IOException {
        String heading = "";
        boolean isFenced = false;
        for (String line : Files.readAllLines(ROOT.resolve("docs/cli.md"))) {
            isFenced ^= line.startsWith("```");
            if (!isFenced && line.startsWith("## ")) {
                heading = line.substring(3);
            } else if (isFenced && line.startsWith("$ dcsdk ") && heading.startsWith("energy ")) {
                assertTrue(line.startsWith("$ dcsdk " + heading), line + " under " + heading);
            }
        }
    }
}
