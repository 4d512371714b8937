package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Plan;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saved plans that were tampered with. Each change anywhere in the document must end in a rejection or an error while
 * reading, or leave everything that the document claims as it was.
 */
final class PlanMutationTest {
    private static final int DOCUMENTS = 45;
    private static final int CHANGES = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static PlanDocument solved(DesignProblem problem) {
        return PlanDocument.of(DesignOptimizer.standard().solve(problem, SolveLimits.defaults()), problem)
                .orElseThrow();
    }

    private static PlanDocument read(String json) {
        return Documents.read(json, "plan.json", DocumentFormat.JSON, PlanDocument.class);
    }

    @Test
    void nineHundredRandomChangesAreRejectedOrLeaveEveryClaimAsItWas() {
        int refused = 0;
        int rejected = 0;
        int harmless = 0;
        for (int k = 0; k < DOCUMENTS; k++) {
            Random random = new Random(1000L + k);
            PlanDocument original = solved(SmallDesigns.of((long) k));
            String json = Documents.toJson(original);
            Verification before = PlanVerifier.verify(read(json));
            assertTrue(before.accepted(), before::message);
            for (int change = 0; change < CHANGES; change++) {
                JsonNode changed = JSON.readTree(json);
                String what = mutate(changed, random);
                try {
                    PlanDocument document = read(JSON.writeValueAsString(changed));
                    Verification after = PlanVerifier.verify(document);
                    if (after.accepted()) {
                        assertSameClaims(original, before, document, after, "document " + k + ": " + what);
                        harmless++;
                    } else {
                        assertTrue(after.message().contains("\nMaybe"), after::message);
                        rejected++;
                    }
                } catch (DocumentException e) {
                    refused++;
                }
            }
        }
        System.out.printf(
                "plans: of %d changes %d do not read, %d are rejected, %d change no claim%n",
                DOCUMENTS * CHANGES, refused, rejected, harmless);
        assertTrue(rejected > DOCUMENTS * CHANGES / 4, "too few changes reached the verifier: " + rejected);
    }

    private static void assertSameClaims(
            PlanDocument original, Verification before, PlanDocument changed, Verification after, String what) {
        assertEquals(
                DesignFormulation.of(original.solved()).program().digest(),
                DesignFormulation.of(changed.solved()).program().digest(),
                what);
        assertEquals(before.objective(), after.objective(), what);
        assertEquals(before.lowerBound(), after.lowerBound(), what);
        assertEquals(original.conflict(), changed.conflict(), what);
        assertEquals(
                original.plan().map(PlanMutationTest::claims), changed.plan().map(PlanMutationTest::claims), what);
        if (changed.status().equals("optimal")) {
            assertTrue(after.gap().orElseThrow().compareTo(changed.allowedGap().orElseThrow()) <= 0, what);
        } else {
            assertEquals(original.status(), changed.status(), what);
        }
    }

    /** All of a plan but the machine that made it. */
    private static List<Object> claims(Plan plan) {
        return List.of(
                plan.problem(),
                plan.selection(),
                plan.billOfMaterials(),
                plan.cost(),
                plan.energy(),
                plan.loads(),
                plan.constraints(),
                plan.provenance().inputHash(),
                plan.provenance().modelHash());
    }

    private static String mutate(JsonNode root, Random random) {
        List<Runnable> changes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        collect(root, "", random, changes, names);
        int chosen = random.nextInt(changes.size());
        changes.get(chosen).run();
        return names.get(chosen);
    }

