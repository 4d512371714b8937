package io.dcsdk.item;

import java.util.List;

/** Something that a design can buy, hire or build, as a catalogue lists it. Implemented by records only. */
public interface CatalogItem {
    /**
     * The identifier, unique within a catalogue.
     *
     * @return text of the form {@code [a-z0-9][a-z0-9.-]{0,63}}
     */
    String id();

    /**
     * The name that people know it by.
     *
     * @return 1 to 120 printable characters
     */
    String name();

    /**
     * Where the figures come from.
     *
     * @return the sources, each naming the figures that it is for; may be empty
     */
    List<Source> sources();
}
