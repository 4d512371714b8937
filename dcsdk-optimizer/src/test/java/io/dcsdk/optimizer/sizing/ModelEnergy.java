package io.dcsdk.optimizer.sizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;

/** The PyPSA model-energy case of shared/: 2,920 steps of three hours; wind, solar, battery, hydrogen. */
final class ModelEnergy {
    static final double WIND = 101644.12332388276;
    static final double SOLAR = 51346.82981964593;
    static final double BATTERY = 63361.75356490421;
    static final double ELECTROLYSIS = 188715.7758309984;
    static final double TURBINE = 116387.00137488062;
    static final double HYDROGEN = 148.31893020591625;
    static final double SHEDDING = 10901.16;

    private ModelEnergy() {}

    static Path folder() {
        Path folder = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/energy/renewables");
        Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is absent: the model-energy case is not checked");
        return folder;
    }

    static Profile column(String file, int column) throws IOException {
        List<String> lines = Files.readAllLines(folder().resolve(file));
        List<Double> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            values.add(Double.parseDouble(line.split(",", -1)[column]));
        }
        return Profile.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Profile solar() throws IOException {
        return column("pypsa-model-energy-generators-p_max_pu.csv", 1);
    }

    static Profile wind() throws IOException {
        return column("pypsa-model-energy-generators-p_max_pu.csv", 2);
    }

    /** Wind, solar, battery and shedding, without hydrogen. */
    static EnergySystemBuilder electricity(Profile demand) throws IOException {
        Profile solar = solar();
        return EnergySystem.builder(solar.length(), Profile.constant(3))
                .capacity(Capacity.extendable("wind", WIND))
                .capacity(Capacity.extendable("solar", SOLAR))
                .capacity(Capacity.extendable("battery", BATTERY))
                .capacity(Capacity.given("shedding", SHEDDING))
                .bus("electricity", demand)
                .source("wind", "electricity", Limit.of("wind", wind()), Profile.constant(0))
                .source("solar", "electricity", Limit.of("solar", solar), Profile.constant(0))
                .source("shedding", "electricity", Limit.of("shedding"), Profile.constant(2000))
                .storage("battery", "electricity", "battery", Reservoir.cyclic("battery", 3), 0.96, 0.96);
    }

    static EnergySystem withHydrogen() throws IOException {
        return electricity(column("pypsa-model-energy-loads-p_set.csv", 1))
                .capacity(Capacity.extendable("electrolysis", ELECTROLYSIS))
                .capacity(Capacity.extendable("turbine", TURBINE))
                .capacity(Capacity.extendable("hydrogen", HYDROGEN))
                .node(new Node(
                        "hydrogen",
                        Profile.constant(0),
                        Optional.of(new Reservoir("hydrogen", 1, 0, OptionalDouble.empty()))))
                .link("electrolysis", "electricity", "hydrogen", 0.6217, Limit.of("electrolysis"))
                .link("turbine", "hydrogen", "electricity", 0.41, Limit.of("turbine"))
                .build();
    }
}
