package io.dcsdk.optimizer.programs;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads linear programs in MPS format, strictly: what it does not know is an error, with its line.
 *
 * <p>A file is read with fields between blanks; if that fails, with the fixed columns 2, 5, 15, 25, 40 and 50, which allow
 * names with blanks and sets without a name. Rules beyond the obvious: the first free row is the objective, others are
 * dropped; a right-hand side of the objective is the constant's negative; a range of {@code R} makes an equation
 * {@code [b, b + R]} or, for a negative one, {@code [b + R, b]}; an upper bound below zero frees a lower bound that is not
 * given. Before the rows, a line that begins with an ampersand is a comment too: ten of CUTE's files have one. Markers of whole numbers are read over: the relaxation is what is wanted here.
 */
final class MpsReader {
    private static final int[] FIXED_STARTS = {1, 4, 14, 24, 39, 49};
    private static final int[] FIXED_ENDS = {3, 12, 22, 36, 47, 61};

    private final boolean isFixed;
    private final Map<String, Character> kinds = new LinkedHashMap<>();
    private final Map<String, Map<String, Rational>> terms = new LinkedHashMap<>();
    private final Map<String, Rational> sides = new LinkedHashMap<>();
    private final Map<String, Rational> ranges = new LinkedHashMap<>();
    private final Map<String, Rational> costs = new LinkedHashMap<>();
    private final Map<String, Rational> lower = new LinkedHashMap<>();
    private final Map<String, Rational> upper = new LinkedHashMap<>();
    private final Set<String> withoutLower = new HashSet<>();
    private final Set<String> freeRows = new HashSet<>();
    private Optional<String> objective = Optional.empty();
    private String section = "";

    private MpsReader(boolean isFixed) {
        this.isFixed = isFixed;
    }

    static MpsProgram read(List<String> lines) {
        try {
            return new MpsReader(false).program(lines);
        } catch (IllegalArgumentException notFree) {
            try {
                return new MpsReader(true).program(lines);
            } catch (IllegalArgumentException notFixed) {
                notFixed.addSuppressed(notFree);
                throw notFixed;
            }
        }
    }

