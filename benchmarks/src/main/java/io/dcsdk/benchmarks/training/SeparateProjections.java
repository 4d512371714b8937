package io.dcsdk.benchmarks.training;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program whose queries, keys and values have leaves and products of their own, as most implementations of BERT have them. The
 * leaves are thirds of the stacked ones, in their places; those behind have higher numbers. What data parallelism calls ({@code
 * update_flat}) is left as it was and must not be called.
 */
final class SeparateProjections {
    private static final String LEAF = "self\\.([wc]s)\\[(\\d+)\\]";
    private static final Pattern PROJECTION =
            Pattern.compile("(?m)^( +)(x\\d+) = torch\\.linear\\((\\w+), " + LEAF + ", " + LEAF + "\\)"
                    + "\n +(x\\d+) = torch\\.permute\\(torch\\.view\\(\\2, \\[b, t, 3, (\\d+), (\\d+)\\]\\), \\[2, 0, 3, 1, 4\\]\\)"
                    + "\n +(x\\d+) = torch\\.unbind\\(\\8, 0\\)"
                    + "\n +(x\\d+) = \\11\\[0\\]\n +(x\\d+) = \\11\\[1\\]\n +(x\\d+) = \\11\\[2\\]$");
    private static final Pattern LEAVES = Pattern.compile("self\\.([wc]s)\\[(\\d+)\\]");
    private static final Pattern CUT = Pattern.compile(
            "(?m)^( +)g0 = torch\\.slice\\(gs, 0, (\\d+), 1\\)\n +g1 = torch\\.slice\\(gs, \\2, (\\d+), 1\\)$");
    private static final Pattern BOUND = Pattern.compile("(?m)^( +)self\\.ws = ws$");

    private final String usual;
    private final int decayed;
    private final int all;
    /** The rows of a third, for each stacked leaf. */
    private final NavigableMap<Integer, Integer> stacked = new TreeMap<>();

    private SeparateProjections(String usual) {
        this.usual = usual;
        MatchResult cut = Rewriting.first(usual, CUT);
        decayed = Integer.parseInt(cut.group(2));
        all = Integer.parseInt(cut.group(3));
        Matcher projections = PROJECTION.matcher(usual);
        while (projections.find()) {
            int rows = Integer.parseInt(projections.group(9)) * Integer.parseInt(projections.group(10));
            stacked.put(Integer.parseInt(projections.group(5)), rows);
            stacked.put(Integer.parseInt(projections.group(7)), rows);
        }
    }

    static String in(String usual) {
        return new SeparateProjections(usual).write();
    }

    private String write() {
        String text = Rewriting.each(usual, PROJECTION, Rewriting.SOME, this::products);
        text = Rewriting.each(text, LEAVES, Rewriting.SOME, found -> "self.%s[%d]"
                .formatted(found.group(1), moved(Integer.parseInt(found.group(2)))));
        // The products name their leaves by # until the others have moved.
        text = text.replace("s#[", "s[");
        text = Rewriting.each(
                text, CUT, 1, found -> "%1$sg0 = torch.slice(gs, 0, %2$d, 1)\n%1$sg1 = torch.slice(gs, %2$d, %3$d, 1)"
                        .formatted(found.group(1), moved(decayed), moved(all)));
        return Rewriting.each(text, BOUND, 1, found -> split(found.group(1)) + found.group());
    }

    private int moved(int leaf) {
        return leaf + 2 * stacked.headMap(leaf).size();
    }

    private String products(MatchResult found) {
        StringBuilder lines = new StringBuilder();
        for (int third = 0; third < 3; third++) {
            lines.append(third == 0 ? "" : "\n")
                    .append("%s%s = torch.permute(torch.view(torch.linear(%s, %s, %s), [b, t, %s, %s]), [0, 2, 1, 3])"
                            .formatted(
                                    found.group(1),
                                    found.group(12 + third),
                                    found.group(3),
                                    leaf(found, 4, third),
                                    leaf(found, 6, third),
                                    found.group(9),
                                    found.group(10)));
        }
        return lines.toString();
    }

    private String leaf(MatchResult found, int group, int third) {
        return "self.%s#[%d]".formatted(found.group(group), moved(Integer.parseInt(found.group(group + 1))) + third);
    }

    /** Lines for the end of {@code bind}; the last leaf first, so that the numbers of the others hold. */
    private String split(String indent) {
        StringBuilder lines = new StringBuilder();
        stacked.descendingMap().forEach((leaf, rows) -> {
            int group = leaf < decayed ? 0 : 1;
            int place = group == 0 ? leaf : leaf - decayed;
            leaves(lines, indent, "ws", leaf, rows);
            replace(lines, indent, "w" + group, place, "third0, third1, third2");
            if (usual.contains("self.cs")) {
                // Thirds of the stacked copy, which an update still writes as one.
                leaves(lines, indent, "cs", leaf, rows);
            }
            for (String moments : new String[] {"m" + group, "v" + group}) {
                replace(
                        lines,
                        indent,
                        moments,
                        place,
                        "%s, %s, %s"
                                .formatted(
                                        third(moments, place, 0, rows),
                                        third(moments, place, 1, rows),
                                        third(moments, place, 2, rows)));
            }
            lines.append("%1$st%2$d = torch.add(t%2$d, [t, t])\n".formatted(indent, group));
        });
        return lines.toString();
    }

    private static void leaves(StringBuilder lines, String indent, String list, int leaf, int rows) {
        for (int third = 0; third < 3; third++) {
            lines.append("%sthird%d = torch.requires_grad_(torch.detach(%s), True)\n"
                    .formatted(indent, third, third(list, leaf, third, rows)));
        }
        replace(lines, indent, list, leaf, "third0, third1, third2");
    }

    private static String third(String list, int place, int third, int rows) {
        return "torch.narrow(%s[%d], 0, %d, %d)".formatted(list, place, third * rows, rows);
    }

    private static void replace(StringBuilder lines, String indent, String list, int place, String parts) {
        lines.append(
                "%1$s%2$s = torch.add(torch.add(torch.slice(%2$s, 0, %3$d, 1), [%4$s]), torch.slice(%2$s, %5$d, None, 1))\n"
                        .formatted(indent, list, place, parts, place + 1));
    }
}
