package io.dcsdk.examples;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads 500ms, 60s, 5m or 1h. */
final class TimeLimit implements ITypeConverter<Duration> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h)");
    private static final Map<String, Long> NANOSECONDS =
            Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);
    private static final Duration LONGEST = Duration.ofDays(365);

    TimeLimit() {}

    @Override
    public Duration convert(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("'%s' is no time such as 500ms, 60s, 5m or 1h".formatted(text));
        }
        BigDecimal nanoseconds = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(NANOSECONDS.getOrDefault(matcher.group(2), 0L)));
        BigDecimal most = BigDecimal.valueOf(LONGEST.toNanos());
        Duration time = Duration.ofNanos(nanoseconds.min(most).longValue());
        if (time.isZero()) {
            throw new TypeConversionException("'%s' leaves no time at all".formatted(text));
        }
        return time;
    }
}
