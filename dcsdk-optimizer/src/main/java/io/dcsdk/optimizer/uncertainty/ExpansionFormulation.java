package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.formulation.AskedFor;
import io.dcsdk.optimizer.formulation.CapitalAssets;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import io.dcsdk.quantity.Energy;
import io.dcsdk.uncertainty.ExpansionProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expansion problem as a mixed-integer linear program in exact numbers: the algebra of each year's design problem over
 * the vintages that can be in use, and between the years
 *
 * <pre>
 *   n(v, t) &lt;= n(v, t − 1)            units of vintage v kept in year t; n(v, v) is what is bought
 *   K(a, t) &lt;= V(a, t),  V(a, t − 1) &lt;= V(a, t)
 * </pre>
 *
 * <p>K(a, t) is what the units in use of an asset a without vintage (switches, cables, racks, cooling, supplies, controls)
 * cost at the prices of year 1, V(a, t) what is owned; the difference from year to year is bought. Salvage of a vintage at
 * price p that leaves at the end of year t is its share of p.
 */
final class ExpansionFormulation {
    /** How the names of variables begin that say what is owned, and those of the rows that nothing owned is lost. */
    static final String OWNED = "owned(";

    static final String OWNED_SO_FAR = "owned.";
    private static final Rational ROUNDING_OF_INTEREST = Rational.ONE.plus(Rational.parse("1e-30"));
    private static final Rational JOULES_PER_KILOWATT_HOUR = Rational.of(3_600_000);

    /** A variable of an item, such as {@code leaf(x,2-tier)} or {@code owned(switch x)[year 2]}. */
    private static final Pattern CALL = Pattern.compile("[^(\\[]+\\(([^,)]+)(?:,[^)]*)?\\)(?:\\[.*])?");

    private final ExpansionProblem problem;
    private final YearFactors factors;
    private final Rational salvage;
    private final List<YearProgram> years = new ArrayList<>();
    private final LinearProgram.Builder builder = LinearProgram.builder();
    private final Map<String, Rational> spent = new LinkedHashMap<>();
    private final Map<String, Rational> taken = new LinkedHashMap<>();
    /** Vintage by the name of its count. */
    private final Map<String, Integer> vintages = new HashMap<>();
    /** Item by the name of the count of a vintage. */
    private final Map<String, String> itemOfVintage = new HashMap<>();

    private final Map<Integer, Map<String, Map<String, Rational>>> assets = new HashMap<>();

    private Rational spentAnyway = Rational.ZERO;
    private final LinearProgram program;

    ExpansionFormulation(ExpansionProblem problem) {
        this.problem = problem;
        this.factors = new YearFactors(problem.problem().finance(), problem.years());
        this.salvage = problem.salvage().map(share -> Rational.of(share.base())).orElse(Rational.ZERO);
        List<AskedFor> alike = new ArrayList<>();
        for (int year = 1; year <= problem.years(); year++) {
            alike.add(AskedFor.of(problem.in(year)));
        }
        for (int year = 1; year <= problem.years(); year++) {
            // A unit in use in a year is needed in it or in a later one, in which it is in use as well.
            years.add(new YearProgram(year, alike.get(year - 1).problem(), alike.subList(year - 1, alike.size())));
            for (CatalogItem item : items()) {
                vintages.put(ExpansionProblem.vintage(item.id(), year), year);
                itemOfVintage.put(ExpansionProblem.vintage(item.id(), year), item.id());
            }
        }
        years.forEach(this::year);
        assets();
        items().forEach(this::purchases);
        limits();
        program = builder.build();
    }

    List<CatalogItem> items() {
        List<CatalogItem> items = new ArrayList<>(problem.problem().items().servers());
        items.addAll(problem.problem().items().storage());
        return items;
    }

