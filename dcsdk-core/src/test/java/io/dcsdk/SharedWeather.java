package io.dcsdk;

import io.dcsdk.weather.EpwFile;
import io.dcsdk.weather.WeatherYear;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real weather and carbon of the shared folder; tests that ask for it are skipped where it is absent. */
public final class SharedWeather {
    private SharedWeather() {}

    public static WeatherYear seattle() {
        return WeatherYear.of(EpwFile.read(file("weather", "USA_WA_Seattle-Tacoma.epw")));
    }

    public static WeatherYear phoenix() {
        return WeatherYear.of(EpwFile.read(file("weather", "USA_AZ_Phoenix-Sky.Harbor.epw")));
    }

    public static Path file(String folder, String name) {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data", "energy", folder, name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: there is no " + file);
        return file;
    }
}
