package io.dcsdk.workload;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.item.ItemRules;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.ComputeWork;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Training as a {@link TrainingProfile} measured it: the work of a sample is the measured one, and so, with {@link
 * #plannedOn}, is the efficiency.
 *
 * <p><b>Efficiency is counted once.</b> The planner counts a server with {@code accelerators × peak × sustained efficiency},
 * where the efficiency is that of large training runs. A small model reaches less, sometimes a tenth of it. With the measured
 * rate m of one device and the planner's rate p = peak × sustained efficiency of the same device, the relative efficiency is
 * ρ = m / p, and the demand is {@code work / (time × ρ)}. For servers with the measured accelerator the catalogue's figure
 * cancels: n accelerators are enough exactly when {@code n m ≥ work / time}. Other servers are taken to lose the same factor
 * ρ against their own sustained efficiency. Without a planned server the demand is plain {@code work / time}, as for
 * {@link PreTraining}, and every server counts with the catalogue's efficiency; the derivation says so. Speed is taken to
 * grow with the number of devices; measure on as many as will be used where that is in doubt.
 *
 * <p><b>Energy</b> is no demand, so the derivation only reports it: joules of a sample as the meter saw them beside those of a
 * planned server at full load, which has fans, host and power supplies that the meter seldom sees.
 *
 * @param name what people call it
 * @param profile what was measured
 * @param runs what is to be run
 * @param trainingShare share of the time that is left for training steps, when evaluations, checkpoints and the start take
 *     the rest; above 0 and up to 1, all of it when absent
 * @param dataset size of the stored examples, if they are kept in the data centre; read once an epoch
 * @param checkpoints how each run saves its state, if it does
 * @param exchange what replicas exchange, if the network is to be sized for it; its tokens are real ones
 * @param server what the planner counts for the measured device, if the measured efficiency shall replace that
 */
public record MeasuredTraining(
        String name,
        TrainingProfile profile,
        TrainingRuns runs,
        Optional<Ratio> trainingShare,
        Optional<DataSize> dataset,
        Optional<CheckpointRule> checkpoints,
        Optional<GradientExchange> exchange,
        Optional<PlannedServer> server)
        implements Workload {
    /** Checks the components. */
    public MeasuredTraining {
        ItemRules rules = ItemRules.of("measured training", String.valueOf(name));
        rules.text("name", name, 120);
        rules.required("profile", profile);
        rules.required("runs", runs);
        trainingShare = Objects.requireNonNullElse(trainingShare, Optional.empty());
        trainingShare.ifPresent(share -> rules.efficiency("trainingShare", share));
        dataset = Objects.requireNonNullElse(dataset, Optional.empty());
        dataset.ifPresent(size -> rules.nonNegative("dataset", size));
        checkpoints = Objects.requireNonNullElse(checkpoints, Optional.empty());
        exchange = Objects.requireNonNullElse(exchange, Optional.empty());
        server = Objects.requireNonNullElse(server, Optional.empty());
        if (server.isPresent()) {
            checkServer(rules, server.get(), profile);
        }
    }

    private static void checkServer(ItemRules rules, PlannedServer server, TrainingProfile profile) {
        if (server.peak().precision() != profile.precision()) {
            throw rules.broken(
                    "peak",
                    server.peak(),
                    "is not in the precision of the profile (" + profile.precision() + ")",
                    "give the peak in that one.");
        }
        ComputeRate each = eachDevice(profile);
        if (each.compareTo(server.peak()) > 0) {
            throw rules.broken(
                    "profile",
                    each,
                    "is a higher rate than the peak (" + server.peak() + ") of the accelerators of " + server.id(),
                    "the profile is of another device, or of another precision than it says.");
        }
    }

    static MeasuredTraining of(String name, TrainingProfile profile, TrainingRuns runs) {
        return new MeasuredTraining(
                name,
                profile,
                runs,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same with a share of the time that trains.
     *
     * @param share above 0 and up to 1
     * @return a changed workload
     */
    public MeasuredTraining withTrainingShare(Ratio share) {
        return new MeasuredTraining(name, profile, runs, Optional.of(share), dataset, checkpoints, exchange, server);
    }

    /**
     * The same with stored examples.
     *
     * @param size size of all examples
     * @return a changed workload
     */
    public MeasuredTraining withDataset(DataSize size) {
        return new MeasuredTraining(
                name, profile, runs, trainingShare, Optional.of(size), checkpoints, exchange, server);
    }

    /**
     * The same with checkpoints.
     *
     * @param rule how long writing one may take, and how many each run keeps
     * @return a changed workload
     */
    public MeasuredTraining withCheckpoints(CheckpointRule rule) {
        return new MeasuredTraining(name, profile, runs, trainingShare, dataset, Optional.of(rule), exchange, server);
    }

    /**
     * The same with replicas that exchange gradients.
     *
     * @param rule batch, replicas and share of the step
     * @return a changed workload
     */
    public MeasuredTraining withExchange(GradientExchange rule) {
        return new MeasuredTraining(
                name, profile, runs, trainingShare, dataset, checkpoints, Optional.of(rule), server);
    }

    /**
     * The same with the measured efficiency in place of the one that is counted for a server.
     *
     * @param planned what the planner counts for the server whose accelerator was measured
     * @return a changed workload
     */
    public MeasuredTraining plannedOn(PlannedServer planned) {
        return new MeasuredTraining(
                name, profile, runs, trainingShare, dataset, checkpoints, exchange, Optional.of(planned));
    }

    /**
     * The same with the measured efficiency in place of the catalogue's.
     *
     * @param catalog a catalogue with servers that have the profile's accelerator
     * @return a changed workload
     * @throws io.dcsdk.item.ItemException if the profile's device has no catalogue identifier, no server has it, or those
     *     that do count it differently
     */
    public MeasuredTraining plannedOn(Catalog catalog) {
        ItemRules rules = ItemRules.of("measured training", name);
        String accelerator = profile.device()
                .accelerator()
                .orElseThrow(
                        () -> rules.broken(
                                "accelerator",
                                profile.device().name(),
                                "is a device that no catalogue names",
                                "add it to a catalogue and its identifier to the profile, or plan with the catalogue's efficiency."));
        List<Server> servers = catalog.servers().stream()
                .filter(item -> item.accelerator().equals(accelerator))
                .toList();
        if (servers.isEmpty()) {
            throw rules.broken(
                    "accelerator",
                    accelerator,
                    "is in no server of catalogue " + catalog.name(),
                    "add a server with it, or plan with the catalogue's efficiency.");
        }
        if (servers.stream().map(Server::sustainedEfficiency).distinct().count() > 1) {
            throw rules.broken(
                    "accelerator",
                    accelerator,
                    "is counted differently in "
                            + String.join(", ", servers.stream().map(Server::id).toList()),
                    "choose one of them: plannedOn(PlannedServer.of(...)).");
        }
        Server first = servers.get(0);
        return plannedOn(PlannedServer.of(first, catalog.accelerator(first), profile.precision()));
    }

    /**
     * The arithmetic of one run.
     *
     * @return measured work of a sample × samples × epochs
     */
    public ComputeWork work() {
        return profile.work().times(runs.samples()).dividedBy(BigDecimal.valueOf(profile.samples()));
    }

    /**
     * How the measured rate of a device compares with the one that the planner counts.
     *
     * @return measured rate / (peak × sustained efficiency); empty without a planned server
     */
    public Optional<Ratio> relativeEfficiency() {
        return server.map(planned -> eachDevice(profile).dividedBy(planned.sustained()));
    }

    static ComputeRate eachDevice(TrainingProfile profile) {
        return profile.compute().dividedBy(BigDecimal.valueOf(profile.device().count()));
    }

    @Override
    public Demand demand() {
        return new MeasuredDemand(this).demand();
    }
}
