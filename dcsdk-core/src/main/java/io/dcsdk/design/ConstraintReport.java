package io.dcsdk.design;

/**
 * A constraint of the plan, with its numbers.
 *
 * @param name its name
 * @param algebra the constraint as algebra
 * @param activity value of the left-hand side, an exact decimal or fraction
 * @param limit the right-hand side
 * @param slack how far it is from being broken, zero or above; zero binds
 */
public record ConstraintReport(String name, String algebra, String activity, String limit, String slack) {}
