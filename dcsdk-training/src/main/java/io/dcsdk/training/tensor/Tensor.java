package io.dcsdk.training.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An element type, a shape and the elements, row by row (the last dimension runs fastest), little-endian. Immutable as long
 * as nobody changes the buffer or the mapped file behind it. At most 2^31 - 1 bytes.
 */
public final class Tensor {
    private final ElementType type;
    private final List<Long> shape;
    private final ByteBuffer bytes;

    private Tensor(ElementType type, List<Long> shape, ByteBuffer bytes) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /**
     * A tensor over bytes that are there already; they are not copied.
     *
     * @param type what an element is
     * @param shape the dimensions, each at least 0; empty for a scalar
     * @param bytes the elements, from position to limit
     * @return a tensor
     * @throws IllegalArgumentException if a dimension is negative or the number of bytes does not fit type and shape
     */
    public static Tensor of(ElementType type, List<Long> shape, ByteBuffer bytes) {
        long wanted = Math.multiplyExact(elements(shape), type.bytes());
        if (wanted != bytes.remaining()) {
            throw new IllegalArgumentException("bytes (%d) of a tensor %s %s: %d are needed\nMaybe check the shape."
                    .formatted(bytes.remaining(), type, shape, wanted));
        }
        return new Tensor(type, List.copyOf(shape), bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    /**
     * An F32 tensor.
     *
     * @param values the elements, copied
     * @param shape the dimensions; none for a scalar
     * @return a tensor
     * @throws IllegalArgumentException if the number of values does not fit the shape
     */
    public static Tensor of(float[] values, long... shape) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(values.length, 4)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return of(ElementType.F32, boxed(shape), bytes);
    }

    /**
     * An I64 tensor.
     *
     * @param values the elements, copied
     * @param shape the dimensions; none for a scalar
     * @return a tensor
     * @throws IllegalArgumentException if the number of values does not fit the shape
     */
    public static Tensor of(long[] values, long... shape) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(values.length, 8)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return of(ElementType.I64, boxed(shape), bytes);
    }

    /**
     * What an element is.
     *
     * @return the element type
     */
    public ElementType type() {
        return type;
    }

    /**
     * The dimensions.
     *
     * @return the shape, outermost first; empty for a scalar
     */
    public List<Long> shape() {
        return shape;
    }

    /**
     * How many elements there are: the product of the shape.
     *
     * @return the count; 1 for a scalar
     */
    public long elements() {
        return elements(shape);
    }

    /**
     * The elements as they are stored.
     *
     * @return a read-only little-endian view from the first byte to the last
     */
    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The elements as binary32.
     *
     * @return a new array; F16 and BF16 are widened exactly, F64 is rounded
     * @throws IllegalStateException if the elements are no floating-point numbers
     */
    public float[] toFloats() {
        int count = Math.toIntExact(elements());
        float[] values = new float[count];
        ByteBuffer in = bytes();
        switch (type) {
            case F32 -> in.asFloatBuffer().get(values);
            case F64 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = (float) in.getDouble();
                }
            }
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = HalfPrecision.fromF16(in.getShort());
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    values[i] = HalfPrecision.fromBf16(in.getShort());
                }
            }
            case I64, I32, I16, I8, U8, BOOL ->
                throw new IllegalStateException(
                        "element type (%s) of a tensor: floating-point numbers are wanted\nMaybe read toLongs()."
                                .formatted(type));
        }
        return values;
    }

    /**
     * The elements as 64-bit whole numbers.
     *
     * @return a new array
     * @throws IllegalStateException if the elements are floating-point numbers
     */
    public long[] toLongs() {
        int count = Math.toIntExact(elements());
        long[] values = new long[count];
        ByteBuffer in = bytes();
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case I64 -> in.getLong();
                case I32 -> in.getInt();
                case I16 -> in.getShort();
                case I8 -> in.get();
                case U8, BOOL -> in.get() & 0xff;
                case F64, F32, F16, BF16 ->
                    throw new IllegalStateException(
                            "element type (%s) of a tensor: whole numbers are wanted\nMaybe read toFloats()."
                                    .formatted(type));
            };
        }
        return values;
    }

    /** Type and shape, like {@code F32 [2, 3]}. */
    @Override
    public String toString() {
        return type + shape.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
    }

    private static long elements(List<Long> shape) {
        long count = 1;
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "dimension (%d) of a tensor: it is negative\nMaybe check the shape.".formatted(dimension));
            }
            count = Math.multiplyExact(count, dimension);
        }
        return count;
    }

    private static List<Long> boxed(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }
}
