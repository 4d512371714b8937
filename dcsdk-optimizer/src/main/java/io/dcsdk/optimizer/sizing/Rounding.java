package io.dcsdk.optimizer.sizing;

/**
 * Sums and products rounded down or up, so that a chain of them is a bound whatever was rounded on the way: the double
 * below (above) the nearest one is below (above) the exact result. A sum of zero is exact: additions never underflow.
 */
final class Rounding {
    private Rounding() {}

    static double sumDown(double a, double b) {
        double sum = a + b;
        return a == 0 || b == 0 || sum == 0 ? sum : Math.nextDown(sum);
    }

    static double sumUp(double a, double b) {
        double sum = a + b;
        return a == 0 || b == 0 || sum == 0 ? sum : Math.nextUp(sum);
    }

    static double productDown(double a, double b) {
        double product = a * b;
        return isExact(a, b) ? product : Math.nextDown(product);
    }

    static double productUp(double a, double b) {
        double product = a * b;
        return isExact(a, b) ? product : Math.nextUp(product);
    }

    private static boolean isExact(double a, double b) {
        return a == 0 || b == 0 || a == 1 || b == 1 || a == -1 || b == -1;
    }
}