    private static void collect(JsonNode node, String path, Random random, List<Runnable> changes, List<String> names) {
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                JsonNode child = object.get(field);
                names.add("without " + path + "/" + field);
                changes.add(() -> object.remove(field));
                if (child.isValueNode()) {
                    names.add("changed " + path + "/" + field + " " + child);
                    changes.add(() -> object.set(field, other(child, random)));
                } else {
                    collect(child, path + "/" + field, random, changes, names);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                int at = index;
                JsonNode child = array.get(index);
                names.add("without " + path + "/" + index);
                changes.add(() -> array.remove(at));
                names.add("twice " + path + "/" + index);
                changes.add(() -> array.insert(at, child.deepCopy()));
                if (child.isValueNode()) {
                    names.add("changed " + path + "/" + index + " " + child);
                    changes.add(() -> array.set(at, other(child, random)));
                } else {
                    collect(child, path + "/" + index, random, changes, names);
                }
            }
        }
    }

    private static JsonNode other(JsonNode value, Random random) {
        if (value.isNumber()) {
            return JSON.valueToTree(
                    random.nextBoolean()
                            ? value.decimalValue().add(BigDecimal.ONE)
                            : value.decimalValue().negate());
        }
        if (value.isBoolean()) {
            return JSON.valueToTree(!value.booleanValue());
        }
        return JSON.valueToTree(otherText(value.stringValue(), random));
    }

    /** Another digit in place of one, where there is one; else another letter. */
    private static String otherText(String text, Random random) {
        List<Integer> digits = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                digits.add(at);
            }
        }
        if (digits.isEmpty()) {
            return text.isEmpty() ? "x" : text.substring(1) + "x";
        }
        int at = digits.get(random.nextInt(digits.size()));
        char digit = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return text.substring(0, at) + digit + text.substring(at + 1);
    }

    private static void assertRejected(PlanDocument document, Consumer<ObjectNode> change, String message) {
        ObjectNode tree = (ObjectNode) JSON.readTree(Documents.toJson(document));
        change.accept(tree);
        Verification verification = PlanVerifier.verify(read(JSON.writeValueAsString(tree)));
        assertFalse(verification.accepted());
        assertTrue(verification.message().contains(message), verification::message);
        assertEquals(Optional.empty(), verification.lowerBound());
    }

    private static ObjectNode in(ObjectNode tree, String... path) {
        ObjectNode at = tree;
        for (String field : path) {
            at = (ObjectNode) at.get(field);
        }
        return at;
    }

    @Test
    void saysWhichFigureWasEdited() {
        PlanDocument plan = solved(FoundingFixture.problem());
        assertRejected(plan, tree -> in(tree, "plan").put("objective", "1 USD"), "objective (");
        assertRejected(plan, tree -> in(tree, "plan").put("lowerBound", "1 USD"), "lowerBound (");
        assertRejected(plan, tree -> in(tree, "plan", "cost").put("hardware", "1 USD"), "cost (");
        assertRejected(plan, tree -> in(tree, "plan", "provenance").put("inputHash", "0"), "provenance.inputHash (");
        assertRejected(plan, tree -> in(tree, "plan", "selection").put("racks", 9), "selection (");
        assertRejected(plan, tree -> in(tree, "plan", "problem").put("lambda", "0.2 USD/kWh"), "Digest (");
        assertRejected(plan, tree -> in(tree, "plan", "problem").put("name", "other"), "provenance.inputHash (");
        assertRejected(plan, tree -> in(tree, "certificate").put("digest", "0"), "Digest (0)");
        assertRejected(plan, tree -> in(tree, "certificate").put("bound", "1000000000"), "Leaf of the proof tree");
        assertRejected(plan, tree -> ((ArrayNode) in(tree, "certificate").get("proof")).removeAll(), "Proof tree");
    }

    /** Each figure is valid by itself, but no fat tree is sized for 5,000 ports: that must not escape as an exception. */
    @Test
    void rejectsAProblemThatCannotBePlanned() {
        assertRejected(
                solved(FoundingFixture.problem()),
                tree -> ((ObjectNode) in(tree, "plan", "problem", "catalog")
                                .get("switches")
                                .get(0))
                        .put("ports", 5000),
                "radix (5000)");
    }

    @Test
    void doesNotCallAFeasiblePlanOptimal() {
        PlanDocument plan = solved(FoundingFixture.problem());
        assertEquals("optimal", plan.status());
        ObjectNode tree = (ObjectNode) JSON.readTree(Documents.toJson(plan));
        tree.put("status", "feasible");
        assertDoesNotRead(tree, "status (feasible) of plan document: does not fit what the document holds");
        tree.put("status", "infeasible");
        assertDoesNotRead(tree, "status (infeasible) of plan document: does not fit what the document holds");
    }

    private static void assertDoesNotRead(ObjectNode tree, String message) {
        DocumentException error = assertThrows(DocumentException.class, () -> read(JSON.writeValueAsString(tree)));
        assertTrue(String.valueOf(error.getMessage()).contains(message), error::getMessage);
    }
}
