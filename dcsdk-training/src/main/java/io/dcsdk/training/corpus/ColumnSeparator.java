package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between the columns of a line. Only the tab and the space (U+0020) ever separate: a no-break space is part of a
 * word. Tabs and spaces at the end of a line are left out.
 */
public enum ColumnSeparator {
    /** {@link #TAB} in lines that have a tab, else {@link #WHITESPACE}. */
    AUTO,
    /** Each tab; spaces around a cell are left out, inside of it they stay, and a cell may be empty. */
    TAB,
    /** Each run of tabs and spaces. */
    WHITESPACE;

    /** The cells of a line; none if there are only tabs and spaces. */
    List<String> cells(String line) {
        int end = line.length();
        while (end > 0 && isBlank(line.charAt(end - 1))) {
            end--;
        }
        boolean atTabs = this == TAB || (this == AUTO && line.lastIndexOf('\t', end - 1) >= 0);
        List<String> cells = new ArrayList<>(4);
        int start = 0;
        while (start < end) {
            int stop = start;
            while (stop < end && !(atTabs ? line.charAt(stop) == '\t' : isBlank(line.charAt(stop)))) {
                stop++;
            }
            if (atTabs) {
                cells.add(trimmed(line, start, stop));
            } else if (stop > start) {
                cells.add(line.substring(start, stop));
            }
            start = stop + 1;
        }
        return cells;
    }

    private static String trimmed(String line, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && line.charAt(from) == ' ') {
            from++;
        }
        while (to > from && line.charAt(to - 1) == ' ') {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
