package io.dcsdk.fabric;

/**
 * A network port of a host: it sends and receives, and never forwards.
 *
 * @param index its number, from 0; the shape says which node and GPU it is
 */
public record Endpoint(int index) implements Vertex {
    /** Checks the index. */
    public Endpoint {
        if (index < 0) {
            throw new FabricException("index", index, "end point", "is negative", "count from 0.");
        }
    }

    @Override
    public String toString() {
        return "end point " + index;
    }
}
