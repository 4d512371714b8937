package io.dcsdk.examples;

import io.dcsdk.optimizer.sensitivity.EntryPrice;
import io.dcsdk.optimizer.sensitivity.LeavingPrice;
import io.dcsdk.optimizer.sensitivity.MarginalBasis;
import io.dcsdk.optimizer.sensitivity.MarginalValue;
import io.dcsdk.optimizer.sensitivity.PricePiece;
import io.dcsdk.optimizer.sensitivity.PriceVerdict;
import io.dcsdk.optimizer.sensitivity.Sensitivity;
import io.dcsdk.optimizer.sensitivity.SensitivityStatus;
import io.dcsdk.optimizer.sensitivity.ShadowPrice;
import io.dcsdk.quantity.Money;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints a sensitivity for people, in at most 100 columns. Intervals are rounded outwards. */
final class SensitivityReport {
    private static final int DIGITS = 5;
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    private final PrintWriter out;

    SensitivityReport(PrintWriter out) {
        this.out = out;
    }

    void print(Sensitivity sensitivity) {
        String status = sensitivity.status().toString().replace('-', ' ').toUpperCase(Locale.ROOT);
        out.printf("Sensitivity of %s: %s%n", sensitivity.problem(), status);
        if (sensitivity.status() == SensitivityStatus.INFEASIBLE) {
            out.println();
            out.println("  No selection from the catalogue meets these together; explain tells more:");
            sensitivity.conflict().forEach(name -> out.println("    - " + name));
            return;
        }
        if (sensitivity.objective().isEmpty()) {
            return;
        }
        out.println();
        out.printf(
                "  C + lambda E  %s; no design is below %s%n",
                Rounded.money(sensitivity.objective().get()),
                sensitivity.lowerBound().map(Rounded::money).orElse("0 USD"));
        shadowPrices(sensitivity.shadowPrices());
        marginalValues(sensitivity.marginalValues());
        leavingPrices(sensitivity.leavingPrices());
        entryPrices(sensitivity.entryPrices());
    }

    private void section(String title, TextTable table) {
        out.println();
        out.println("  " + title);
        table.lines().forEach(line -> out.println("  " + line));
    }

    private void shadowPrices(List<ShadowPrice> prices) {
        TextTable table = new TextTable(
                List.of("Name", ">Stated", ">One less, USD", ">down to", ">One more, USD", ">up to"),
                26,
                22,
                14,
                12,
                14,
                12);
        for (ShadowPrice price : prices) {
            if (price.settled()) {
                Optional<PricePiece> less = price.lowering();
                Optional<PricePiece> more = price.raising();
                table.row(
                        price.requirement(),
                        stated(price),
                        less.map(piece -> signed(piece.price().negate())).orElse("no"),
                        end(less, PricePiece::from, RoundingMode.CEILING),
                        more.map(piece -> signed(piece.price())).orElse("no"),
                        end(more, PricePiece::to, RoundingMode.FLOOR));
            } else {
                table.row(price.requirement(), stated(price), "not settled", "", "not settled", "");
            }
        }
        section("Shadow prices: every count stays as planned, only supplies adapt (no: the counts do not do)", table);
    }

    private static String stated(ShadowPrice price) {
        String relation =
                price.relation().equals("at most") ? "<=" : price.relation().equals("at least") ? ">=" : "+";
        return "%s %s %s"
                .formatted(relation, Rounded.number(price.stated()), price.unit())
                .strip();
    }

    private static String end(
            Optional<PricePiece> piece, Function<PricePiece, Optional<BigDecimal>> side, RoundingMode rounding) {
        return piece.map(known ->
                        side.apply(known).map(value -> number(value, rounding)).orElse("any"))
                .orElse("");
    }

