package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.plan.CertificateDocument;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requirements and limits that no selection of the catalogue meets together. How data centres work is never a member.
 *
 * @param linear whether even parts of items would not help: the proof is one combination of rows. Otherwise it needs that items
 *     are whole
 * @param members in the order of the formulation
 * @param beaten the limit among them of which the proof says that it would have to be higher under the others; absent where it
 *     says of the whole problem that it has no point
 * @param proof that the members cannot hold together; checked, and {@link ConflictVerifier} checks it again
 */
public record ConflictExplanation(
        boolean linear, List<ConflictMember> members, Optional<String> beaten, CertificateDocument proof) {
    /** Checks the components. */
    public ConflictExplanation {
        ItemRules rules = ItemRules.of("conflict", "");
        members = rules.list("members", members);
        beaten = Objects.requireNonNullElse(beaten, Optional.empty());
        rules.required("proof", proof);
    }

    /**
     * Whether nothing can be left out of it.
     *
     * @return true if each member has a design that meets all others
     */
    public boolean irreducible() {
        return members.stream().allMatch(ConflictMember::needed);
    }

    /**
     * The names of the members.
     *
     * @return in their order
     */
    public List<String> names() {
        return members.stream().map(member -> member.requirement().name()).toList();
    }

    /**
     * One sentence for people.
     *
     * @return such as "No selection from the catalogue meets compute (at least 1,000 TFLOP/s) and budget (at most 1 million
     *     USD) together."
     */
    public String describe() {
        List<String> parts = members.stream()
                .map(ConflictMember::requirement)
                .map(stated -> stated.name()
                        + stated.amount().map(text -> " (" + text + ")").orElse(""))
                .toList();
        String all = parts.size() < 2
                ? String.join("", parts)
                : parts.stream().limit(parts.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + parts.get(parts.size() - 1);
        return parts.size() < 2
                ? "No selection from the catalogue meets %s.".formatted(all)
                : "No selection from the catalogue meets %s together.".formatted(all);
    }
}
