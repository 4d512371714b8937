package io.dcsdk.design;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Area;
import io.dcsdk.quantity.FloorLoad;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import java.util.Objects;
import java.util.Optional;

/**
 * The limits of the place. What is absent does not limit.
 *
 * @param power the most that IT and cooling may draw together
 * @param racks the most racks
 * @param rackUnits height of a rack in rack units, at least 1; 42 when absent
 * @param powerPerRack the most that the equipment of a rack may draw on average over the racks; a cooling system may
 *     allow less
 * @param rackPrice price of a rack with its power distribution; nothing when absent
 * @param area floor area for racks
 * @param areaPerRack floor area that a rack takes with its share of the aisles; needed with area
 * @param floorLoad mass that the floor carries; needs area
 */
public record Site(
        Optional<Power> power,
        Optional<Integer> racks,
        Optional<Integer> rackUnits,
        Optional<Power> powerPerRack,
        Optional<Money> rackPrice,
        Optional<Area> area,
        Optional<Area> areaPerRack,
        Optional<FloorLoad> floorLoad) {
    /** A place without limits, with racks of 42 units. */
    public static final Site UNLIMITED = new Site(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final int STANDARD_RACK_UNITS = 42;

    /** Checks the components. */
    public Site {
        ItemRules rules = ItemRules.of("site", "");
        power = Objects.requireNonNullElse(power, Optional.empty());
        power.ifPresent(value -> rules.positive("power", value));
        racks = Objects.requireNonNullElse(racks, Optional.empty());
        racks.ifPresent(value -> rules.atLeast("racks", value, 1));
        rackUnits = Objects.requireNonNullElse(rackUnits, Optional.empty());
        rackUnits.ifPresent(value -> rules.atLeast("rackUnits", value, 1));
        powerPerRack = Objects.requireNonNullElse(powerPerRack, Optional.empty());
        powerPerRack.ifPresent(value -> rules.positive("powerPerRack", value));
        rackPrice = Objects.requireNonNullElse(rackPrice, Optional.empty());
        rackPrice.ifPresent(value -> rules.nonNegative("rackPrice", value));
        area = Objects.requireNonNullElse(area, Optional.empty());
        area.ifPresent(value -> rules.positive("area", value));
        areaPerRack = Objects.requireNonNullElse(areaPerRack, Optional.empty());
        areaPerRack.ifPresent(value -> rules.positive("areaPerRack", value));
        floorLoad = Objects.requireNonNullElse(floorLoad, Optional.empty());
        floorLoad.ifPresent(value -> rules.positive("floorLoad", value));
        if (area.isPresent() && areaPerRack.isEmpty()) {
            throw rules.broken("area", area.get(), "limits nothing without areaPerRack", "add areaPerRack.");
        }
        if (floorLoad.isPresent() && area.isEmpty()) {
            throw rules.broken("floorLoad", floorLoad.get(), "limits nothing without area", "add area.");
        }
    }

    /**
     * The height of a rack.
     *
     * @return rack units
     */
    public int unitsPerRack() {
        return rackUnits.orElse(STANDARD_RACK_UNITS);
    }
}
