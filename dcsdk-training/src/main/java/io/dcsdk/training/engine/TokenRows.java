package io.dcsdk.training.engine;

/**
 * Rows of tokens as the program takes them, row by row. The arrays are not copied: whoever gives them away leaves them alone
 * until the call returns. They may be longer than needed.
 *
 * @param rows how many rows, at least 1
 * @param width tokens a row, at least 1
 * @param inputIds token ids, rows × width
 * @param tokenTypeIds segment ids, rows × width, or empty for all 0
 * @param mask 1 for tokens and 0 for padding, rows × width, or empty where no row is padded
 * @param labels a label for each token (rows × width), row (rows), or first and last token (rows × 2); −100 does not count;
 *     empty where only logits are wanted
 */
@SuppressWarnings("ArrayRecordComponent") // a view of reused buffers, never compared
public record TokenRows(int rows, int width, long[] inputIds, long[] tokenTypeIds, long[] mask, long[] labels) {
    /**
     * Checks the sizes.
     *
     * @throws EngineException if an array is too short
     */
    public TokenRows {
        if (rows < 1 || width < 1) {
            throw new EngineException("size (%d × %d) of token rows: there is no token\nMaybe the batch is empty."
                    .formatted(rows, width));
        }
        int tokens = Math.multiplyExact(rows, width);
        fits("input ids", inputIds, tokens);
        if (tokenTypeIds.length > 0) {
            fits("token type ids", tokenTypeIds, tokens);
        }
        if (mask.length > 0) {
            fits("mask", mask, tokens);
        }
    }

    private static void fits(String name, long[] array, int tokens) {
        if (array.length < tokens) {
            throw new EngineException(
                    "%s (%d) of token rows: %d are needed\nMaybe the batch was built for another width."
                            .formatted(name, array.length, tokens));
        }
    }
}
