package io.dcsdk.optimizer.formulation;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.design.Finance;
import io.dcsdk.optimizer.linear.Rational;
import java.util.Map;

/**
 * What a unit of each variable of a design's algebra adds to C and E over the horizon, taken apart: what is bought, what is paid
 * year by year, and energy. {@code C = Σ (capital_j + running_j) x_j + runningConstant}, {@code E = Σ energy_j x_j}.
 *
 * @param capital US dollars by name of the variable; variables without capital may be absent
 * @param running US dollars over the horizon by name of the variable; variables without running costs may be absent
 * @param runningConstant US dollars over the horizon, whatever is chosen
 * @param energy kilowatt hours over the horizon by name of the variable; variables without power may be absent
 */
public record CostParts(
        Map<String, Rational> capital,
        Map<String, Rational> running,
        Rational runningConstant,
        Map<String, Rational> energy) {
    private static final Rational SECONDS_PER_HOUR = Rational.of(3600);

    /** Copies the maps. */
    public CostParts {
        capital = ImmutableMap.copyOf(capital);
        running = ImmutableMap.copyOf(running);
        energy = ImmutableMap.copyOf(energy);
    }

    static CostParts of(ProgramDraft draft, Finance finance) {
        return new CostParts(
                draft.capital.terms(),
                draft.running.terms(),
                draft.running.constant(),
                new LinearExpression().add(draft.meanPower(), hours(finance)).terms());
    }

    static Rational hours(Finance finance) {
        return Rational.of(finance.horizon().base()).dividedBy(SECONDS_PER_HOUR);
    }
}
