package io.dcsdk.training.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConllReaderTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("c.conll"), text);
    }

    private static List<String> shown(Corpus corpus) {
        return corpus.sentences().stream().map(Sentence::toString).toList();
    }

    private String refusal(String text) throws IOException {
        return refusal(text, ConllReader.columns());
    }

    private String refusal(String text, ConllColumns columns) throws IOException {
        Path file = file(text);
        String message = Refusals.message(() -> columns.read(file));
        return message.replace(file.toString(), "FILE");
    }

    @Test
    void readsTabsAndSpacesAndBothLineEnds() throws IOException {
        assertEquals(
                List.of("Ada/B-PER ./O", "Paris/B-LOC ,/O"),
                shown(ConllReader.read(file("Ada\tB-PER\r\n.\tO\r\n\r\n \t \nParis  B-LOC \n, \t O"))));
    }

    @Test
    void onlyTabsAndSpacesSeparateAndOnlyLineFeedsEndLines() throws IOException {
        String odd = "a\u0085b\u2028c\u00a0d\u000be\u000cf\u3000g\u200b";
        assertEquals(
                List.of(odd + "/O \u00a0/B-X \u0085/I-X"),
                shown(ConllReader.read(file(odd + "\tO\n\u00a0 B-X\n\u0085\tI-X\n"))));
    }

    @Test
    void keepsSpacesInsideOfCellsBetweenTabs() throws IOException {
        assertEquals(List.of("New York/B-LOC is/O"), shown(ConllReader.read(file("New York\tB-LOC\nis\tO\n"))));
        assertTrue(refusal("New York\tB-LOC\nis\tO\n", ConllReader.columns().separator(ColumnSeparator.WHITESPACE))
                .startsWith("columns (2) of FILE:2: the lines before it have 3\n"));
    }

    @Test
    void emptyWordOutsideEndsASentenceAndInsideIsRefused() throws IOException {
        assertEquals(List.of("a/O", "b/B-X"), shown(ConllReader.read(file("a\tO\n\tO\nb\tB-X\n\t\n"))));
        assertEquals(
                "word () of FILE:2: it has no characters\nMaybe drop it together with its tag.",
                refusal("a\tO\n\tB-X\n"));
    }

    @Test
    void hashBeginsACommentOnlyWithoutTag() throws IOException {
        String text = "# id 17\n#tag\tO\n# O\n#\nx B-X\n# text = x y\n#z I-X\n";
        assertEquals(List.of("#tag/O #/O x/B-X #z/I-X"), shown(ConllReader.read(file(text))));
        assertEquals(
                List.of("#tag/O"), shown(ConllReader.columns().comments("%").read(file("% a\n#tag O\n"))));
        assertTrue(refusal("#tag O\n# text = x y\n", ConllReader.columns().comments(""))
                .startsWith("columns (5) of FILE:2: the lines before it have 2\n"));
    }

    @Test
    void countsDocuments() throws IOException {
        Corpus corpus = ConllReader.read(
                file("-DOCSTART- -X- O\n\na x O\n\nb x O\n-DOCSTART- -X- -X- O\n-DOCSTART- O\n\nc x I-X\n"));
        assertEquals(
                List.of(0, 0, 1),
                corpus.sentences().stream().map(Sentence::document).toList());
        assertEquals(2, corpus.documents());
        assertEquals(3, corpus.words());
    }

    @Test
    void readsOtherColumnsFromEitherEnd() throws IOException {
        Path file = file("B-X DT 1 the x\nI-X NN 2 cat y\n");
        List<String> expected = List.of("the/B-X cat/I-X");
        assertEquals(expected, shown(ConllReader.columns().tag(0).token(3).read(file)));
        assertEquals(expected, shown(ConllReader.columns().token(-2).tag(-5).read(file)));
    }

    @Test
    void leavesAByteOrderMarkOut() throws IOException {
        assertEquals(List.of("a/O"), shown(ConllReader.read(file("\uFEFFa\tO\n"))));
    }

    @Test
    void repairsAndCountsIllFormedTags() throws IOException {
        Corpus corpus = ConllReader.read(file("a\tB-X\nb\tI-Y\nc\tO\nd\tI-X\n\ne\tB-Y\n"));
        assertEquals(TagScheme.BIO, corpus.scheme());
        assertEquals(List.of("a/B-X b/B-Y c/O d/B-X", "e/B-Y"), shown(corpus));
        assertEquals(2, corpus.repairs());
        assertEquals(List.of("O", "B-X", "I-X", "B-Y", "I-Y"), corpus.tagNames());
        assertEquals(3 + 1, corpus.entities());
    }

    @Test
    void strictModeRefusesTheFirstIllFormedTag() throws IOException {
        assertEquals(
                "tag (I-Y) of FILE:4: it is ill-formed in BIO, where B-Y would be right\n"
                        + "Maybe correct it, or read without strict() to have it repaired.",
                refusal("a\tO\n\na\tB-X\nb\tI-Y\n", ConllReader.columns().strict()));
    }

    @Test
    void refusesTagsOfAnotherScheme() throws IOException {
        assertEquals(
                "tag (S-X) of FILE:2: scheme BIO has no prefix S\n"
                        + "Maybe the file mixes schemes, or another one must be named.",
                refusal("a\tO\nb\tS-X\n", ConllReader.columns().scheme(TagScheme.BIO)));
        assertEquals(
                "tag (I-X) of FILE:1: scheme BMES, which fits the other tags, has no prefix I\n"
                        + "Maybe the file mixes schemes, or another one must be named.",
                refusal("a\tI-X\nb\tM-X\n"));
    }

    @Test
    void tellsLineAndRuleOfAFault() throws IOException {
        assertEquals(
                "tag (NN) of FILE:1: it is neither O nor a prefix of B I M E S with - and a type\n"
                        + "Maybe tags are in another column than 1.",
                refusal("a NN O\n", ConllReader.columns().tag(1)));
        assertEquals(
                "tag column (7) of FILE:1: the line has 3 columns\n"
                        + "Maybe count columns from 0, or from the last one, which is -1.",
                refusal("a NN O\n", ConllReader.columns().tag(7)));
        assertEquals(
                "columns (1) of FILE:2: a word and its tag need two\n"
                        + "Maybe the file has no tags, or another separator than tabs and spaces.",
                refusal("\na,O\n"));
        assertEquals(
                "columns (3) of FILE:2: the lines before it have 2\nMaybe a separator is missing or too many, or words"
                        + " have spaces and the separator must be named.",
                refusal("a O\nb c O\n"));
        assertEquals(
                "carriage return (character 4) of FILE:1: it stands inside of the line\n"
                        + "Maybe convert the line ends to LF.",
                refusal("a O\rb O\r"));
        assertEquals("words (0) of FILE: there must be at least one\nMaybe it is the wrong file.", refusal("\n \n"));
    }

    @Test
    void refusesWhatIsNotUtf8WithItsLine() throws IOException {
        Path file = folder.resolve("latin1.conll");
        Files.write(file, "a O\ncaf\u00e9 O\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "text (caf\ufffd O) of " + file + ":2: it is not UTF-8\nMaybe save the file as UTF-8.",
                Refusals.message(() -> ConllReader.read(file)));
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        assertEquals(
                "words (more than 10000) of FILE:10001: the sentence is too long\n"
                        + "Maybe blank lines between sentences are missing.",
                refusal("a O\n".repeat(10_001)));
        assertTrue(refusal("a O\n" + "x".repeat(70_000) + " O\n").startsWith("bytes (more than 65536) of FILE:2: "));
        assertTrue(refusal("x".repeat(10_001) + " O\n").contains("it has 10001 characters, more than 10000"));
    }

    @Test
    void refusesFilesThatAreNone() {
        Path absent = folder.resolve("absent.conll");
        assertEquals(
                "file (" + absent + ") of the corpus: there is no such file\nMaybe check the path.",
                Refusals.message(() -> ConllReader.read(absent)));
        assertEquals(
                "file (" + folder + ") of the corpus: it is a folder\nMaybe name a file in it.",
                Refusals.message(() -> ConllReader.read(folder)));
    }

    @Test
    void anOptionIsSetOnce() {
        ConllColumns columns = ConllReader.columns().token(1);
        assertEquals(
                "token (1) of the columns of a CoNLL file: it is set twice\nMaybe leave one of the two out.",
                Refusals.message(() -> columns.token(2)));
    }
}
