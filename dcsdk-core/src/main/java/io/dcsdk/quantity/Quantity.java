package io.dcsdk.quantity;

/** One value of one physical dimension. */
public abstract class Quantity {
    Quantity() {}
}
