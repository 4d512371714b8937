package io.dcsdk.workload;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that a data centre has to run; in documents its field {@code kind} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PreTraining.class, name = "pre-training"),
    @JsonSubTypes.Type(value = FineTuning.class, name = "fine-tuning"),
    @JsonSubTypes.Type(value = Inference.class, name = "inference"),
    @JsonSubTypes.Type(value = DataRetention.class, name = "data-retention"),
    @JsonSubTypes.Type(value = Requirement.class, name = "requirement"),
})
public sealed interface Workload permits PreTraining, FineTuning, Inference, DataRetention, Requirement {
    /**
     * What people call it.
     *
     * @return 1 to 120 characters
     */
    String name();

    /**
     * What it demands, with the derivation of every figure that is not zero.
     *
     * @return the demand
     */
    Demand demand();
}
