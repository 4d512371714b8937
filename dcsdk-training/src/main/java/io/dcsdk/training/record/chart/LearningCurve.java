package io.dcsdk.training.record.chart;

import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.StepRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How loss and F1 went over the steps of a run: training loss and validation loss in one panel, F1 on the validation set
 * below. Evaluations on the test set are not drawn.
 *
 * <p>Of many step records each stretch of about a pixel is drawn by its lowest and its highest loss, so that no spike is
 * lost, faintly, with the mean of wider stretches over it.
 *
 * @param title what stands above
 * @param steps the step records, in order
 * @param evaluations the evaluations, in order
 */
public record LearningCurve(String title, List<StepRecord> steps, List<EvaluationRecord> evaluations) {
    private static final String USUAL_TITLE = "Learning curve";

    private static final int WIDTH = 760;
    private static final int HEIGHT = 520;
    private static final int LEFT = 64;
    private static final int RIGHT = 736;
    private static final int TOP = 74;
    private static final int BOTTOM = 470;
    private static final int LOSS_BOTTOM = 296;
    private static final int F1_TOP = 344;

    private static final int MOST_STRETCHES = RIGHT - LEFT;
    private static final int MEANS = 60;
    private static final int MOST_TITLE = 90;
    /** Evaluations that are told one by one. */
    private static final int MOST_TOLD = 100;

    private static final String STYLE_SHEET = """
            .page { fill: #ffffff } .title { fill: #1f2328; font-size: 15px } .label { fill: #424a53 }
            .grid { stroke: #e3e7eb } .axis { stroke: #6e7781 } .line { fill: none; stroke-width: 2; stroke-linejoin: round }
            .ring { fill: none; stroke-width: 1.5 } .faint { stroke-width: 1; stroke-opacity: 0.35 }
            .band { stroke-width: 6; stroke-opacity: 0.35 }
            .train { stroke: #1b6ca8 } .valid { stroke: #c8553d } .f1 { stroke: #2f7d46 }
            .mark.train { fill: #1b6ca8 } .mark.valid { fill: #c8553d } .mark.f1 { fill: #2f7d46 }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .title { fill: #e6edf3 } .label { fill: #b1bac4 }
            .grid { stroke: #262c34 } .axis { stroke: #7d8590 }
            .train { stroke: #58a6ff } .valid { stroke: #ff9b70 } .f1 { stroke: #56d364 }
            .mark.train { fill: #58a6ff } .mark.valid { fill: #ff9b70 } .mark.f1 { fill: #56d364 }
            }
            """;

    /**
     * Checks that there is something to draw.
     *
     * @throws RecordException if there is neither a step record nor an evaluation on the validation set
     */
    public LearningCurve {
        steps = List.copyOf(steps);
        evaluations = evaluations.stream()
                .filter(evaluation -> evaluation.set() == EvaluatedSet.VALIDATION)
                .toList();
        if (steps.isEmpty() && evaluations.isEmpty()) {
            throw RecordException.of("points", 0, "the learning curve", "must be at least 1", "train first.");
        }
    }

    /**
     * A learning curve with the usual title.
     *
     * @param steps the step records, in order
     * @param evaluations the evaluations, in order
     * @return the curve
     * @throws RecordException if there is neither a step record nor an evaluation on the validation set
     */
    public static LearningCurve of(List<StepRecord> steps, List<EvaluationRecord> evaluations) {
        return new LearningCurve(USUAL_TITLE, steps, evaluations);
    }

    /**
     * The same curve with another title.
     *
     * @param text any text; a long one is cut, which an ellipsis shows
     * @return the curve
     */
    public LearningCurve titled(String text) {
        return new LearningCurve(text, steps, evaluations);
    }

    /**
     * Draws the curve.
     *
     * @return an SVG document that needs nothing else, {@value #WIDTH} by {@value #HEIGHT} pixels, in light or dark colours
     *     as the reader prefers; the same text for equal curves
     */
    public String toSvg() {
        SvgDrawing drawing = new SvgDrawing(WIDTH, HEIGHT, title, description(), STYLE_SHEET);
        drawing.text("title", LEFT, 30, "start", shortTitle());
        Axis along = Axis.within(0, lastStep(), 8, true);
        boolean evaluated = !evaluations.isEmpty();
        Panel loss = new Panel(drawing, along, lossAxis(), LEFT, RIGHT, TOP, evaluated ? LOSS_BOTTOM : BOTTOM);
        drawLoss(loss);
        if (evaluated) {
            Panel f1 = new Panel(drawing, along, f1Axis(), LEFT, RIGHT, F1_TOP, BOTTOM);
            drawF1(f1);
            f1.labelSteps();
        } else {
            loss.labelSteps();
        }
        return drawing.end();
    }

