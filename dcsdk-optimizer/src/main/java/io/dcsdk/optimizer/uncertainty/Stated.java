package io.dcsdk.optimizer.uncertainty;

import java.util.Optional;

/**
 * A requirement or limit of a problem with scenarios or years.
 *
 * @param requirement its name, as a design problem's algebra calls it
 * @param in the scenario, or such as {@code year 2}, in which it holds; absent where it holds for all together
 */
record Stated(String requirement, Optional<String> in) {
    static Stated ofAll(String requirement) {
        return new Stated(requirement, Optional.empty());
    }

    static Stated in(String where, String requirement) {
        return new Stated(requirement, Optional.of(where));
    }

    /** Its requirement first, and nothing else has the same. */
    String key() {
        return in.map(where -> requirement + "\n" + where).orElse(requirement);
    }
}
