package io.dcsdk.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.document.Documents;
import io.dcsdk.examples.LoadDocument.Duty;
import io.dcsdk.examples.LoadDocument.Servers;
import io.dcsdk.examples.LoadDocument.Stage;
import io.dcsdk.examples.LoadDocument.Supply;
import io.dcsdk.examples.LoadDocument.Trained;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.report.EquipmentLoad;
import io.dcsdk.optimizer.supply.SupplyValue;
import io.dcsdk.power.DutyCycle;
import io.dcsdk.power.EfficiencyCurve;
import io.dcsdk.power.PowerChain;
import io.dcsdk.power.PowerStage;
import io.dcsdk.power.PowerSupply;
import io.dcsdk.power.ServerGroup;
import io.dcsdk.power.ServerPower;
import io.dcsdk.profile.MeasuredEnergy;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.Power;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The load that a document states, on the hours of the weather. */
final class LoadInput {
    private static final double WATTS_PER_KILOWATT = 1000;

    private static final ImmutableMap<String, PowerChain> CHAINS = ImmutableMap.of(
            "legacy", PowerChain.LEGACY, "standard", PowerChain.STANDARD, "efficient", PowerChain.EFFICIENT);

    private final LoadDocument document;
    private final Path folder;
    private final LoadSeries series;
    private final String source;

    private LoadInput(LoadDocument document, String file, Path folder, TimeAxis axis) {
        source = file.equals("-") ? "stated on standard input" : "stated in %s".formatted(file);
        this.document = document;
        this.folder = folder;
        series = new LoadSeries(document.series(), folder, axis);
    }

    /** Reads a document; its files are relative to it, and refusals name it. */
    static ItLoad read(String file, TimeAxis axis) {
        LoadDocument document = Input.read(file, LoadDocument.class);
        @Nullable
        Path folder =
                file.equals("-") ? null : Input.path(file).toAbsolutePath().getParent();
        return Faults.placed(
                file, () -> new LoadInput(document, file, folder == null ? Path.of("") : folder, axis).load());
    }

    private ItLoad load() {
        List<EquipmentLoad.Part> parts = new ArrayList<>();
        double most = 0;
        for (Servers entry : document.servers()) {
            ServerGroup group = group(entry);
            TimeSeries utilisation = series.of(entry.utilisation(), "utilisation of " + entry.name(), "");
            parts.add(new EquipmentLoad.Part(entry.name(), group.load(utilisation), group.losses(utilisation)));
            most += group.watts(1);
        }
        if (document.kilowatts().isPresent()) {
            TimeSeries watts = series.of(document.kilowatts().get(), "kilowatts", "kW")
                    .map("W", kilowatts -> WATTS_PER_KILOWATT * kilowatts);
            if (watts.min() < 0) {
                throw new BadInput(
                        "kilowatts (%s in an hour)".formatted(watts.min() / WATTS_PER_KILOWATT),
                        "are below 0",
                        "check the series.");
            }
            parts.add(new EquipmentLoad.Part("stated power", watts, watts.times(0)));
            most += watts.max();
        }
        if (parts.isEmpty()) {
            throw new BadInput("load", "has neither servers nor kilowatts", "state what the IT equipment takes.");
        }
        TimeSeries sum = parts.get(0).watts();
        for (EquipmentLoad.Part part : parts.subList(1, parts.size())) {
            sum = sum.plus(part.watts());
        }
        if (!(sum.max() > 0)) {
            throw new BadInput(
                    "IT load (%s kW at most)".formatted(sum.max() / WATTS_PER_KILOWATT),
                    "is above zero in no hour",
                    "state a power or a utilisation above 0 in some hour.");
        }
        double design = document.designKilowatts()
                .map(kilowatts -> WATTS_PER_KILOWATT * kilowatts)
                .orElse(most);
        if (sum.max() > design) {
            throw new BadInput(
                    "design_kilowatts (%s)".formatted(design / WATTS_PER_KILOWATT),
                    "is below the %s kW that the equipment takes in an hour".formatted(sum.max() / WATTS_PER_KILOWATT),
                    "leave it out: then it is what the equipment can take.");
        }
        return new ItLoad(sum.named("IT load"), design, ImmutableList.copyOf(parts), chain(), source);
    }

    private ServerGroup group(Servers entry) {
        int kinds = (entry.linear().isPresent() ? 1 : 0)
                + (entry.cubic().isPresent() ? 1 : 0)
                + (entry.measured().isEmpty() ? 0 : 1)
                + (entry.item().isPresent() ? 1 : 0)
                + (entry.duty().isPresent() ? 1 : 0)
                + (entry.trained().isPresent() ? 1 : 0);
        if (kinds != 1) {
            throw new BadInput(
                    "servers %s".formatted(entry.name()),
                    "must have one of linear, cubic, measured, item, duty, trained",
                    "state how their power follows their utilisation.");
        }
        if (entry.item().isPresent() && entry.powerSupply().isPresent()) {
            throw new BadInput(
                    "power_supply of servers %s".formatted(entry.name()),
                    "is lost twice: catalogue items state power at the plug",
                    "leave it out, or state the power behind it as linear.");
        }
        return new ServerGroup(
                entry.name(), entry.count(), power(entry), entry.powerSupply().map(LoadInput::supply));
    }

