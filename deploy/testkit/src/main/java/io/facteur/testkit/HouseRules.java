package io.facteur.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The rules that hold the house up, for one module: {@code HouseRules.check("io.facteur.billing")}
 * in a plain test.
 *
 * <ul>
 *   <li>A service depends on chassis, and knows no other service.
 *   <li>Domain types (records, enums, sealed types, entities) know no JAX-RS, messaging or Redis.
 *   <li>Feature packages depend on each other without cycles.
 *   <li>No package is called {@code util}, {@code common}, {@code impl}, {@code manager} or {@code
 *       helper}.
 * </ul>
 */
public final class HouseRules {

  private static final String[] EDGES = {
    "jakarta.ws.rs..",
    "org.jboss.resteasy..",
    "org.eclipse.microprofile.reactive.messaging..",
    "io.smallrye.reactive.messaging..",
    "io.vertx.amqp..",
    "io.vertx.mutiny.amqp..",
    "io.quarkus.redis..",
    "io.vertx.redis..",
    "io.vertx.mutiny.redis.."
  };

  private HouseRules() {}

  /**
   * Checks the main classes below this package.
   *
   * @throws AssertionError with every violation of the first rule that does not hold
   */
  public static void check(String basePackage) {
    JavaClasses module =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(basePackage);
    for (ArchRule rule : rules(basePackage)) {
      rule.allowEmptyShould(true).check(module);
    }
  }

  private static List<ArchRule> rules(String base) {
    return List.of(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.facteur..")
                    .and(not(resideInAnyPackage(base + "..", "io.facteur.chassis..")))
                    .as("belong to another module than chassis")),
        noClasses().that(areDomainTypes()).should().dependOnClassesThat().resideInAnyPackage(EDGES),
        slices().matching(base + ".(*)..").should().beFreeOfCycles(),
        classes()
            .should()
            .resideOutsideOfPackages(
                "..util..", "..common..", "..impl..", "..manager..", "..helper.."));
  }

  private static DescribedPredicate<JavaClass> areDomainTypes() {
    return assignableTo(Record.class)
        .or(assignableTo(Enum.class))
        .or(annotatedWith("jakarta.persistence.Entity"))
        .or(annotatedWith("jakarta.persistence.Embeddable"))
        .or(DescribedPredicate.describe("sealed", HouseRules::isSealed))
        .as("are domain types");
  }

  private static boolean isSealed(JavaClass type) {
    return type.isInterface() && type.reflect().isSealed();
  }
}