    private MpsProgram program(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).stripTrailing();
            boolean isComment = line.startsWith("*") || (section.equals("NAME") && line.startsWith("&"));
            if (line.isEmpty() || isComment) {
                continue;
            }
            if (section.equals("ENDATA")) {
                throw wrong(at, "text after ENDATA");
            }
            try {
                if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                    take(fields(line));
                } else {
                    section = sectionOf(line);
                }
            } catch (IllegalArgumentException fault) {
                throw wrong(at, String.valueOf(fault.getMessage()));
            }
        }
        if (!section.equals("ENDATA")) {
            throw wrong(lines.size(), "no ENDATA");
        }
        return finished();
    }

    private static IllegalArgumentException wrong(int at, String why) {
        return new IllegalArgumentException("Line (" + (at + 1) + ") of an MPS file: " + why);
    }

    private static String sectionOf(String line) {
        String name = line.strip().split("\\s+", -1)[0];
        if (!Set.of("NAME", "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "ENDATA")
                .contains(name)) {
            throw new IllegalArgumentException("unknown section " + name);
        }
        return name;
    }

    /** The six fields of the format; empty where there is nothing. */
    private List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        if (isFixed) {
            for (int k = 0; k < FIXED_STARTS.length; k++) {
                int end = Math.min(FIXED_ENDS[k], line.length());
                fields.add(
                        FIXED_STARTS[k] >= end
                                ? ""
                                : line.substring(FIXED_STARTS[k], end).strip());
            }
            return fields;
        }
        List<String> words = List.of(line.strip().split("\\s+", -1));
        boolean hasKind = section.equals("ROWS") || section.equals("BOUNDS");
        if (!hasKind) {
            fields.add("");
        }
        fields.addAll(words);
        if (section.equals("BOUNDS") && fields.size() == (needsNumber(words.get(0)) ? 3 : 2)) {
            fields.add(1, ""); // a set without a name
        }
        if ((section.equals("RHS") || section.equals("RANGES")) && words.size() % 2 == 0) {
            fields.add(1, "");
        }
        while (fields.size() < FIXED_STARTS.length) {
            fields.add("");
        }
        if (fields.size() > FIXED_STARTS.length) {
            throw new IllegalArgumentException("too many fields");
        }
        return fields;
    }

    private static boolean needsNumber(String kind) {
        return !Set.of("FR", "MI", "PL", "BV").contains(kind);
    }

    private void take(List<String> fields) {
        switch (section) {
            case "ROWS" -> row(fields.get(0), fields.get(1));
            case "COLUMNS" -> {
                if (fields.get(2).equals("'MARKER'")) {
                    return;
                }
                terms.computeIfAbsent(fields.get(1), name -> new LinkedHashMap<>());
                pairs(fields, (row, value) -> coefficient(row, fields.get(1), value));
            }
            case "RHS" -> pairs(fields, (row, value) -> once(sides, row, value));
            case "RANGES" -> pairs(fields, (row, value) -> once(ranges, row, value));
            case "BOUNDS" -> bound(fields.get(0), fields.get(2), fields.get(3));
            default -> throw new IllegalArgumentException("data in section " + section);
        }
    }

    private void row(String kind, String name) {
        if (!Set.of("N", "L", "G", "E").contains(kind) || name.isEmpty()) {
            throw new IllegalArgumentException("unknown kind of row " + kind);
        }
        if (kind.equals("N")) {
            if (objective.isEmpty()) {
                objective = Optional.of(name);
            } else {
                freeRows.add(name);
            }
        }
        if (kinds.put(name, kind.charAt(0)) != null) {
            throw new IllegalArgumentException("second row " + name);
        }
    }

    private interface Pair {
        void take(String row, Rational value);
    }

    private void pairs(List<String> fields, Pair pair) {
        for (int k = 2; k <= 4; k += 2) {
            String row = fields.get(k);
            if (row.isEmpty() && fields.get(k + 1).isEmpty() && k == 4) {
                return;
            }
            if (!kinds.containsKey(row)) {
                throw new IllegalArgumentException("unknown row " + row);
            }
            pair.take(row, number(fields.get(k + 1)));
        }
    }

    private void coefficient(String row, String column, Rational value) {
        if (objective.equals(Optional.of(row))) {
            once(costs, column, value);
        } else if (!freeRows.contains(row)) {
            once(terms.get(column), row, value);
        }
    }

    private static void once(Map<String, Rational> map, String key, Rational value) {
        if (map.put(key, value) != null) {
            throw new IllegalArgumentException("second number for " + key);
        }
    }

    private void bound(String kind, String column, String text) {
        if (!terms.containsKey(column)) {
            throw new IllegalArgumentException("unknown column " + column);
        }
        Rational value = needsNumber(kind) ? number(text) : Rational.ZERO;
        switch (kind) {
            case "UP", "UI" -> upper.put(column, value);
            case "LO", "LI" -> {
                lower.put(column, value);
                withoutLower.remove(column);
            }
            case "FX" -> {
                lower.put(column, value);
                upper.put(column, value);
            }
            case "BV" -> {
                lower.put(column, Rational.ZERO);
                upper.put(column, Rational.ONE);
            }
            case "FR" -> {
                withoutLower.add(column);
                upper.remove(column);
            }
            case "MI" -> withoutLower.add(column);
            case "PL" -> upper.remove(column);
            default -> throw new IllegalArgumentException("unknown kind of bound " + kind);
        }
    }

    private static Rational number(String text) {
        try {
            return Rational.of(new BigDecimal(text));
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("no number: " + text, none);
        }
    }

    private MpsProgram finished() {
        Map<String, MpsProgram.Column> columns = new LinkedHashMap<>();
        Map<String, Map<String, Rational>> byRow = new LinkedHashMap<>();
        terms.forEach((column, coefficients) -> {
            Optional<Rational> top = Optional.ofNullable(upper.get(column));
            boolean isFreed = withoutLower.contains(column)
                    || (!lower.containsKey(column)
                            && top.filter(value -> value.signum() < 0).isPresent());
            Optional<Rational> bottom =
                    isFreed ? Optional.empty() : Optional.of(lower.getOrDefault(column, Rational.ZERO));
            columns.put(column, new MpsProgram.Column(bottom, top, costs.getOrDefault(column, Rational.ZERO)));
            coefficients.forEach((row, value) ->
                    byRow.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(column, value));
        });
        Map<String, MpsProgram.Row> rows = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> {
            if (kind != 'N') {
                rows.put(name, row(name, kind, byRow.getOrDefault(name, Map.of())));
            }
        });
        Rational constant = objective
                .map(name -> sides.getOrDefault(name, Rational.ZERO).negate())
                .orElse(Rational.ZERO);
        return new MpsProgram(columns, rows, constant);
    }

    private MpsProgram.Row row(String name, char kind, Map<String, Rational> coefficients) {
        Rational side = sides.getOrDefault(name, Rational.ZERO);
        Relation relation = kind == 'L' ? Relation.LE : kind == 'G' ? Relation.GE : Relation.EQ;
        Rational range = ranges.get(name);
        if (range == null) {
            return new MpsProgram.Row(relation, side, Optional.empty(), coefficients);
        }
        boolean isBelow = relation == Relation.LE || (relation == Relation.EQ && range.signum() < 0);
        Rational bottom = isBelow ? side.minus(range.abs()) : side;
        return new MpsProgram.Row(relation, bottom, Optional.of(bottom.plus(range.abs())), coefficients);
    }
}
