package io.dcsdk.examples;

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

/** The laws of the module: no package cycles, only the public API, and nobody imports the examples. */
@AnalyzeClasses(packages = "io.dcsdk", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.dcsdk.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_IMPORTS_THE_EXAMPLES = noClasses()
            .that()
            .resideOutsideOfPackage("io.dcsdk.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dcsdk.examples..");

    @ArchTest
    static final ArchRule EXAMPLES_STAY_ON_THE_PUBLIC_API = noClasses()
            .that()
            .resideInAPackage("io.dcsdk.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ojalgo..", "tools.jackson..", "io.dcsdk.optimizer.engine..");

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
