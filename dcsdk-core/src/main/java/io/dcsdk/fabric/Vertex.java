package io.dcsdk.fabric;

/** What a topology joins: end points and switches. */
public sealed interface Vertex permits Endpoint, Switch {
    /**
     * The number that tells it from its like, from 0.
     *
     * @return its index
     */
    int index();
}
