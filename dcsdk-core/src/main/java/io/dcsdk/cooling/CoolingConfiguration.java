package io.dcsdk.cooling;

import io.dcsdk.item.ItemRules;
import io.dcsdk.item.KebabName;
import io.dcsdk.power.PowerChain;

/**
 * Documented plants to start from, with the power chain that usually goes with them. Fans and pumps are typical figures of
 * their kind, in watts for each watt of heat at full load.
 */
public enum CoolingConfiguration {
    /** Room units with air-cooled compressors at constant fan speed (6 %), air supplied at 15 °C: as most rooms were built. */
    CRAC(15, false, "room units with compressors") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new RoomCooling(new AirLoop(supplyCelsius, 10, ROOM_UNIT), new DirectExpansion());
        }
    },
    /** The same with dampers for outdoor air. */
    CRAC_ECONOMIZER(15, false, "room units with compressors, outdoor air") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new OutsideAirCooling(new AirLoop(supplyCelsius, 10, ROOM_UNIT), envelope, 0, new DirectExpansion());
        }
    },
    /** Air handlers with fans at variable speed (3.5 %) on chilled water of a water-cooled chiller. */
    CHILLER(20, false, "chilled water") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new RoomCooling(new AirLoop(supplyCelsius, 12, AIR_HANDLER), ChillerPlant.standard(false));
        }
    },
    /** The same with a heat exchanger between tower water and chilled water. */
    CHILLER_ECONOMIZER(20, false, "chilled water, tower water") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new RoomCooling(new AirLoop(supplyCelsius, 12, AIR_HANDLER), ChillerPlant.standard(true));
        }
    },
    /** Air handlers on outdoor air, with chilled water for hot hours. */
    AIR_ECONOMIZER(22, true, "outdoor air, chilled water") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new OutsideAirCooling(
                    new AirLoop(supplyCelsius, 12, AIR_HANDLER), envelope, 0, ChillerPlant.standard(false));
        }
    },
    /** The same with direct evaporative coolers of 85 %. */
    EVAPORATIVE(24, true, "outdoor air, evaporative, chilled water") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new OutsideAirCooling(
                    new AirLoop(supplyCelsius, 12, AIR_HANDLER), envelope, 0.85, ChillerPlant.standard(false));
        }
    },
    /** Room air over heat exchangers that outdoor air cools, dry or wetted, with compressors for what is left. */
    INDIRECT_EVAPORATIVE(24, true, "indirect evaporative, compressors") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new IndirectEvaporativeCooling(
                    new AirLoop(supplyCelsius, 12, new FanLaw(0.025, 0.3)),
                    0.65,
                    0.75,
                    new FanLaw(0.02, 0.3),
                    new DirectExpansion());
        }
    },
    /** Cold plates for 85 % of the equipment's heat on warm water and dry coolers; the rest as in air-economizer at 24 °C (22 °C for H1). */
    DIRECT_LIQUID(40, true, "cold plates and dry coolers, outdoor air") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new LiquidCooling(
                    supplyCelsius, 10, 0.85, new FanLaw(0.01, 0.3), DryCooler.WITH_PADS, besideLiquid(envelope));
        }
    },
    /** Servers in baths that dry coolers cool; converters and light as in air-economizer at 24 °C (22 °C for H1). */
    IMMERSION(40, true, "immersion and dry coolers") {
        @Override
        CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope) {
            return new LiquidCooling(
                    supplyCelsius, 8, 1, new FanLaw(0.012, 0.3), DryCooler.WITH_PADS, besideLiquid(envelope));
        }
    };

    private static final FanLaw ROOM_UNIT = new FanLaw(0.06, 1);
    private static final FanLaw AIR_HANDLER = new FanLaw(0.035, 0.3);
    private static final double BESIDE_LIQUID = 24;
    private static final double LIGHTING_SHARE = 0.01;
    private static final double CYCLES = 4;

    private final double supply;
    private final boolean shortFeed;
    private final String description;

    CoolingConfiguration(double supply, boolean shortFeed, String description) {
        this.supply = supply;
        this.shortFeed = shortFeed;
        this.description = description;
    }

    abstract CoolingPlant build(double supplyCelsius, ThermalEnvelope envelope);

    private static CoolingPlant besideLiquid(ThermalEnvelope envelope) {
        return AIR_ECONOMIZER.build(usualAir(BESIDE_LIQUID, envelope), envelope);
    }

    /** Air of an envelope, no warmer than what is recommended for equipment of its class. */
    private static double usualAir(double celsius, ThermalEnvelope envelope) {
        return envelope.nearest(Math.min(celsius, envelope.recommended().warmest()));
    }

    /**
     * The plant for equipment of class A1.
     *
     * @param supplyCelsius temperature of air, or of liquid for the last two, at the IT equipment, °C
     * @return the plant
     * @throws io.dcsdk.item.ItemException if the plant cannot supply that temperature, or A1 does not allow it
     */
    public CoolingPlant plant(double supplyCelsius) {
        return plant(supplyCelsius, ThermalEnvelope.A1);
    }

    /**
     * The plant.
     *
     * @param supplyCelsius temperature of air, or of liquid for the last two, at the IT equipment, °C
     * @param envelope what air the equipment allows
     * @return the plant
     * @throws io.dcsdk.item.ItemException if the plant cannot supply that temperature, or the envelope does not allow it
     */
    public CoolingPlant plant(double supplyCelsius, ThermalEnvelope envelope) {
        CoolingPlant plant = build(supplyCelsius, envelope);
        if (!isLiquid() && envelope.nearest(supplyCelsius) != supplyCelsius) {
            throw ItemRules.of("cooling", toString())
                    .broken(
                            "supply temperature",
                            supplyCelsius,
                            "is not within %s and %s degC, what ASHRAE's class %s allows"
                                    .formatted(envelope.coldest(), envelope.warmest(), envelope.name()),
                            "the equipment is of a wider class: A4 goes from 5 to 45 degC.");
        }
        return plant;
    }

    /**
     * Whether liquid goes to the equipment.
     *
     * @return true for the last two
     */
    public boolean isLiquid() {
        return this == DIRECT_LIQUID || this == IMMERSION;
    }

    /**
     * The usual supply temperature.
     *
     * @return °C, of air, or of liquid for the last two
     */
    public double usualSupply() {
        return supply;
    }

    /**
     * The usual supply temperature, moved into an envelope.
     *
     * @param envelope what air the equipment allows
     * @return °C, of air within the envelope and no warmer than recommended for it, or of liquid for the last two
     */
    public double usualSupply(ThermalEnvelope envelope) {
        return isLiquid() ? supply : usualAir(supply, envelope);
    }

    /**
     * The power chain that usually goes with it.
     *
     * @return {@link PowerChain#EFFICIENT} or {@link PowerChain#STANDARD}
     */
    public PowerChain power() {
        return shortFeed ? PowerChain.EFFICIENT : PowerChain.STANDARD;
    }

    /**
     * The facility with the power chain of the configuration, 1 % for light and four cycles of concentration.
     *
     * @param supplyCelsius supply temperature, °C
     * @param designItWatts most power of the IT equipment, W
     * @return the facility
     * @throws io.dcsdk.item.ItemException if a figure is out of range
     */
    public Facility facility(double supplyCelsius, double designItWatts) {
        return facility(supplyCelsius, designItWatts, ThermalEnvelope.A1);
    }

    /**
     * The same for equipment of another class.
     *
     * @param supplyCelsius supply temperature, °C
     * @param designItWatts most power of the IT equipment, W
     * @param envelope what air the equipment allows
     * @return the facility
     * @throws io.dcsdk.item.ItemException if a figure is out of range
     */
    public Facility facility(double supplyCelsius, double designItWatts, ThermalEnvelope envelope) {
        return new Facility(plant(supplyCelsius, envelope), power(), designItWatts, LIGHTING_SHARE, CYCLES);
    }

    /**
     * What it is, in a few words.
     *
     * @return the parts
     */
    public String description() {
        return description;
    }

    /**
     * Reads a name.
     *
     * @param text the name in lower case, with dashes
     * @return the configuration
     * @throws io.dcsdk.item.ItemException if there is none of that name
     */
    public static CoolingConfiguration parse(String text) {
        return KebabName.parse(CoolingConfiguration.class, "cooling", text);
    }

    @Override
    public String toString() {
        return KebabName.of(this);
    }
}
