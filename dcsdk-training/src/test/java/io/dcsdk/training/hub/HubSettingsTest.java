package io.dcsdk.training.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HubSettingsTest {
    @Test
    void theCacheIsWhereThePythonToolsKeepIt() {
        assertEquals(Path.of("/home/jean/.cache/huggingface/hub"), cache(Map.of()));
        assertEquals(Path.of("/x/huggingface/hub"), cache(Map.of("XDG_CACHE_HOME", "/x")));
        assertEquals(Path.of("/hf/hub"), cache(Map.of("HF_HOME", "/hf", "XDG_CACHE_HOME", "/x")));
        assertEquals(Path.of("/c"), cache(Map.of("HF_HUB_CACHE", "/c", "HF_HOME", "/hf")));
        assertEquals(Path.of("/home/jean/c"), cache(Map.of("HF_HUB_CACHE", "~/c")));
        assertEquals(
                Path.of("/scratch/7/c/$NONE"),
                cache(Map.of("HF_HUB_CACHE", "$S/${N}/c/$NONE", "S", "/scratch", "N", "7")));
    }

    @Test
    void theHubIsThePublicOneUnlessTheEnvironmentNamesAnother() {
        assertEquals("https", HubSettings.from(Map.of()).endpoint().getScheme());
        assertEquals(
                URI.create("http://mirror:8080/hub"),
                HubSettings.from(Map.of("HF_ENDPOINT", "http://mirror:8080/hub//"))
                        .endpoint());
    }

    @Test
    void offlineIsReadFromTheUsualWords() {
        for (String yes : new String[] {"1", "true", "YES", "On"}) {
            assertTrue(HubSettings.from(Map.of("HF_HUB_OFFLINE", yes)).offline(), yes);
        }
        for (String no : new String[] {"0", "False", "no", "off", ""}) {
            assertFalse(HubSettings.from(Map.of("HF_HUB_OFFLINE", no)).offline(), no);
        }
        assertMessage(
                "HF_HUB_OFFLINE (maybe) of the environment: is neither 1, true, yes, on nor 0, false, no, off"
                        + "\nMaybe take 1 to stay off the network.",
                Map.of("HF_HUB_OFFLINE", "maybe"));
    }

    @Test
    void theTokenIsNeverShown() {
        HubSettings settings = HubSettings.from(Map.of("HF_TOKEN", " hf_secret\n"));
        assertEquals(Optional.of("hf_secret"), settings.token());
        assertFalse(settings.toString().contains("secret"), settings.toString());
        assertMessage(
                "token (not shown) of the hub: is empty or has characters that no header can carry"
                        + "\nMaybe HF_TOKEN holds more than the token.",
                Map.of("HF_TOKEN", "hf_secret\r\nX-Evil: 1"));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        for (String address : new String[] {"mirror:8080", "ftp://mirror", "http:///x", "http://a b", "//mirror"}) {
            String fault = FakeHub.refusal(() -> HubSettings.from(Map.of("HF_ENDPOINT", address)));
            assertTrue(fault.startsWith("endpoint (" + address + ") of the hub: "), fault);
        }
        String password = FakeHub.refusal(() -> HubSettings.from(Map.of("HF_ENDPOINT", "http://me:pw@mirror")));
        assertFalse(password.contains("pw"), password);
    }

    @Test
    void patienceHasItsRanges() {
        HubSettings settings = HubSettings.from(Map.of());
        Duration second = Duration.ofSeconds(1);
        assertThrows(HubException.class, () -> settings.withPatience(Duration.ZERO, second, 1));
        assertThrows(HubException.class, () -> settings.withPatience(second, second.negated(), 1));
        assertThrows(HubException.class, () -> settings.withPatience(second, second, 0));
        assertThrows(HubException.class, () -> settings.withPatience(second, second, 101));
    }

    private static Path cache(Map<String, String> environment) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("HOME", "/home/jean");
        return HubSettings.from(all).cache();
    }

    private static void assertMessage(String message, Map<String, String> environment) {
        assertEquals(message, FakeHub.refusal(() -> HubSettings.from(environment)));
    }
}
