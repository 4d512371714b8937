package io.dcsdk.optimizer.joint;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.sizing.DemandBound;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Prices;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A design problem and the energy system that feeds the design, to be solved together: minimise
 * {@code C + lambda E + S} over designs, where S is the least cost of supplying the facility's load.
 *
 * <p>The load is linear in the design: in step t it is {@code factor_ct A_c} for the chosen cooling system c, where A_c is the
 * mean power of the IT equipment. So S is a convex function of the A_c.
 *
 * <p>E is the energy of that load: the annual overhead of each cooling system is replaced by what its profile has in the
 * mean, rounded to 12 decimals, and its overhead at peak by that of the weather where it is given. Lambda is what a kWh counts
 * beside the supply's tariff. The budget limits C, not S.
 *
 * <p>The steps of the energy system stand for a typical stretch of time, usually a year, that repeats until the horizon of
 * the design's finance ends: S is the system's cost times horizon over the sum of its hours. Like all running costs it
 * counts undiscounted; costs of capacities in the system are annualised already. Its currency is US dollars, or one whose exchange rate
 * is given. Immutable.
 */
public final class JointProblem {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final double KILOWATTS_PER_MEGAWATT = 1000;

    private final DesignProblem design;
    private final EnergySystem supply;
    private final String node;
    private final ImmutableMap<String, Profile> factors;
    private final Rational repetitions;
    private final BigDecimal exchangeRate;
    private final double leastCost;

    private JointProblem(
            DesignProblem design,
            EnergySystem supply,
            String node,
            ImmutableMap<String, Profile> factors,
            Map<String, Ratio> peaks,
            BigDecimal exchangeRate) {
        this.supply = supply;
        this.node = node;
        this.factors = factors;
        this.exchangeRate = exchangeRate;
        RationalSum hours = new RationalSum();
        for (int t = 0; t < supply.steps(); t++) {
            hours.add(Rational.ofExactly(supply.hours(t)));
        }
        repetitions = Rational.of(design.finance().horizon().base())
                .dividedBy(hours.value().times(Rational.of(SECONDS_PER_HOUR)));
        Prices none = Prices.of(
                supply,
                new double[supply.steps() * supply.nodes().size()],
                new double[supply.limits().size()]);
        leastCost = DemandBound.ofCost(supply, node, none).constant();
        MeanOverheads overheads =
                new MeanOverheads(supply, factors, peaks, hours.value().doubleValue());
        this.design = design.withCatalog(overheads.in(design.items()));
    }

    /**
     * Joins a design problem with a supply.
     *
     * @param design the design problem, with a catalogue that has a cooling system, and without a supply rule: the supply is
     *     in the energy system
     * @param supply the energy system, in US dollars, with all loads but that of the facility
     * @param node the node of the system that feeds the facility
     * @param factors for each cooling system of the catalogue, power of the facility in each step over the mean power of the
     *     IT equipment; not negative, at least 1 in the mean; see {@link FacilityLoad}
     * @return the problem
     * @throws IllegalArgumentException if one of these rules is broken, or if the supply could earn money without end
     */
    public static JointProblem of(
            DesignProblem design, EnergySystem supply, String node, Map<String, Profile> factors) {
        return of(design, supply, node, factors, Map.of(), BigDecimal.ONE);
    }

