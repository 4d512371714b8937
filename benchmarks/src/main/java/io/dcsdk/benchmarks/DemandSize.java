package io.dcsdk.benchmarks;

/** How much a synthetic problem asks for, in servers of the mean size. */
public enum DemandSize {
    /** Tens of servers: every single one matters to the gap. */
    SMALL(24),
    /** Hundreds of servers. */
    MEDIUM(300),
    /** Tens of thousands of servers. */
    LARGE(20_000);

    private final int servers;

    DemandSize(int servers) {
        this.servers = servers;
    }

    /**
     * About how many servers it takes.
     *
     * @return servers of the mean size
     */
    public int servers() {
        return servers;
    }
}
