package io.dcsdk.optimizer.report;

import java.util.List;

/** A part of a report under one heading. */
record Section(String heading, List<Block> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }
}
