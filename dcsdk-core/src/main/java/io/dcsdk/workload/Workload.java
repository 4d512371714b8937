package io.dcsdk.workload;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dcsdk.profile.TrainingProfile;

/** Something that a data centre has to run; in documents its field {@code kind} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PreTraining.class, name = "pre-training"),
    @JsonSubTypes.Type(value = FineTuning.class, name = "fine-tuning"),
    @JsonSubTypes.Type(value = Inference.class, name = "inference"),
    @JsonSubTypes.Type(value = DataRetention.class, name = "data-retention"),
    @JsonSubTypes.Type(value = Requirement.class, name = "requirement"),
    @JsonSubTypes.Type(value = MeasuredTraining.class, name = "measured-training"),
})
public sealed interface Workload
        permits PreTraining, FineTuning, Inference, DataRetention, Requirement, MeasuredTraining {
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

    /**
     * Training as a profile measured it. {@link MeasuredTraining#plannedOn} lets the measured efficiency replace the
     * catalogue's.
     *
     * @param name what people call it, 1 to 120 characters
     * @param profile what was measured
     * @param runs what is to be run, how fast or how often
     * @return the workload; its methods add data, checkpoints and what else it needs
     * @throws io.dcsdk.item.ItemException if the name is no short text
     */
    static MeasuredTraining fromProfile(String name, TrainingProfile profile, TrainingRuns runs) {
        return MeasuredTraining.of(name, profile, runs);
    }
}