    private void year(YearProgram of) {
        int year = of.year();
        LinearProgram stated = of.program();
        Rational lambda = Rational.of(of.problem().lambda().price().base());
        for (int j = 0; j < stated.variables().size(); j++) {
            Variable variable = stated.variables().get(j);
            String name = YearNames.in(year, variable.name());
            builder.variable(new Variable(name, variable.lower(), variable.upper(), variable.integer()));
            add(spent, name, of.running(j).times(factors.end(year)));
            Rational energy = of.energy(j);
            if (!energy.isZero()) {
                taken.put(name, energy);
                builder.cost(name, energy.times(lambda).times(factors.end(year)));
            }
            int vintage = vintage(variable.name());
            if (vintage > 0) {
                vintage(of, j, vintage);
            }
        }
        spentAnyway = spentAnyway.plus(of.runningConstant().times(factors.end(year)));
        for (Constraint row : stated.constraints()) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            LinearTerms.byName(stated, row)
                    .forEach((variable, coefficient) -> terms.put(YearNames.in(year, variable), coefficient));
            builder.constraint(YearNames.in(year, row.name()), terms, row.relation(), row.rightHandSide());
        }
    }

    /** The capital of a vintage in the year it is bought; later, that no unit comes back; what it brings when it leaves. */
    private void vintage(YearProgram of, int variable, int vintage) {
        int year = of.year();
        String item = of.program().variables().get(variable).name();
        String name = YearNames.in(year, item);
        Rational price = of.capital(variable);
        Rational brought = factors.end(year);
        if (year == vintage) {
            add(spent, name, price.times(factors.beginning(year)));
        } else {
            brought = brought.minus(factors.end(year - 1));
            builder.constraint(
                    YearNames.in(year, "kept." + item),
                    Map.of(name, Rational.ONE, YearNames.in(year - 1, item), Rational.of(-1)),
                    Relation.LE,
                    Rational.ZERO);
        }
        builder.cost(name, salvage.times(price).times(brought).negate());
    }

    private static void add(Map<String, Rational> sum, String name, Rational value) {
        if (!value.isZero()) {
            sum.merge(name, value, Rational::plus);
        }
    }

    /** Dollars at the prices of year 1, by asset without vintage: what each variable of a year adds. */
    Map<String, Map<String, Rational>> assets(YearProgram of) {
        return assets.computeIfAbsent(of.year(), year -> assetsOf(of));
    }

    private Map<String, Map<String, Rational>> assetsOf(YearProgram of) {
        Map<String, Map<String, Rational>> found = new TreeMap<>();
        List<Variable> variables = of.program().variables();
        for (int j = 0; j < variables.size(); j++) {
            String name = variables.get(j).name();
            Rational capital = of.capital(j);
            if (!capital.isZero() && !vintages.containsKey(name)) {
                found.computeIfAbsent(CapitalAssets.of(name), asset -> new LinkedHashMap<>())
                        .put(name, capital);
            }
        }
        return found;
    }

    static String owned(String asset) {
        return OWNED + asset + ")";
    }

    private void assets() {
        Map<String, Rational> most = new TreeMap<>();
        for (YearProgram of : years) {
            Map<String, Rational> uppers = new HashMap<>();
            of.program().variables().forEach(variable -> uppers.put(variable.name(), variable.upper()));
            assets(of).forEach((asset, terms) -> {
                Rational sum = Rational.ZERO;
                for (Map.Entry<String, Rational> term : terms.entrySet()) {
                    sum = sum.plus(term.getValue().times(uppers.getOrDefault(term.getKey(), Rational.ZERO)));
                }
                most.merge(asset, sum, Rational::max);
            });
        }
        for (YearProgram of : years) {
            int year = of.year();
            Map<String, Map<String, Rational>> ofYear = assets(of);
            most.forEach((asset, upper) -> {
                String owned = YearNames.in(year, owned(asset));
                builder.continuous(owned, Rational.ZERO, upper, Rational.ZERO);
                Rational price = price(year);
                if (year < years.size()) {
                    price = price.minus(price(year + 1));
                }
                add(spent, owned, price);
                Map<String, Rational> terms = new LinkedHashMap<>();
                ofYear.getOrDefault(asset, Map.of())
                        .forEach((name, dollars) -> terms.put(YearNames.in(year, name), dollars));
                terms.put(owned, Rational.of(-1));
                builder.constraint(YearNames.in(year, "in-use." + asset), terms, Relation.LE, Rational.ZERO);
                if (year > 1) {
                    builder.constraint(
                            YearNames.in(year, OWNED_SO_FAR + asset),
                            Map.of(YearNames.in(year - 1, owned(asset)), Rational.ONE, owned, Rational.of(-1)),
                            Relation.LE,
                            Rational.ZERO);
                }
            });
        }
    }

    /** What a dollar's worth of year 1 costs when it is bought for a year. */
    Rational price(int year) {
        return Rational.of(problem.otherPrices(year).base()).times(factors.beginning(year));
    }

    /** What can be had of an item is for all years. */
    private void purchases(CatalogItem item) {
        Optional<Integer> available = available(item);
        if (available.isEmpty() || years.size() == 1) {
            return;
        }
        Map<String, Rational> terms = new LinkedHashMap<>();
        for (YearProgram of : years) {
            String vintage = ExpansionProblem.vintage(item.id(), of.year());
            if (of.program().variables().stream()
                    .anyMatch(variable -> variable.name().equals(vintage))) {
                terms.put(YearNames.in(of.year(), vintage), Rational.ONE);
            }
        }
        builder.constraint("available." + item.id(), terms, Relation.LE, Rational.of(available.get()));
    }

    private void limits() {
        spent.forEach(builder::cost);
        builder.constant(spentAnyway);
        problem.problem().finance().budget().ifPresent(budget -> {
            Rational most = Dollars.of(budget);
            boolean hasInterest = problem.problem().finance().discountRate().isPresent();
            builder.constraint(
                    "budget",
                    spent,
                    Relation.LE,
                    (hasInterest ? most.times(ROUNDING_OF_INTEREST) : most).minus(spentAnyway));
        });
        problem.problem()
                .energyLimit()
                .ifPresent(limit -> builder.constraint("energy", taken, Relation.LE, kilowattHours(limit)));
    }

    static Rational kilowattHours(Energy energy) {
        return Rational.of(energy.base()).dividedBy(JOULES_PER_KILOWATT_HOUR);
    }

    /** The year of purchase of what a variable of a year counts; 0 for what has no vintage. */
    int vintage(String variable) {
        return vintages.getOrDefault(variable, 0);
    }

    /** The same for what a variable says something of, such as whether any unit of a vintage is in use. */
    int vintageNamed(String variable) {
        return vintage(named(variable));
    }

    /** What a variable belongs to, such as an item, whatever the vintage and the year. */
    String owner(String variable) {
        String id = named(variable);
        return itemOfVintage.getOrDefault(id, id);
    }

    private static String named(String variable) {
        Matcher call = CALL.matcher(variable);
        String named = call.matches() ? call.group(1) : variable.replaceAll("\\[.*", "");
        return named.substring(named.lastIndexOf(' ') + 1);
    }

    /** How many of an item can be had in all years together, if that is limited. */
    static Optional<Integer> available(CatalogItem item) {
        return item instanceof io.dcsdk.compute.Server server
                ? server.available()
                : ((io.dcsdk.storage.StorageUnit) item).available();
    }

    ExpansionProblem problem() {
        return problem;
    }

    YearFactors factors() {
        return factors;
    }

    List<YearProgram> years() {
        return years;
    }

    LinearProgram program() {
        return program;
    }
}
