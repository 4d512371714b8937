package io.dcsdk.optimizer.placement;

import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.formulation.RowScale;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.placement.PlaceableWorkload;
import java.util.HashMap;
import java.util.Map;

/**
 * What a part of each workload takes at a location, roughly: of each figure of the demand at the item that gives it at the least
 * price, the most over the figures of servers and over those of storage. In doubles; good for guesses only.
 *
 * @param location identifier of the location
 * @param opening what using the location at all counts
 * @param kilowatts the limit of its power; infinite without one
 * @param price what a part of a workload counts there, by the workload's name; no entry where it may not be
 * @param draw kilowatts of a part with its cooling, by the workload's name
 */
public record LocationEstimate(
        String location, double opening, double kilowatts, Map<String, Double> price, Map<String, Double> draw) {

    static LocationEstimate of(LocationPart part) {
        return new Maker(part).make();
    }

    /** Goes through the requirements of the location's own program. */
    private static final class Maker {
        private final LocationPart part;
        private final LinearProgram program;
        private final Map<Integer, Double> drawOfVariable = new HashMap<>();
        private final Map<String, double[]> servers = new HashMap<>();
        private final Map<String, double[]> storage = new HashMap<>();

        Maker(LocationPart part) {
            this.part = part;
            this.program = part.formulation().program();
        }

        LocationEstimate make() {
            double limit = Double.POSITIVE_INFINITY;
            for (Constraint row : program.constraints()) {
                if (row.name().equals("site-power")) {
                    limit = row.rightHandSide().doubleValue();
                    row.terms()
                            .forEach(term -> drawOfVariable.put(
                                    term.variable(), term.coefficient().doubleValue()));
                }
            }
            for (int row = 0; row < program.constraints().size(); row++) {
                Constraint constraint = program.constraints().get(row);
                if (DemandFigure.isRequirement(constraint.name())) {
                    add(
                            constraint,
                            RowScale.of(part.formulation(), row).constant().doubleValue());
                }
            }
            double cooled = 1 + leastOverhead();
            Map<String, Double> price = new HashMap<>();
            Map<String, Double> draw = new HashMap<>();
            for (PlaceableWorkload workload : part.most().keySet()) {
                double[] server = servers.getOrDefault(workload.name(), new double[2]);
                double[] unit = storage.getOrDefault(workload.name(), new double[2]);
                price.put(workload.name(), server[0] + unit[0]);
                draw.put(workload.name(), (server[1] + unit[1]) * cooled);
            }
            double opening = part.location()
                            .opening(part.formulation().problem().finance())
                            .base()
                            .doubleValue()
                    + program.constant().doubleValue();
            return new LocationEstimate(part.location().id(), opening, limit, price, draw);
        }

        /** The requirement's dearest share so far decides, for the same units serve all figures. */
        private void add(Constraint requirement, double whole) {
            double rate = Double.POSITIVE_INFINITY;
            double draw = 0;
            for (Term term : requirement.terms()) {
                double each = term.coefficient().doubleValue();
                if (each > 0 && program.costs().get(term.variable()).doubleValue() / each < rate) {
                    rate = program.costs().get(term.variable()).doubleValue() / each;
                    draw = drawOfVariable.getOrDefault(term.variable(), 0.0) / each;
                }
            }
            if (rate == Double.POSITIVE_INFINITY) {
                return;
            }
            Map<String, double[]> group = requirement.name().startsWith("storage") ? storage : servers;
            for (Map.Entry<PlaceableWorkload, Double> share :
                    part.shares(requirement.name()).entrySet()) {
                double[] most = group.computeIfAbsent(share.getKey().name(), name -> new double[2]);
                most[0] = Math.max(most[0], rate * whole * share.getValue());
                most[1] = Math.max(most[1], draw * whole * share.getValue());
            }
        }

        private double leastOverhead() {
            return part.formulation().problem().items().cooling().stream()
                    .map(CoolingSystem::peakOverhead)
                    .mapToDouble(overhead -> overhead.base().doubleValue())
                    .min()
                    .orElse(0);
        }
    }
}
