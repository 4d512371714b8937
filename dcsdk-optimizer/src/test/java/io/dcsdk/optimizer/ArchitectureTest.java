package io.dcsdk.optimizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The laws of the module: no package cycles, only the engine package knows ojAlgo, and checkers know no solver. */
@AnalyzeClasses(packages = "io.dcsdk", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.dcsdk.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_PACKAGE_IMPORTS_OJALGO = noClasses()
            .that()
            .resideOutsideOfPackage("io.dcsdk.optimizer.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ojalgo..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule WHAT_CHECKS_A_PLAN_KNOWS_NOTHING_OF_WHAT_FOUND_IT = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.dcsdk.optimizer.certificate..", "io.dcsdk.optimizer.plan..", "io.dcsdk.optimizer.placement..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.dcsdk.optimizer.search..",
                    "io.dcsdk.optimizer.engine..",
                    "io.dcsdk.optimizer.relaxation..",
                    "io.dcsdk.optimizer.exact..",
                    "org.ojalgo..");

    // Their order of iteration changes with every start of the JVM, and with it every text that is written from them.
    @ArchTest
    static final ArchRule NO_COPY_HAS_A_RANDOM_ORDER = noClasses()
            .should()
            .callMethod(Set.class, "copyOf", Collection.class)
            .orShould()
            .callMethod(Map.class, "copyOf", Map.class)
            .orShould()
            .callMethod(Collectors.class, "toUnmodifiableSet");
}
