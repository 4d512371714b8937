package io.dcsdk.optimizer.report;

import java.util.List;

/** A whole report: what it is about, how that ended, and its sections. */
record Page(String title, String verdict, List<Section> sections) {
    Page {
        sections = List.copyOf(sections);
    }
}