    private ServerPower power(Servers entry) {
        if (entry.linear().isPresent()) {
            return new ServerPower.Linear(
                    entry.linear().get().idle(), entry.linear().get().peak());
        }
        if (entry.cubic().isPresent()) {
            return new ServerPower.Cubic(
                    entry.cubic().get().idle(), entry.cubic().get().peak());
        }
        if (!entry.measured().isEmpty()) {
            return ServerPower.Measured.of(entry.measured());
        }
        if (entry.item().isPresent()) {
            return item(entry.item().get());
        }
        return entry.duty().isPresent()
                ? duty(entry.duty().get())
                : trained(entry.name(), entry.trained().orElseThrow());
    }

    private static ServerPower item(String id) {
        Catalog catalog = Catalog.builtIn();
        Server server = catalog.servers().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "item (%s)".formatted(id),
                        "is no server of the built-in catalogue",
                        "use one of %s."
                                .formatted(catalog.servers().stream()
                                        .map(Server::id)
                                        .collect(Collectors.joining(", ")))));
        return new ServerPower.Linear(
                server.idlePower().in(Power.Unit.WATT), server.maxPower().in(Power.Unit.WATT));
    }

    private static ServerPower duty(Duty duty) {
        double communicating = duty.communicating().orElse(0.0);
        if (communicating > 0 && duty.communicatingWatts().isEmpty()) {
            throw new BadInput(
                    "duty (communicating %s)".formatted(communicating),
                    "has no communicating_watts",
                    "a server in collectives takes more than idle and less than computing.");
        }
        return new DutyCycle(duty.computing(), communicating)
                .power(duty.computingWatts(), duty.communicatingWatts().orElse(0.0), duty.idleWatts());
    }

    /** The measured run: its mean power while it computed, idle for the rest, and what its meter did not see. */
    private ServerPower trained(String owner, Trained trained) {
        TrainingProfile profile = Documents.read(folder.resolve(Input.path(trained.profile())), TrainingProfile.class);
        MeasuredEnergy energy = profile.energy()
                .orElseThrow(() -> new BadInput(
                        "profile (%s) of servers %s".formatted(trained.profile(), owner),
                        "has no energy: the machine had no meter",
                        "state duty with the watts of the maker, or of a meter at the plug."));
        double idle = trained.idleWatts()
                .or(() -> energy.idlePower().map(power -> power.in(Power.Unit.WATT)))
                .orElseThrow(() -> new BadInput(
                        "idle_watts of servers %s".formatted(owner),
                        "is missing, and the profile has none",
                        "state what the same meter shows without work."));
        double other = trained.otherWatts().orElse(0.0);
        double computing = energy.meanPower().in(Power.Unit.WATT) + other;
        return DutyCycle.of(profile).power(computing, computing, idle + other);
    }

    private static PowerSupply supply(Supply entry) {
        return new PowerSupply(
                curve("power_supply", entry.efficiency(), entry.points()),
                entry.ratedWatts(),
                entry.count().orElse(1));
    }

    private static EfficiencyCurve curve(String owner, Optional<SupplyValue> efficiency, Map<Double, Double> points) {
        if (efficiency.isPresent() != points.isEmpty()) {
            throw new BadInput(owner, "must have either efficiency or points", "write efficiency: titanium, or 0.94.");
        }
        if (efficiency.isEmpty()) {
            return EfficiencyCurve.of(points);
        }
        return efficiency.get().series().isPresent()
                ? EfficiencyCurve.named(efficiency.get().series().get())
                : EfficiencyCurve.constant(efficiency.get().number());
    }

    private Optional<PowerChain> chain() {
        if (document.powerChain().isPresent() && !document.powerStages().isEmpty()) {
            throw new BadInput("power_stages", "stand in place of power_chain", "leave one of them out.");
        }
        if (document.powerChain().isPresent()) {
            String name = document.powerChain().get();
            @Nullable PowerChain chain = CHAINS.get(name);
            if (chain == null) {
                throw ItemRules.of("load", "")
                        .broken("power_chain", name, "is unknown", "use legacy, standard or efficient.");
            }
            return Optional.of(chain);
        }
        if (document.powerStages().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList.Builder<PowerStage> stages = ImmutableList.builder();
        for (Stage stage : document.powerStages()) {
            stages.add(new PowerStage(
                    stage.name(),
                    curve("power stage %s".formatted(stage.name()), stage.efficiency(), stage.points()),
                    stage.loading(),
                    stage.cooled()));
        }
        return Optional.of(new PowerChain(stages.build()));
    }
}
