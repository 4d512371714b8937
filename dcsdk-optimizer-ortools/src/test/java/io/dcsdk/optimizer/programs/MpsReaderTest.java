package io.dcsdk.optimizer.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MpsReaderTest {
    private static final String ALL_FEATURES = """
            NAME          SMALL
            ROWS
             N  cost
             N  other
             L  most
             G  least
             E  same
             E  below
            COLUMNS
                x         cost      1.5   most   1.
                x         least      .5   other   9
                y         cost      -2   same   1e1
                z         below      1   most   -1
            RHS
                rhs       most      10   least   2
                rhs       cost      7   same   3
            RANGES
                range     most      4   same   2
                range     below     -5
            BOUNDS
             UP bound     x         4
             FR bound     y
             UP bound     z         -1
            ENDATA
            """;

    @Test
    void readsConstantRangesBoundsAndFreeRows() {
        assertEquals(
                """
                minimise 1.5 x - 2 y - 7
                  most: x - z >= 6
                  most range: x - z <= 10
                  least: 0.5 x >= 2
                  same: 10 y >= 3
                  same range: 10 y <= 5
                  below: z >= -5
                  below range: z <= 0
                  0 <= x <= 4
                  -100 <= y <= 100
                  -101 <= z <= -1""",
                MpsReader.read(ALL_FEATURES.lines().toList())
                        .within(Rational.of(100))
                        .toString()
                        .replace("+ -7", "- 7"));
    }

    @Test
    void readsNamesWithBlanksInFixedColumns() {
        List<String> lines = List.of(
                "NAME          BLANKS",
                "ROWS",
                " N  MY COST",
                " G  ROW 1",
                "COLUMNS",
                "    COL A     MY COST            2.0   ROW 1              1.0",
                "RHS",
                "              ROW 1              3.0",
                "ENDATA");
        assertEquals(
                "minimise 2 COL A\n  ROW 1: COL A >= 3\n  0 <= COL A <= 9",
                MpsReader.read(lines).within(Rational.of(9)).toString());
    }

    @Test
    void refusesWhatItDoesNotKnowWithTheLine() {
        for (String broken : List.of(
                ALL_FEATURES.replace(" UP bound     x", " SC bound     x"),
                ALL_FEATURES.replace(" FR bound     y", " FR bound     w"),
                ALL_FEATURES.replace("RANGES", "QSECTION"),
                ALL_FEATURES.replace("least      .5", "lost       .5"),
                ALL_FEATURES.replace("      .5", "      half"))) {
            IllegalArgumentException thrown = assertThrows(
                    IllegalArgumentException.class,
                    () -> MpsReader.read(broken.lines().toList()));
            assertTrue(String.valueOf(thrown.getMessage()).startsWith("Line ("), thrown::getMessage);
        }
        List<String> cut = ALL_FEATURES.lines().limit(12).toList();
        assertThrows(IllegalArgumentException.class, () -> MpsReader.read(cut));
    }
}
