package io.dcsdk.optimizer.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.exact.ExactSimplex;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.sensitivity.ValueFunction.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The minimum as a function of the right-hand sides, against solving the moved program anew, exactly. */
final class ParametricProgramProperties {
    private static final Rational TINY = Rational.of(1, 1_000_003);

    private record Instance(LinearProgram program, List<Rational> direction) {
        static Instance of(Random random) {
            LinearProgram.Builder builder = LinearProgram.builder();
            int columns = 1 + random.nextInt(5);
            for (int j = 0; j < columns; j++) {
                Rational lower = Rational.of(random.nextInt(5) - 3, 1 + random.nextInt(3));
                Rational width = Rational.of(random.nextInt(12), 1 + random.nextInt(4));
                builder.continuous("x" + j, lower, lower.plus(width), Rational.of(random.nextInt(41) - 20, 7));
            }
            builder.constant(Rational.of(random.nextInt(9), 4));
            Relation[] relations = Relation.values();
            List<Rational> direction = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                Map<String, Rational> terms = new LinkedHashMap<>();
                for (int j = 0; j < columns; j++) {
                    terms.put("x" + j, Rational.of(random.nextInt(9) - 3, 1 + random.nextInt(3)));
                }
                Relation relation = relations[random.nextInt(relations.length)];
                builder.constraint("row" + i, terms, relation, Rational.of(random.nextInt(31) - 10, 2));
                direction.add(Rational.of(random.nextInt(5) - 2, 1 + random.nextInt(2)));
            }
            return new Instance(builder.build(), direction);
        }

        /** The moved program, solved anew. */
        Optional<Rational> at(Rational parameter) {
            LinearProgram.Builder builder = LinearProgram.builder();
            for (int j = 0; j < program.variables().size(); j++) {
                Variable variable = program.variables().get(j);
                builder.variable(variable).cost(variable.name(), program.costs().get(j));
            }
            builder.constant(program.constant());
            for (int row = 0; row < direction.size(); row++) {
                Constraint constraint = program.constraints().get(row);
                Map<String, Rational> terms = new LinkedHashMap<>();
                for (Term term : constraint.terms()) {
                    terms.put(program.variables().get(term.variable()).name(), term.coefficient());
                }
                builder.constraint(
                        constraint.name(),
                        terms,
                        constraint.relation(),
                        constraint.rightHandSide().plus(direction.get(row).times(parameter)));
            }
            LinearProgram moved = builder.build();
            ExactAnswer answer = ExactSimplex.minimise(
                    moved,
                    moved.variables().stream().map(Variable::lower).toList(),
                    moved.variables().stream().map(Variable::upper).toList(),
                    () -> false);
            return answer instanceof ExactAnswer.Minimum minimum
                    ? Optional.of(moved.objective(minimum.point()))
                    : Optional.empty();
        }

        Optional<ValueFunction> function() {
            return new ParametricProgram(program, direction, () -> false).function();
        }
    }

    @Property(tries = 1500)
    void everyValueIsThatOfTheMovedProgramAndWhereThereIsNoneThereIsNoPoint(@ForAll long seed) {
        Random random = new Random(seed);
        Instance instance = Instance.of(random);
        Optional<ValueFunction> function = instance.function();
        List<Rational> parameters = new ArrayList<>(List.of(Rational.ZERO, Rational.of(1000), Rational.of(-1000)));
        for (int k = 0; k < 6; k++) {
            parameters.add(Rational.of(random.nextInt(81) - 40, 1 + random.nextInt(5)));
        }
        function.ifPresent(known -> {
            parameters.add(known.from());
            parameters.add(known.to());
            parameters.add(known.from().minus(TINY));
            parameters.add(known.to().plus(TINY));
            for (Piece piece : known.pieces()) {
                parameters.add(piece.from());
                parameters.add(piece.from().plus(piece.to()).times(Rational.of(1, 2)));
            }
        });
        for (Rational parameter : parameters) {
            assertEquals(
                    instance.at(parameter),
                    function.flatMap(known -> known.at(parameter)),
                    () -> parameter + " in " + instance);
        }
    }

    @Property(tries = 500)
    void piecesMeetRiseAndAreStraight(@ForAll long seed) {
        Instance instance = Instance.of(new Random(seed));
        Optional<ValueFunction> function = instance.function();
        if (function.isEmpty()) {
            return;
        }
        List<Piece> pieces = function.get().pieces();
        for (int k = 0; k < pieces.size(); k++) {
            Piece piece = pieces.get(k);
            assertTrue(piece.from().compareTo(piece.to()) < 0, function::toString);
            if (k > 0) {
                assertEquals(pieces.get(k - 1).to(), piece.from());
                assertTrue(pieces.get(k - 1).slope().compareTo(piece.slope()) < 0, function::toString);
            }
            Rational rise = instance.at(piece.to())
                    .orElseThrow()
                    .minus(instance.at(piece.from()).orElseThrow());
            assertEquals(piece.slope(), rise.dividedBy(piece.to().minus(piece.from())));
        }
    }

    @Property(tries = 300)
    void aRestrictedFunctionIsTheSameWhereItIsDefined(@ForAll long seed) {
        Random random = new Random(seed);
        Optional<ValueFunction> function = Instance.of(random).function();
        if (function.isEmpty()) {
            return;
        }
        ValueFunction whole = function.get();
        Rational share = Rational.of(random.nextInt(11), 10);
        Rational cut = whole.from().plus(whole.to().minus(whole.from()).times(share));
        for (int k = -20; k <= 20; k++) {
            Rational parameter = whole.from().plus(Rational.of(k, 2));
            Optional<Rational> value = whole.at(parameter);
            assertEquals(
                    parameter.compareTo(cut) < 0 ? Optional.empty() : value,
                    whole.notBelow(cut).at(parameter));
            assertEquals(
                    parameter.compareTo(cut) > 0 ? Optional.empty() : value,
                    whole.notAbove(cut).at(parameter));
        }
    }

    @Example
    void theTextbookCaseHasItsThreePieces() {
        // Cover a load t from a cheap supply of 3 at 1 and a dear one of 2 at 5; no more than 5 can be had.
        LinearProgram program = LinearProgram.builder()
                .continuous("cheap", Rational.ZERO, Rational.of(3), Rational.ONE)
                .continuous("dear", Rational.ZERO, Rational.of(2), Rational.of(5))
                .constraint("load", Map.of("cheap", Rational.ONE, "dear", Rational.ONE), Relation.GE, Rational.ZERO)
                .build();
        ValueFunction function = new ParametricProgram(program, List.of(Rational.ONE), () -> false)
                .function()
                .orElseThrow();
        assertEquals(
                List.of(
                        new Piece(Rational.of(-1), Rational.ZERO, Rational.ZERO),
                        new Piece(Rational.ZERO, Rational.of(3), Rational.ONE),
                        new Piece(Rational.of(3), Rational.of(5), Rational.of(5))),
                function.pieces());
        assertTrue(function.unlimitedBelow());
        assertEquals(Optional.of(Rational.of(8)), function.at(Rational.of(4)));
        assertEquals(Optional.empty(), function.at(Rational.of(51, 10)));
    }

    @Example
    void givesNothingWhenCalledOff() {
        Instance instance = Instance.of(new Random(1));
        assertEquals(
                Optional.empty(),
                new ParametricProgram(instance.program(), instance.direction(), () -> true).function());
    }
}
