package org.edgetwin.agents.pair;

import java.util.EnumSet;
import java.util.Set;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;

/** Two agents as a scheduler. */
public final class PairScheduler implements Scheduler {
  /**
   * What a pair of agents is made of, besides the agents.
   *
   * @param durations what it knows of durations
   * @param preemptive whether it may preempt and move running jobs
   */
  public record Setting(LinearRule rule, DurationKnowledge durations, boolean preemptive) {}

  private final Setting setting;
  private final LearnedOutlook outlook;
  private final PairChooser chooser;
  private final PairPass pass;

  /**
   * A scheduler that has seen nothing yet.
   *
   * @param outlook what it believes of machines
   */
  public PairScheduler(Setting setting, LearnedOutlook outlook, PairChooser chooser) {
    this.setting = setting;
    this.outlook = outlook;
    this.chooser = chooser;
    pass = new PairPass(setting.rule(), outlook, setting.preemptive());
  }

  @Override
  public Decision decide(ClusterView view) {
    pass.begin(view);
    if (pass.turn() == PairPass.Turn.DONE) {
      return Decision.NONE;
    }
    chooser.begin(pass);
    while (pass.turn() != PairPass.Turn.DONE) {
      if (pass.turn() == PairPass.Turn.ORDERER) {
        pass.pick(chooser.pick(pass));
      } else {
        pass.place(chooser.place(pass));
      }
    }
    return pass.decision();
  }

  /** The pass that {@link #decide} goes through, for those who go through it from outside. */
  public PairPass pass() {
    return pass;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    outlook.on(notice, view);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return outlook.listensTo();
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(setting.durations(), outlook.knowledge());
  }

  @Override
  public Set<Capability> needs() {
    return setting.preemptive() ? EnumSet.of(Capability.PREEMPT) : EnumSet.noneOf(Capability.class);
  }

  @Override
  public Scheduler copy() {
    return new PairScheduler(setting, outlook.copy(), chooser.copy());
  }
}
