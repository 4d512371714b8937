package io.dcsdk.training;

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

/** The laws of the module: no package cycles, only the engine package knows DJL, nobody knows the optimizer. */
@AnalyzeClasses(packages = "io.dcsdk", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.dcsdk.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_PACKAGE_IMPORTS_DJL = noClasses()
            .that()
            .resideOutsideOfPackage("io.dcsdk.training.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_THE_OPTIMIZER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dcsdk.optimizer..", "org.ojalgo..")
            .allowEmptyShould(true);

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
