package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** What daylight saving does to the hours of tariffs. */
final class ClockChanges {
    private ClockChanges() {}

    /** A sentence for each change of the clocks of a zone from one time to before another. */
    static List<String> told(ZoneId zone, Instant from, Instant end) {
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        ZoneOffsetTransition next = zone.getRules().nextTransition(from.minusNanos(1));
        while (next != null && next.getInstant().isBefore(end)) {
            notes.add("Clocks of %s are set %s at %s: tariffs %s the hours %s %s."
                    .formatted(
                            zone,
                            next.isGap() ? "forward" : "back",
                            next.getDateTimeBefore(),
                            next.isGap() ? "skip" : "count twice",
                            next.isGap() ? "to" : "from",
                            next.getDateTimeAfter()));
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return notes.build();
    }
}
