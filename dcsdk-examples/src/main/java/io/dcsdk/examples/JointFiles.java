package io.dcsdk.examples;

import io.dcsdk.design.CoolingChoice;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.report.HourlyFacility;
import io.dcsdk.optimizer.report.JointPlanReport;
import io.dcsdk.optimizer.report.SizingReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a design with its supply is shown, found or read back.
 *
 * @param table of every step
 * @param picture of a week
 * @param page with all of it
 * @param week that is drawn
 */
record JointFiles(
        @Nullable Path table,
        @Nullable Path picture,
        @Nullable Path page,
        int week) {
    boolean isDrawn() {
        return picture != null || page != null;
    }

    /** Saves what is asked for: figures first, so that no picture can lose them. */
    void save(JointProblem problem, FacilityInput facility, JointResult result, PrintWriter messages) {
        if (result.plan().isEmpty()) {
            nothing(table, messages);
            nothing(picture, messages);
            nothing(page, messages);
            return;
        }
        JointPlan plan = result.plan().get();
        HourlyOption.save(table, () -> JointHours.of(problem, facility, plan), messages);
        if (picture != null) {
            TextFile.save("--svg", picture, picture(problem, facility, plan), messages);
        }
        if (page != null) {
            String html = JointPlanReport.verified(problem, result, hours(problem, facility, plan))
                    .toHtml();
            TextFile.save("--html", page, html, messages);
        }
    }

    private static void nothing(@Nullable Path target, PrintWriter messages) {
        if (target != null) {
            messages.printf("Nothing to save in %s: no plan was found.%n", target);
        }
    }

    private String picture(JointProblem problem, FacilityInput facility, JointPlan plan) {
        return new SizingPictures(
                        problem.design().name(),
                        problem.supplying(plan.load()),
                        plan.supply(),
                        facility.supply().emissions(),
                        facility.supply().calendar().start())
                .toSvg(week);
    }

    private HourlyFacility hours(JointProblem problem, FacilityInput facility, JointPlan plan) {
        SizingReport sized = SizingReport.of(
                        problem.design().name(), facility.currency(), problem.supplying(plan.load()), plan.supply())
                .withWeek(week);
        return facility.hours(
                sized,
                plan.selection().cooling().map(CoolingChoice::system),
                plan.evaluation().loads().meanIt());
    }
}
