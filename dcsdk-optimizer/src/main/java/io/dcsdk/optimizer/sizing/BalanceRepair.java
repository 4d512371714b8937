package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

import java.util.Arrays;

/**
 * Makes a nearly balanced point balance, within its bounds: each variable moves in proportion to its distance from the nearer
 * bound, {@code dy = Φ A'λ} with {@code Φ = min(y, s)} and {@code A Φ A' λ} the imbalance. Chosen capacities first grow by a billionth,
 * so that what runs at its bound has room.
 */
final class BalanceRepair {
    private static final int ROUNDS = 3;
    private static final double ROOM = 1e-9;
    private static final double FIXED = 1e30;

    private final TimeProgram program;
    private final BorderedSystem system;
    private final double[] none;

    BalanceRepair(TimeProgram program) {
        this.program = program;
        system = new BorderedSystem(program);
        none = new double[program.steps * program.width];
    }

    /**
     * Repairs a point.
     *
     * @param values the steps' variables and the border, as {@link InteriorPoint#values()} has them; not changed
     * @return the same, balanced as far as doubles allow
     */
    double[] repaired(double[] values) {
        double[] repaired = values.clone();
        int stepVariables = program.steps * program.width;
        for (int b = 0; b < program.chosen; b++) {
            repaired[stepVariables + b] = Math.min(program.borderFixed[b], repaired[stepVariables + b] * (1 + ROOM));
        }
        int columns = program.borders + program.limits;
        for (int round = 0; round < ROUNDS; round++) {
            double[] rows = new double[program.steps * program.nodes];
            program.addRows(repaired, rows);
            program.addEndLevels(Arrays.copyOfRange(repaired, stepVariables, repaired.length), rows);
            for (int i = 0; i < rows.length; i++) {
                rows[i] = program.rightHandSide[i] - rows[i];
            }
            double[] weight = new double[stepVariables];
            for (int v = 0; v < stepVariables; v++) {
                weight[v] = Math.max(0, Math.min(repaired[v], upper(repaired, v) - repaired[v]));
            }
            double[] corner = new double[columns * columns];
            for (int c = 0; c < columns; c++) {
                corner[c * columns + c] = FIXED;
            }
            system.factor(weight, none, none, corner);
            system.solve(rows, new double[columns]);
            double[] worth = new double[stepVariables];
            program.addWorth(rows, worth);
            for (int v = 0; v < stepVariables; v++) {
                double moved = repaired[v] + weight[v] * worth[v];
                repaired[v] = Math.max(0, Math.min(upper(repaired, v), moved));
            }
        }
        return repaired;
    }

    private double upper(double[] values, int v) {
        int of = program.upperBorder[v];
        double above = of == NONE ? 0 : program.upperFactor[v] * values[program.steps * program.width + of];
        return above + program.upperFixed[v];
    }
}
