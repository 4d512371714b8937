package io.dcsdk.optimizer.decomposition;

import java.util.List;

/**
 * Variables of a program that belong together.
 *
 * @param name what people call it
 * @param variables the indices of its variables, rising
 * @param choices the indices, among them, of the whole-number variables that rows of several blocks may contain and on which all else in
 *     the block depends; the most important first
 */
public record Block(String name, List<Integer> variables, List<Integer> choices) {
    /** Copies the lists. */
    public Block {
        variables = List.copyOf(variables);
        choices = List.copyOf(choices);
    }
}
