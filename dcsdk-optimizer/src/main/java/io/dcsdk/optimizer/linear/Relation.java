package io.dcsdk.optimizer.linear;

/** How the left-hand side of a constraint relates to its right-hand side. */
public enum Relation {
    /** The left-hand side is at most the right-hand side. */
    LE("<="),
    /** The left-hand side is at least the right-hand side. */
    GE(">="),
    /** Both sides are equal. */
    EQ("=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /**
     * The relation as it is printed.
     *
     * @return one of {@code <=}, {@code >=} and {@code =}
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Whether a multiplier of this sign may be used on such a constraint when a lower bound of a minimum is proven:
     * not negative for {@link #GE}, not positive for {@link #LE}, any for {@link #EQ}.
     *
     * @param multiplier the multiplier
     * @return true if the sign is right
     */
    public boolean admits(Rational multiplier) {
        return switch (this) {
            case LE -> multiplier.signum() <= 0;
            case GE -> multiplier.signum() >= 0;
            case EQ -> true;
        };
    }
}
