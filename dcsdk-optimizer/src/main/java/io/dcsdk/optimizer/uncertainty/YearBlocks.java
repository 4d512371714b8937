package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in blocks: the rows over the variables of one block, and joint rows over those of several. With a price for each joint row
 * every block is a program of its own,
 *
 * <pre>
 *   minimise  (c_t − A_t'y) x_t   over the rows and bounds of block t
 * </pre>
 *
 * <p>and {@code constant + b'y + Σ_t} (their least values) is a lower bound of the whole, whatever the prices y are, as long as their
 * signs are right (Lagrange). Unlike the relaxation it knows that what a block buys is whole.
 */
final class YearBlocks {
    private final LinearProgram whole;
    private final List<ProgramPart> blocks;
    private final List<Integer> joint;

    private YearBlocks(LinearProgram whole, List<ProgramPart> blocks, List<Integer> joint) {
        this.whole = whole;
        this.blocks = List.copyOf(blocks);
        this.joint = List.copyOf(joint);
    }

    /**
     * Takes a program apart.
     *
     * @param blockOf the block of each variable, from 0
     */
    static YearBlocks of(LinearProgram whole, int[] blockOf) {
        List<List<Integer>> variables = new ArrayList<>();
        List<List<Integer>> rows = new ArrayList<>();
        for (int j = 0; j < blockOf.length; j++) {
            while (variables.size() <= blockOf[j]) {
                variables.add(new ArrayList<>());
                rows.add(new ArrayList<>());
            }
            variables.get(blockOf[j]).add(j);
        }
        List<Integer> joint = new ArrayList<>();
        for (int i = 0; i < whole.constraints().size(); i++) {
            List<Term> terms = whole.constraints().get(i).terms();
            boolean isOwn = !terms.isEmpty()
                    && terms.stream()
                            .allMatch(term -> blockOf[term.variable()]
                                    == blockOf[terms.get(0).variable()]);
            (isOwn ? rows.get(blockOf[terms.get(0).variable()]) : joint).add(i);
        }
        List<ProgramPart> blocks = new ArrayList<>();
        for (int t = 0; t < variables.size(); t++) {
            blocks.add(new ProgramPart(variables.get(t), rows.get(t)));
        }
        return new YearBlocks(whole, blocks, joint);
    }

    LinearProgram whole() {
        return whole;
    }

    List<ProgramPart> blocks() {
        return blocks;
    }

    /** The rows with variables of several blocks, or of none, by their index in the whole program. */
    List<Integer> joint() {
        return joint;
    }

    /**
     * What each variable costs at given prices.
     *
     * @param prices one for each row of the whole program; only those of joint rows count
     */
    List<Rational> costsAt(double[] prices) {
        List<Rational> costs = new ArrayList<>(whole.costs());
        for (int row : joint) {
            if (prices[row] != 0) {
                Rational price = Rational.ofExactly(prices[row]);
                for (Term term : whole.constraints().get(row).terms()) {
                    int j = term.variable();
                    costs.set(j, costs.get(j).minus(term.coefficient().times(price)));
                }
            }
        }
        return costs;
    }
}
