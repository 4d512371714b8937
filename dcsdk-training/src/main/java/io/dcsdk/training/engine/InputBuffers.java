package io.dcsdk.training.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Direct buffers that carry a thread's inputs to the engine, used again for every call. The engine's array is the buffer itself, which
 * is safe because a call ends before the next one begins: on processors with all its work, on GPUs with the inputs copied to pinned memory.
 */
final class InputBuffers {
    private static final int SLOTS = 4;

    private final ByteBuffer[] slots = new ByteBuffer[SLOTS];

    InputBuffers() {
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = direct(1 << 12);
        }
    }

    /** The first numbers of an array, in the buffer of a slot. */
    ByteBuffer filled(int slot, long[] values, int count) {
        int bytes = Math.multiplyExact(count, Long.BYTES);
        if (slots[slot].capacity() < bytes) {
            slots[slot] = direct(Math.max(bytes, 2 * slots[slot].capacity()));
        }
        ByteBuffer buffer =
                slots[slot].duplicate().order(ByteOrder.nativeOrder()).limit(bytes);
        buffer.asLongBuffer().put(values, 0, count);
        return buffer;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