    private void marginalValues(List<MarginalValue> values) {
        if (values.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                List.of("Name", ">From", ">To", "", ">Changes by, USD", ">Counts kept", "How"),
                26,
                12,
                12,
                8,
                26,
                12,
                16);
        for (MarginalValue value : values) {
            table.row(
                    value.requirement(),
                    Rounded.number(value.from()),
                    Rounded.number(value.to()),
                    value.unit(),
                    interval(value),
                    value.sameCounts()
                            .map(Money::base)
                            .map(SensitivityReport::signed)
                            .orElse("no"),
                    how(value.basis()));
        }
        section("Moved figures: by how much C + lambda E changes, everything chosen anew", table);
    }

    private static String interval(MarginalValue value) {
        if (value.basis() == MarginalBasis.IMPOSSIBLE) {
            return "no design";
        }
        String least = value.least()
                .map(money -> number(money.base(), RoundingMode.FLOOR))
                .orElse("?");
        String most = value.most()
                .map(money -> number(money.base(), RoundingMode.CEILING))
                .orElse("?");
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String how(MarginalBasis basis) {
        return switch (basis) {
            case SOLVED -> "solved";
            case PLAN_HOLDS -> "plan meets it";
            case PROOF_HOLDS -> "proof without it";
            case IMPOSSIBLE -> "proven";
            case OPEN -> "not settled";
        };
    }

    private void leavingPrices(List<LeavingPrice> prices) {
        if (prices.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                List.of("Item", ">Units", ">Price", "", ">Kept up to", ">Fewer at", ">Then", "How"),
                24,
                9,
                12,
                6,
                12,
                12,
                9,
                14);
        for (LeavingPrice price : prices) {
            boolean always = price.verdict() == PriceVerdict.NO_OTHER_DESIGN;
            table.row(
                    price.item(),
                    Rounded.number(price.units()),
                    Rounded.number(price.price()),
                    price.unit(),
                    price.stays().map(Rounded::number).orElse(always ? "any" : "?"),
                    price.leaves().map(Rounded::number).orElse(always ? "never" : "?"),
                    price.unitsThen().map(Rounded::number).orElse(""),
                    how(price.verdict()));
        }
        section("Used items: how dear they may become before a design with fewer is better", table);
        prices.stream()
                .flatMap(price -> price.affordable().stream())
                .findFirst()
                .ifPresent(some ->
                        out.println("    The budget ends what the plan may cost as well: affordable, in the JSON."));
    }

    private void entryPrices(List<EntryPrice> prices) {
        if (prices.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                List.of("Item", ">Price", "", ">Enters at", ">Out above", ">Units", "How"), 28, 12, 6, 12, 12, 9, 20);
        for (EntryPrice price : prices) {
            table.row(
                    price.item(),
                    Rounded.number(price.price()),
                    price.unit(),
                    price.enters().map(Rounded::number).orElse("-"),
                    price.verdict() == PriceVerdict.ENCLOSED || price.verdict() == PriceVerdict.OPEN
                            ? price.staysOut().map(Rounded::number).orElse("?")
                            : "-",
                    price.units().map(Rounded::number).orElse(""),
                    how(price.verdict()));
        }
        section("Unused items: at which price they would enter", table);
    }

    private static String how(PriceVerdict verdict) {
        return switch (verdict) {
            case ENCLOSED -> "proven";
            case NOT_AS_A_GIFT -> "not even as a gift";
            case NO_OTHER_DESIGN -> "no other design";
            case OF_NO_USE -> "meets no requirement";
            case OPEN -> "not settled";
        };
    }

    private static String signed(BigDecimal dollars) {
        return (dollars.signum() > 0 ? "+" : "") + Rounded.number(dollars);
    }

    /** Five digits, all before the point, rounded to one side. */
    private static String number(BigDecimal value, RoundingMode rounding) {
        BigDecimal rounded = value.abs().compareTo(LARGE) >= 0
                ? value.setScale(0, rounding)
                : value.round(new MathContext(DIGITS, rounding));
        return Rounded.number(rounded);
    }
}
