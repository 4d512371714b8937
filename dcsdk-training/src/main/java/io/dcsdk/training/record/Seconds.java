package io.dcsdk.training.record;

import java.math.BigDecimal;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** A duration in JSON: a number of seconds, exact to the nanosecond, and nothing else. */
final class Seconds {
    private static final int NANO_DIGITS = 9;

    private Seconds() {}

    static final class Writer extends ValueSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator generator, SerializationContext context) {
            BigDecimal seconds = BigDecimal.valueOf(value.getSeconds())
                    .add(BigDecimal.valueOf(value.getNano(), NANO_DIGITS))
                    .stripTrailingZeros();
            generator.writeNumber(seconds.scale() < 0 ? seconds.setScale(0) : seconds);
        }
    }

    static final class Reader extends ValueDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
                return (Duration) context.handleUnexpectedToken(Duration.class, parser);
            }
            BigDecimal seconds = parser.getDecimalValue();
            try {
                BigDecimal nanos = seconds.setScale(NANO_DIGITS);
                long whole = nanos.toBigInteger().longValueExact();
                return Duration.ofSeconds(
                        whole, nanos.remainder(BigDecimal.ONE).unscaledValue().longValueExact());
            } catch (ArithmeticException e) {
                throw RecordException.of(
                        "seconds",
                        seconds,
                        "a record",
                        "must be whole nanoseconds in the range of a long",
                        "the file was edited.");
            }
        }
    }
}
