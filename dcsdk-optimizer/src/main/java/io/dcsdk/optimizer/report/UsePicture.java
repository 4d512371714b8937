package io.dcsdk.optimizer.report;

import io.dcsdk.drawing.SvgDrawing;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** For each requirement and limit a bar from 0 to 100 %: at the end of the track nothing is left. */
final class UsePicture {
    private static final int WIDTH = 720;
    private static final int LEFT = 220;
    private static final int TRACK = 380;
    private static final int TOP = 40;
    private static final int LINE = 24;
    private static final int LONGEST_NAME = 34;
    private static final String TITLE = "How much of each requirement and limit is used";

    private UsePicture() {}

    static String of(List<RowUse> uses) {
        String description = uses.stream()
                .map(use -> use.owner() + " " + percent(use) + (use.binds() ? ", binds" : ""))
                .collect(Collectors.joining("; "));
        SvgDrawing drawing = SvgDrawing.inPage(WIDTH, TOP + LINE * uses.size() + 8, TITLE, description);
        drawing.text("heading", 0, 20, "start", TITLE);
        for (int k = 0; k < uses.size(); k++) {
            RowUse use = uses.get(k);
            double y = TOP + LINE * (double) k;
            double share = Math.max(0, Math.min(1, use.share().doubleValue()));
            drawing.text("note", LEFT - 10.0, y + 13, "end", shortened(use.owner()));
            drawing.rectangle("track", LEFT, y, TRACK, 16);
            drawing.rectangle(use.binds() ? "fill binding" : "fill", LEFT, y, TRACK * share, 16);
            drawing.text("note", LEFT + TRACK + 10.0, y + 13, "start", percent(use) + (use.binds() ? ", binds" : ""));
        }
        return drawing.end();
    }

    private static String percent(RowUse use) {
        return BigDecimal.valueOf(Math.round(1000 * use.share().doubleValue()), 1) + " %";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 3) + "...";
    }
}
