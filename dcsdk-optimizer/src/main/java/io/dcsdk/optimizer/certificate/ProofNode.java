package io.dcsdk.optimizer.certificate;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** One node of a proof tree. */
public sealed interface ProofNode {
    /**
     * What the node multiplies rows by.
     *
     * @return at most one for each constraint; none of a branch
     */
    List<Multiplier> multipliers();

    /**
     * The same node in a program in which variables and rows have other places.
     *
     * @param variableOf where the variable of an index here is there
     * @param rowOf where the row of an index here is there
     * @return the node there
     */
    ProofNode moved(IntUnaryOperator variableOf, IntUnaryOperator rowOf);

    private static List<Multiplier> moved(List<Multiplier> multipliers, IntUnaryOperator rowOf) {
        return multipliers.stream()
                .map(multiplier -> new Multiplier(rowOf.applyAsInt(multiplier.row()), multiplier.value()))
                .toList();
    }

    /**
     * The box is cut in two: one side has {@code variable <= atMost}, the other {@code variable >= atMost + 1}.
     *
     * @param variable the index of a whole-number variable
     * @param atMost where to cut; a side outside the box is empty
     */
    record Branch(int variable, BigInteger atMost) implements ProofNode {
        @Override
        public List<Multiplier> multipliers() {
            return List.of();
        }

        @Override
        public ProofNode moved(IntUnaryOperator variableOf, IntUnaryOperator rowOf) {
            return new Branch(variableOf.applyAsInt(variable), atMost);
        }
    }

    /**
     * The box is narrowed to where a point below the claimed bound can be: with the residuals r and the bound z that the
     * multipliers prove, a whole-number variable is fewer than {@code (claimed - z) / |r_j|} units away from the bound
     * that r_j prefers (reduced-cost tightening). One node follows, for the narrowed box.
     *
     * @param multipliers at most one for each constraint
     */
    record Tightened(List<Multiplier> multipliers) implements ProofNode {
        /** Copies the list. */
        public Tightened {
            multipliers = List.copyOf(multipliers);
        }

        @Override
        public ProofNode moved(IntUnaryOperator variableOf, IntUnaryOperator rowOf) {
            return new Tightened(ProofNode.moved(multipliers, rowOf));
        }
    }

    /**
     * No point in the box is better than the claimed bound: follows from the multipliers, or, if there are none, from
     * the costs and the box alone.
     *
     * @param multipliers at most one for each constraint
     */
    record Bounded(List<Multiplier> multipliers) implements ProofNode {
        /** Copies the list. */
        public Bounded {
            multipliers = List.copyOf(multipliers);
        }

        @Override
        public ProofNode moved(IntUnaryOperator variableOf, IntUnaryOperator rowOf) {
            return new Bounded(ProofNode.moved(multipliers, rowOf));
        }
    }

    /**
     * No point in the box is feasible: follows from the multipliers (Farkas).
     *
     * @param multipliers at most one for each constraint
     */
    record Infeasible(List<Multiplier> multipliers) implements ProofNode {
        /** Copies the list. */
        public Infeasible {
            multipliers = List.copyOf(multipliers);
        }

        @Override
        public ProofNode moved(IntUnaryOperator variableOf, IntUnaryOperator rowOf) {
            return new Infeasible(ProofNode.moved(multipliers, rowOf));
        }
    }
}