    /**
     * Joins a design problem with a supply whose costs may be in another currency, in weather whose peaks are known.
     *
     * @param design the design problem, as above
     * @param supply the energy system, in one currency, with all loads but that of the facility
     * @param node the node of the system that feeds the facility
     * @param factors for each cooling system of the catalogue, as above
     * @param peaks overhead at the peak by cooling system, see {@link FacilityLoad#peakOverhead}; that of the catalogue where
     *     there is none. Limits of power and the size of supplies rest on it
     * @param exchangeRate US dollars for one unit of the supply's currency, above zero; the same for the whole horizon
     * @return the problem
     * @throws IllegalArgumentException if one of these rules is broken, or if the supply could earn money without end
     */
    public static JointProblem of(
            DesignProblem design,
            EnergySystem supply,
            String node,
            Map<String, Profile> factors,
            Map<String, Ratio> peaks,
            BigDecimal exchangeRate) {
        ItemRules rules = ItemRules.of("joint problem", design.name());
        if (design.supply().isPresent()) {
            throw rules.broken(
                    "supply", design.supply().get(), "is planned by the energy system", "leave the supply rule out.");
        }
        if (exchangeRate.signum() <= 0) {
            throw rules.broken(
                    "exchangeRate", exchangeRate, "is not above 0", "give the dollars that one unit is worth.");
        }
        List<String> known =
                design.items().cooling().stream().map(CoolingSystem::id).toList();
        if (known.isEmpty()) {
            throw rules.broken("cooling", "none", "has no item in the catalogue", "add one with an overhead of 0.");
        }
        if (!new TreeSet<>(known).equals(new TreeSet<>(factors.keySet()))) {
            throw rules.broken(
                    "factors",
                    new TreeSet<>(factors.keySet()),
                    "are not those of the catalogue's cooling systems, " + known,
                    "give each a profile, and take those out of the catalogue that cannot be chosen.");
        }
        for (String system : peaks.keySet()) {
            if (!known.contains(system)) {
                throw rules.broken(
                        "peaks", system, "is no cooling system of the catalogue", "use one of " + known + ".");
            }
        }
        if (supply.nodes().stream().noneMatch(candidate -> candidate.name().equals(node))) {
            throw rules.broken(
                    "node",
                    node,
                    "is none of the energy system",
                    "use one of " + supply.nodes().stream().map(Node::name).toList() + ".");
        }
        factors.forEach((system, profile) -> {
            if (profile.length() != 1 && profile.length() != supply.steps()) {
                throw rules.broken(
                        "factors",
                        profile.length() + " of " + system,
                        "are not one for each of " + supply.steps() + " steps",
                        "check the resolution of the weather.");
            }
            if (profile.minimum() < 0) {
                throw rules.broken(
                        "factor", profile.minimum() + " of " + system, "is below 0", "check the series of activity.");
            }
        });
        ImmutableMap.Builder<String, Profile> ordered = ImmutableMap.builder();
        known.forEach(id -> ordered.put(id, factors.getOrDefault(id, Profile.constant(1))));
        JointProblem problem = new JointProblem(design, supply, node, ordered.buildOrThrow(), peaks, exchangeRate);
        if (problem.leastCost == Double.NEGATIVE_INFINITY) {
            throw rules.broken(
                    "energy system",
                    "of " + supply.steps() + " steps",
                    "earns money without end, or cannot be bounded",
                    "give a most to the capacity of what is sold and of sources whose price falls below 0.");
        }
        return problem;
    }

    /**
     * The design problem, its cooling systems with the overheads of their profiles.
     *
     * @return the problem, with its catalogue
     */
    public DesignProblem design() {
        return design;
    }

    /**
     * The supply without the facility.
     *
     * @return the energy system
     */
    public EnergySystem supply() {
        return supply;
    }

    /**
     * What feeds the facility.
     *
     * @return a node of the energy system
     */
    public String node() {
        return node;
    }

    /**
     * Power of the facility over the mean power of the IT equipment.
     *
     * @return one profile for each cooling system, in the order of the catalogue
     */
    public ImmutableMap<String, Profile> factors() {
        return factors;
    }

    /**
     * How often the steps of the energy system fit into the horizon.
     *
     * @return horizon over the sum of all hours, above zero
     */
    public Rational repetitions() {
        return repetitions;
    }

    /**
     * US dollars for one unit of the supply's currency.
     *
     * @return above zero; 1 for a supply in US dollars
     */
    public BigDecimal exchangeRate() {
        return exchangeRate;
    }

    /**
     * What one unit of the energy system's cost counts over the horizon.
     *
     * @return US dollars: {@link #repetitions} times {@link #exchangeRate}
     */
    public Rational horizonDollars() {
        return repetitions.times(Rational.of(exchangeRate));
    }

    /**
     * What the supply costs at least, whatever the design.
     *
     * @return in the supply's currency over the steps of the system, negative where something can be sold
     */
    public double leastCost() {
        return leastCost;
    }

    /**
     * The load of a facility.
     *
     * @param cooling the cooling system
     * @param meanKilowatts mean power of the IT equipment
     * @return MW in each step
     * @throws IllegalArgumentException if there is no such cooling system
     */
    public Profile load(String cooling, double meanKilowatts) {
        Profile factor = factors.get(cooling);
        if (factor == null) {
            throw new IllegalArgumentException(
                    "Cooling (%s) of a facility: there is none of this name\nMaybe one of %s."
                            .formatted(cooling, factors.keySet()));
        }
        return factor.times(meanKilowatts / KILOWATTS_PER_MEGAWATT);
    }

    /**
     * The supply of a facility.
     *
     * @param load MW in each step, beside the system's own demand
     * @return the energy system with that load
     */
    public EnergySystem supplying(Profile load) {
        return FacilityLoad.on(supply, node, load);
    }
}
