package io.dcsdk.cooling;

import io.dcsdk.item.KebabName;
import io.dcsdk.power.PowerChain;

/**
 * Documented plants to start from, with the power chain that usually goes with them. Fans and pumps are typical figures of
 * their kind, in watts for each watt of heat at full load.
 */
public enum CoolingConfiguration {
    /** Room units with compressors at constant fan speed (6 %), air supplied at 15 °C: as most rooms were built. */
    CRAC(15, false, "room units with compressors") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new RoomCooling(new AirLoop(supplyCelsius, 10, ROOM_UNIT), new DirectExpansion());
        }
    },
    /** The same with dampers for outdoor air. */
    CRAC_ECONOMIZER(15, false, "room units with compressors, outdoor air") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new OutsideAirCooling(
                    new AirLoop(supplyCelsius, 10, ROOM_UNIT), ThermalEnvelope.A1, 0, new DirectExpansion());
        }
    },
    /** Air handlers with fans at variable speed (3.5 %) on chilled water of a water-cooled chiller. */
    CHILLER(20, false, "chilled water") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new RoomCooling(new AirLoop(supplyCelsius, 12, AIR_HANDLER), ChillerPlant.standard(false));
        }
    },
    /** The same with a heat exchanger between tower water and chilled water. */
    CHILLER_ECONOMIZER(20, false, "chilled water, tower water") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new RoomCooling(new AirLoop(supplyCelsius, 12, AIR_HANDLER), ChillerPlant.standard(true));
        }
    },
    /** Air handlers on outdoor air, with chilled water for hot hours. */
    AIR_ECONOMIZER(22, true, "outdoor air, chilled water") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new OutsideAirCooling(
                    new AirLoop(supplyCelsius, 12, AIR_HANDLER), ThermalEnvelope.A1, 0, ChillerPlant.standard(false));
        }
    },
    /** The same with direct evaporative coolers of 85 %. */
    EVAPORATIVE(24, true, "outdoor air, evaporative, chilled water") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new OutsideAirCooling(
                    new AirLoop(supplyCelsius, 12, AIR_HANDLER),
                    ThermalEnvelope.A1,
                    0.85,
                    ChillerPlant.standard(false));
        }
    },
    /** Room air over heat exchangers that outdoor air cools, dry or wetted, with compressors for what is left. */
    INDIRECT_EVAPORATIVE(24, true, "indirect evaporative, compressors") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new IndirectEvaporativeCooling(
                    new AirLoop(supplyCelsius, 12, new FanLaw(0.025, 0.3)),
                    0.65,
                    0.75,
                    new FanLaw(0.02, 0.3),
                    new DirectExpansion());
        }
    },
    /** Cold plates for 85 % of the heat on warm water and dry coolers; the rest as in air-economizer at 24 °C. */
    DIRECT_LIQUID(40, true, "cold plates and dry coolers, outdoor air") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new LiquidCooling(
                    supplyCelsius, 10, 0.85, new FanLaw(0.01, 0.3), DryCooler.WITH_PADS, AIR_ECONOMIZER.plant(24));
        }
    },
    /** Servers in baths that dry coolers cool. */
    IMMERSION(40, true, "immersion and dry coolers") {
        @Override
        public CoolingPlant plant(double supplyCelsius) {
            return new LiquidCooling(
                    supplyCelsius, 8, 1, new FanLaw(0.012, 0.3), DryCooler.WITH_PADS, AIR_ECONOMIZER.plant(24));
        }
    };

    private static final FanLaw ROOM_UNIT = new FanLaw(0.06, 1);
    private static final FanLaw AIR_HANDLER = new FanLaw(0.035, 0.3);
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

    /**
     * The plant.
     *
     * @param supplyCelsius temperature of air, or of liquid for the last two, at the IT equipment, °C
     * @return the plant
     * @throws io.dcsdk.item.ItemException if the plant cannot supply that temperature
     */
    public abstract CoolingPlant plant(double supplyCelsius);

    /**
     * The usual supply temperature.
     *
     * @return °C, of air, or of liquid for the last two
     */
    public double usualSupply() {
        return supply;
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
        return new Facility(plant(supplyCelsius), power(), designItWatts, LIGHTING_SHARE, CYCLES);
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
