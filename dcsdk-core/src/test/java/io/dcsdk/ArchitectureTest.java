package io.dcsdk;

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

/** The laws of the module: no package cycles and no solver or training engine. */
@AnalyzeClasses(packages = "io.dcsdk", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.dcsdk.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_AN_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ojalgo..", "ai.djl..")
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
