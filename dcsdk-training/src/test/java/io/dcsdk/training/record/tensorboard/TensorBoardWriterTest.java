package io.dcsdk.training.record.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.SampleRecords;
import io.dcsdk.training.record.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TensorBoardWriterTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00.250Z");

    @TempDir
    private Path folder;

    private Instant now = START;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private TensorBoardWriter writer() {
        return new TensorBoardWriter(folder, clock);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private List<EventReader.Event> events(int file) throws IOException {
        return EventReader.read(Files.readAllBytes(files().get(file)));
    }

    @Test
    void allScalarsOfARunAreRead() throws IOException {
        TensorBoardWriter writer = writer();
        writer.onStart(SampleRecords.start());
        now = START.plusMillis(500);
        writer.onStep(SampleRecords.step(1));
        writer.onStep(SampleRecords.step(2));
        writer.onEvaluation(SampleRecords.evaluation(1));
        writer.onEpoch(SampleRecords.epoch(1));
        writer.onEvaluation(SampleRecords.evaluation(EvaluatedSet.TEST, 1));
        writer.onFinish(SampleRecords.end(StopReason.COMPLETED, 1));

        List<EventReader.Event> events = events(0);
        double wallTime = START.getEpochSecond() + 0.75;
        assertEquals(
                new EventReader.Event(wallTime - 0.5, 0, Optional.of("brain.Event:2"), false, Map.of()), events.get(0));
        assertEquals(
                scalars(
                        wallTime,
                        2,
                        Map.of(
                                "train/loss", 1.25f,
                                "train/learning_rate", 5e-4f,
                                "train/gradient_norm", 0.2f,
                                "throughput/sentences_per_second", 320f,
                                "throughput/tokens_per_second", 6000f,
                                "throughput/padding_share", 0.25f)),
                events.get(3));
        assertEquals(
                scalars(
                        wallTime,
                        2,
                        Map.of(
                                "eval/loss", 1.5f,
                                "eval/precision", 0.5f,
                                "eval/recall", 0.25f,
                                "eval/f1", 0.5f,
                                "eval/token_accuracy", 0.97f,
                                "eval/f1/LOC", 1 / 3f,
                                "eval/f1/PER", 0.75f)),
                events.get(4));
        assertEquals(scalars(wallTime, 2, Map.of("epoch/train_loss", 2f)), events.get(5));
        assertTrue(events.get(6).scalars().containsKey("test/f1/PER"));
        assertEquals(7, events.size());
    }

    private static EventReader.Event scalars(double wallTime, long step, Map<String, Float> scalars) {
        return new EventReader.Event(wallTime, step, Optional.empty(), false, scalars);
    }

    @Test
    void valuesReachTheSystemWithEveryEvaluationAndAfterTenSeconds() throws IOException {
        TensorBoardWriter writer = writer();
        writer.onStart(SampleRecords.start());
        assertEquals(2, events(0).size());
        writer.onStep(SampleRecords.step(1));
        now = START.plusSeconds(9);
        writer.onStep(SampleRecords.step(2));
        assertEquals(2, events(0).size());
        now = START.plusSeconds(10);
        writer.onStep(SampleRecords.step(3));
        assertEquals(5, events(0).size());
        writer.onStep(SampleRecords.step(4));
        writer.onEvaluation(SampleRecords.evaluation(2));
        assertEquals(7, events(0).size());
        writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 2));
    }

    @Test
    void aResumedRunMakesAnotherFileThatComesLaterAndVoidsWhatIsDoneAgain() throws IOException {
        List<Path> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            TensorBoardWriter writer = writer();
            writer.onStart(
                    i == 0 ? SampleRecords.start() : SampleRecords.start().resumedAfter(4));
            writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 2));
            made.addAll(files().stream().filter(file -> !made.contains(file)).toList());
            now = now.minus(Duration.ofHours(1));
        }
        assertEquals(3, made.size());
        assertEquals(made, files(), "their names sort in the order of the runs, even when the clock is set back");
        assertEquals(
                List.of(false, true),
                events(1).stream().map(EventReader.Event::restart).toList());
        assertEquals(5, events(1).get(1).step());
        String seconds = String.valueOf(START.getEpochSecond());
        assertTrue(made.get(0)
                .getFileName()
                .toString()
                .matches("events\\.out\\.tfevents\\." + seconds + "\\.[A-Za-z0-9._-]+\\."
                        + ProcessHandle.current().pid()));
    }

    @Test
    void anInterruptedThreadWritesItsLastRecordsNonetheless() throws IOException {
        TensorBoardWriter writer = writer();
        writer.onStart(SampleRecords.start());
        Thread.currentThread().interrupt();
        try {
            writer.onStep(SampleRecords.step(1));
            writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 1));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(3, events(0).size());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        TensorBoardWriter writer = TensorBoardWriter.in(file);
        RecordException thrown = assertThrows(RecordException.class, () -> writer.onStart(SampleRecords.start()));
        assertEquals(
                "file (%s) of the run's records: cannot be made (something that is no folder stands where one is needed)\nMaybe check the path."
                        .formatted(file),
                thrown.getMessage());
        writer.onFinish(SampleRecords.end(StopReason.INTERRUPTED, 1));
    }

    @Test
    void theOrderOfCallsIsKept() {
        TensorBoardWriter writer = writer();
        assertThrows(IllegalStateException.class, () -> writer.onStep(SampleRecords.step(1)));
        writer.onStart(SampleRecords.start());
        assertThrows(IllegalStateException.class, () -> writer.onStart(SampleRecords.start()));
        writer.onFinish(SampleRecords.end(StopReason.COMPLETED, 1));
    }
}
