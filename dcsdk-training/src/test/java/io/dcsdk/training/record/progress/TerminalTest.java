package io.dcsdk.training.record.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.record.RecordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalTest {
    @Test
    void aDumbTerminalIsNone() {
        assertTrue(Terminal.of(Map.of("TERM", "xterm"), true).interactive());
        assertTrue(Terminal.of(Map.of(), true).interactive(), "Windows has no TERM");
        assertFalse(Terminal.of(Map.of("TERM", "dumb"), true).interactive());
        assertFalse(Terminal.of(Map.of("TERM", "xterm"), false).interactive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "0", "-80", "wide", "10001", "99999999999", "80.5", " 100"})
    void aWidthThatMakesNoSenseIsEighty(String columns) {
        assertEquals(80, Terminal.of(Map.of("COLUMNS", columns), true).columns());
    }

    @Test
    void theWidthIsThatOfTheEnvironment() {
        assertEquals(132, Terminal.of(Map.of("COLUMNS", "132"), true).columns());
        assertEquals(80, Terminal.of(Map.of(), true).columns());
        assertEquals(
                "columns (9) of the terminal: must lie between 10 and 10000\nMaybe use 80.",
                assertThrows(RecordException.class, () -> new Terminal(true, 9)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/0, true",
        "/dev/tty1, true",
        "/dev/console, true",
        "/dev/null, false",
        "pipe:[1234], false",
        "/tmp/log, false"
    })
    void linuxTellsWhereStandardErrorGoes(String target, boolean terminal, @TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("2"), Path.of(target));
        assertEquals(Optional.of(terminal), Terminal.standardErrorOfLinux(link));
    }

    @Test
    void elsewhereTheConsoleTells(@TempDir Path folder) throws IOException {
        assertEquals(Optional.empty(), Terminal.standardErrorOfLinux(folder.resolve("2")));
        assertFalse(Terminal.isTerminal(null));
        assertFalse(Terminal.isTerminal(System.console()), "there is one from JDK 22 on, but it is no terminal here");
        assertFalse(Terminal.ofStandardError().interactive(), "surefire reads what the tests print");
    }
}
