package io.dcsdk.optimizer.explanation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The two figures of a floor, which carries {@code floor-area × floor-load}. More area carries more mass as well: with the area
 * raised by d, the limit of the mass rises by d times the stated load. Were both raised, the product of the two moves would
 * be no linear function of them, and no bound of a linear program would hold for it. So a repair that may raise the area leaves the load
 * as stated; it raises the load only where the area is kept.
 */
public final class FloorFigures {
    private static final String AREA = "floor-area";
    private static final String LOAD = "floor-load";

    private FloorFigures() {}

    /**
     * The figures that a repair may move.
     *
     * @param figures by name
     * @return the same without the floor's load, if the area is among them; in the same order
     */
    static Map<String, StatedFigure> withoutLoadOfArea(Map<String, StatedFigure> figures) {
        Map<String, StatedFigure> rest = new LinkedHashMap<>(figures);
        if (rest.containsKey(AREA)) {
            rest.remove(LOAD);
        }
        return rest;
    }

    /**
     * The figure that the rows of a requirement or limit give way with.
     *
     * @param figures what may move, by name
     * @param requirement the name of a requirement or limit
     * @return the area for the mass that the floor carries, if the area may move; else the figure of that name, if there is one
     */
    public static Optional<StatedFigure> moverOf(Map<String, StatedFigure> figures, String requirement) {
        String mover = requirement.equals(LOAD) && figures.containsKey(AREA) ? AREA : requirement;
        return Optional.ofNullable(figures.get(mover));
    }
}
