package io.dcsdk.optimizer.report;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.optimizer.typical.TypicalSizing;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The report of a sized supply as one HTML file: what to build, how it runs by hour, week and year, what it costs and emits by part
 * and month, and what is proven.
 *
 * <pre>{@code
 * String page = SizingReport.of("site", "USD", system, sizing).withEmissions(factors, sources).toHtml();
 * }</pre>
 *
 * <p>Immutable; the same sizing gives the same bytes.
 */
public final class SizingReport {
    private final String name;
    private final String currency;
    private final EnergySystem system;
    private final Optional<Sizing> sizing;
    private final Design design;
    private final Optional<String> note;
    private final ImmutableMap<String, Profile> emissions;
    private final ImmutableMap<String, String> sources;
    private final Optional<TypicalSizing> typical;
    private final int week;
    private final Optional<ZonedDateTime> start;

    private SizingReport(
            String name,
            String currency,
            EnergySystem system,
            Optional<Sizing> sizing,
            Design design,
            Optional<String> note,
            ImmutableMap<String, Profile> emissions,
            ImmutableMap<String, String> sources,
            Optional<TypicalSizing> typical,
            int week,
            Optional<ZonedDateTime> start) {
        this.name = name;
        this.currency = currency;
        this.system = system;
        this.sizing = sizing;
        this.design = design;
        this.note = note;
        this.emissions = emissions;
        this.sources = sources;
        this.typical = typical;
        this.week = week;
        this.start = start;
    }

    /**
     * The report of a sizing.
     *
     * @param name of the system, any text
     * @param currency of all costs, any text
     * @param system what was sized
     * @param sizing with a design
     * @return the report, with week 1
     * @throws IllegalArgumentException if there is no design
     */
    public static SizingReport of(String name, String currency, EnergySystem system, Sizing sizing) {
        Design design = sizing.design()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Sizing (%s) of %s: has no design to report\nMaybe look at its status first."
                                .formatted(sizing.status(), name)));
        return of(name, currency, system, Optional.of(sizing), design);
    }

    /**
     * The report of a design whose proof is told elsewhere, because it was chosen together with something else.
     *
     * @param name of the system, any text
     * @param currency of all costs, any text
     * @param system what was sized
     * @param design the capacities and their dispatch
     * @return the report, with week 1
     */
    public static SizingReport of(String name, String currency, EnergySystem system, Design design) {
        return of(name, currency, system, Optional.empty(), design);
    }

    private static SizingReport of(
            String name, String currency, EnergySystem system, Optional<Sizing> sizing, Design design) {
        return new SizingReport(
                name,
                currency,
                system,
                sizing,
                design,
                Optional.empty(),
                ImmutableMap.of(),
                ImmutableMap.of(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    /**
     * The same report with a sentence before its figures, such as what the steps stand for.
     *
     * @param text any text
     * @return the report
     */
    public SizingReport withNote(String text) {
        return new SizingReport(
                name, currency, system, sizing, design, Optional.of(text), emissions, sources, typical, week, start);
    }

    /**
     * The same report with carbon.
     *
     * @param factors tonnes of one MWh in each step, by activity
     * @param from where each factor comes from, by activity
     * @return the report
     */
    public SizingReport withEmissions(Map<String, Profile> factors, Map<String, String> from) {
        return new SizingReport(
                name,
                currency,
                system,
                sizing,
                design,
                note,
                ImmutableMap.copyOf(factors),
                ImmutableMap.copyOf(from),
                typical,
                week,
                start);
    }

    /**
     * The same report with the typical days that the capacities come from.
     *
     * @param found the sizing on typical days
     * @return the report
     */
    public SizingReport withTypicalDays(TypicalSizing found) {
        return new SizingReport(
                name, currency, system, sizing, design, note, emissions, sources, Optional.of(found), week, start);
    }

    /**
     * The same report with another week drawn beside that of the highest demand.
     *
     * @param number from 1
     * @return the report
     */
    public SizingReport withWeek(int number) {
        return new SizingReport(
                name, currency, system, sizing, design, note, emissions, sources, typical, number, start);
    }

    /**
     * The same report with the time of its first step, for dates and months.
     *
     * @param first when the first step begins, in the zone of its clocks; without it a year begins on 1 January
     * @return the report
     */
    public SizingReport withStart(Optional<ZonedDateTime> first) {
        return new SizingReport(name, currency, system, sizing, design, note, emissions, sources, typical, week, first);
    }

    /**
     * The report as a page.
     *
     * @return one HTML file with its pictures in it, well-formed as XML; it loads and runs nothing
     * @throws IllegalArgumentException if the week is outside the horizon
     */
    public String toHtml() {
        return HtmlPage.of(page());
    }

    private Page page() {
        return new Page(
                "Supply of " + name, sizing.map(SizingReport::verdict).orElse("A design and its dispatch"), sections());
    }

    private static String verdict(Sizing known) {
        return known.gap() <= 1e-4
                ? "Proven to be within %s of the least cost".formatted(Shown.gap(BigDecimal.valueOf(known.gap())))
                : "A design that may cost up to %s of its cost too much: no more is proven"
                        .formatted(Figures.percent(known.gap()));
    }

    /** The sections of the page, for pages that tell of more. */
    List<Section> sections() {
        SizingPictures pictures = pictures();
        SizingSections parts = new SizingSections(currency, system, design, pictures.ledger(), pictures);
        List<Section> sections = new ArrayList<>();
        sections.add(parts.built(note));
        sections.add(parts.week(week));
        parts.year().ifPresent(sections::add);
        parts.months().ifPresent(sections::add);
        sections.add(SizingCarbon.of(pictures, emissions, sources));
        typical.ifPresent(found -> sections.add(TypicalDaysSection.of(found, currency)));
        sizing.ifPresent(known -> sections.add(parts.proof(known)));
        return sections;
    }

    /** The currency of all costs, any text. */
    String currency() {
        return currency;
    }

    /** What is built and run, added up and drawn. */
    SizingPictures pictures() {
        return new SizingPictures(name, system, design, emissions, start);
    }

    /** Hours of all steps together. */
    double hours() {
        return IntStream.range(0, system.steps()).mapToDouble(system::hours).sum();
    }
}
