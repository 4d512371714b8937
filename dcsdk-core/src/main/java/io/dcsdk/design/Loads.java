package io.dcsdk.design;

import io.dcsdk.quantity.Power;

/**
 * The electrical loads of a design.
 *
 * @param peakIt power of all IT equipment under full load
 * @param meanIt mean power of all IT equipment at the problem's utilisation
 * @param peakCooling power of the cooling at peak
 * @param meanCooling mean power of the cooling
 */
public record Loads(Power peakIt, Power meanIt, Power peakCooling, Power meanCooling) {
    /**
     * What the site's connection must carry.
     *
     * @return IT and cooling at peak
     */
    public Power peak() {
        return peakIt.plus(peakCooling);
    }

    /**
     * Mean power of the whole facility.
     *
     * @return IT and cooling
     */
    public Power mean() {
        return meanIt.plus(meanCooling);
    }
}
