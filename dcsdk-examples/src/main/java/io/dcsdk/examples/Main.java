package io.dcsdk.examples;

/** Entry point. */
public final class Main {
    private Main() {}

    /**
     * Runs.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("dcsdk");
    }
}
