package io.dcsdk.optimizer.ortools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** OR-Tools is never a dependency of the core path: one package knows it, and none knows that package. */
@AnalyzeClasses(
        packages = "io.dcsdk",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
final class ArchitectureTest {
    /** The generators of the optimizer's tests come as a jar, which the other option does not know as tests. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.dcsdk.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THIS_PACKAGE_IMPORTS_OR_TOOLS = noClasses()
            .that()
            .resideOutsideOfPackage("io.dcsdk.optimizer.ortools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.ortools..", "io.dcsdk.optimizer.ortools..");

    @ArchTest
    static final ArchRule THIS_PACKAGE_KNOWS_NEITHER_OJALGO_NOR_THE_SEARCH = noClasses()
            .that()
            .resideInAPackage("io.dcsdk.optimizer.ortools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ojalgo..", "io.dcsdk.optimizer.engine..", "io.dcsdk.optimizer.search..");
}