    /** What is drawn in words with its figures, for readers without eyes. */
    private String description() {
        StringBuilder text = new StringBuilder();
        if (!steps.isEmpty()) {
            StepRecord first = steps.get(0);
            StepRecord last = steps.get(steps.size() - 1);
            text.append(String.format(
                    Locale.ROOT,
                    "Training loss from %.4f at step %d to %.4f at step %d.",
                    first.loss(),
                    first.step(),
                    last.loss(),
                    last.step()));
        }
        if (!evaluations.isEmpty()) {
            String scores = evaluations.size() > MOST_TOLD
                    ? "%d evaluations".formatted(evaluations.size())
                    : evaluations.stream()
                            .map(its -> String.format(
                                    Locale.ROOT, "step %d: loss %.4f, F1 %.4f", its.step(), its.loss(), its.f1()))
                            .collect(Collectors.joining("; "));
            text.append(text.isEmpty() ? "" : " ")
                    .append(String.format(
                            Locale.ROOT,
                            "On the validation set %s; the best F1 is %.4f, after step %.0f.",
                            scores,
                            best().value(),
                            best().step()));
        }
        return text.toString();
    }

    private String shortTitle() {
        int length = title.codePointCount(0, title.length());
        return length <= MOST_TITLE ? title : title.substring(0, title.offsetByCodePoints(0, MOST_TITLE - 1)) + "…";
    }

    private double lastStep() {
        long steps = Stream.concat(
                        this.steps.stream().map(StepRecord::step),
                        evaluations.stream().map(EvaluationRecord::step))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Math.max(1, steps);
    }

    private Axis lossAxis() {
        double[] losses = DoubleStream.concat(
                        steps.stream().mapToDouble(StepRecord::loss),
                        evaluations.stream().mapToDouble(EvaluationRecord::loss))
                .toArray();
        double high = Math.max(0, DoubleStream.of(losses).max().orElseThrow());
        double low = Math.min(0, DoubleStream.of(losses).min().orElseThrow());
        return Axis.around(low, high > low ? high : 1, 6);
    }

    private Axis f1Axis() {
        double low =
                evaluations.stream().mapToDouble(EvaluationRecord::f1).min().orElseThrow();
        double high = best().value();
        double margin = high - low < 0.02 ? 0.01 : 0;
        return Axis.around(Math.max(0, low - margin), Math.min(1, high + margin), 4);
    }

    private void drawLoss(Panel panel) {
        List<Point> losses = steps.stream()
                .map(step -> new Point(step.step(), step.loss(), step.steps()))
                .toList();
        if (losses.size() > 2 * MEANS) {
            panel.line("faint train", Thinning.extremes(losses, MOST_STRETCHES));
            panel.line("train", Thinning.means(losses, MEANS));
            panel.legendLine("band train", "training loss");
            panel.legendLine("train", "its mean");
        } else if (!losses.isEmpty()) {
            panel.line("train", losses);
            panel.legendLine("train", "training loss");
        }
        if (!evaluations.isEmpty()) {
            panel.markedLine(
                    "valid",
                    Thinning.extremes(
                            evaluations.stream()
                                    .map(its -> new Point(its.step(), its.loss()))
                                    .toList(),
                            MOST_STRETCHES));
            panel.legendLine("valid", "validation loss");
        }
    }

    private void drawF1(Panel panel) {
        panel.markedLine("f1", Thinning.extremes(scores(), MOST_STRETCHES));
        panel.ring("f1", best());
        panel.legendLine("f1", "F1 on the validation set");
        panel.legendRing("f1", String.format(Locale.ROOT, "best: %.4f after step %.0f", best().value(), best().step()));
    }

    private List<Point> scores() {
        return evaluations.stream().map(its -> new Point(its.step(), its.f1())).toList();
    }

    /** The first of the highest. */
    private Point best() {
        return scores().stream()
                .reduce((best, other) -> other.value() > best.value() ? other : best)
                .orElseThrow();
    }
}
