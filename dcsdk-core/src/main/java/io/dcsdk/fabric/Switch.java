package io.dcsdk.fabric;

/**
 * A switch.
 *
 * @param tier its tier
 * @param index its number within the tier, from 0
 * @param group the pod of a three-tier fat tree or the group of a dragonfly that it is in, from 0; 0 elsewhere
 */
public record Switch(Tier tier, int index, int group) implements Vertex {
    /** Checks the numbers. */
    public Switch {
        if (index < 0 || group < 0) {
            throw new FabricException(
                    "number", Math.min(index, group), tier + " switch", "is negative", "count from 0.");
        }
    }

    @Override
    public String toString() {
        return tier + " " + index;
    }
}
