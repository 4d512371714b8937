package io.dcsdk.weather;

/**
 * A column of an EnergyPlus weather file ("Auxiliary Programs", chapter on weather converter: units, missing values and
 * ranges), as an SI series.
 */
public enum EpwField {
    /** Dry bulb. */
    DRY_BULB(6, "dry bulb", "degC", 1, 99.9, -70, 70),
    /** Dew point. */
    DEW_POINT(7, "dew point", "degC", 1, 99.9, -70, 70),
    /** Relative humidity, 1 at saturation; the file has percent. */
    RELATIVE_HUMIDITY(8, "relative humidity", "", 0.01, 999, 0, 110),
    /** Pressure of the air at the station. */
    PRESSURE(9, "pressure", "Pa", 1, 999_999, 31_000, 120_000),
    /** Infrared radiation of the sky on a horizontal surface, mean of the hour. */
    HORIZONTAL_INFRARED(12, "horizontal infrared radiation", "W/m2", 1, 9999, 0, 1500),
    /** Radiation of sun and sky on a horizontal surface, mean of the hour. */
    GLOBAL_HORIZONTAL(13, "global horizontal radiation", "W/m2", 1, 9999, 0, 1500),
    /** Radiation of the sun on a surface that faces it, mean of the hour. */
    DIRECT_NORMAL(14, "direct normal radiation", "W/m2", 1, 9999, 0, 1500),
    /** Radiation of the sky on a horizontal surface, mean of the hour. */
    DIFFUSE_HORIZONTAL(15, "diffuse horizontal radiation", "W/m2", 1, 9999, 0, 1500),
    /** Where the wind comes from, degrees from north through east. */
    WIND_DIRECTION(20, "wind direction", "deg", 1, 999, 0, 360),
    /** Wind speed at 10 m. */
    WIND_SPEED(21, "wind speed", "m/s", 1, 999, 0, 60),
    /** Part of the sky that clouds cover; the file has tenths. */
    TOTAL_SKY_COVER(22, "total sky cover", "", 0.1, 99, 0, 10);

    private final int column;
    private final String label;
    private final String unit;
    private final double factor;
    private final double missing;
    private final double least;
    private final double most;

    EpwField(int column, String label, String unit, double factor, double missing, double least, double most) {
        this.column = column;
        this.label = label;
        this.unit = unit;
        this.factor = factor;
        this.missing = missing;
        this.least = least;
        this.most = most;
    }

    /** Index of the column, from 0. */
    int column() {
        return column;
    }

    /**
     * What it is.
     *
     * @return the name of its series
     */
    public String label() {
        return label;
    }

    /**
     * The unit of its series.
     *
     * @return an SI unit, or degC
     */
    public String unit() {
        return unit;
    }

    /** From the file's unit to that of the series. */
    double factor() {
        return factor;
    }

    /** Whether a number of the file stands for none. */
    boolean isMissing(double value) {
        return value >= missing;
    }

    /** Whether a number of the file can be one. */
    boolean isPlausible(double value) {
        return value >= least && value <= most;
    }

    /** The range, for messages. */
    String range() {
        return least + " to " + most;
    }
}
