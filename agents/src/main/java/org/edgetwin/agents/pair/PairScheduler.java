package org.edgetwin.agents.pair;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;

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

  /**
   * Scores of the job when the pass begins, and of nodes for it when it is picked: the agents' own
   * and what the rule, on which they build, says of it.
   */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    int mark = view.plan().mark();
    pass.begin(view);
    int row = pass.turn() == PairPass.Turn.DONE ? -1 : pass.roster().rowOf(job.id());
    if (row >= 0) {
      chooser.begin(pass);
      add(ScoreTerm.TURN, row, pass.orderScores(), terms);
      boolean placed = false;
      while (pass.turn() != PairPass.Turn.DONE && !placed) {
        if (pass.turn() == PairPass.Turn.ORDERER) {
          pass.pick(chooser.pick(pass));
        } else if (pass.picked() == row) {
          addPlaces(terms);
          placed = true;
        } else {
          pass.place(chooser.place(pass));
        }
      }
    }
    view.plan().undo(mark);
    return terms;
  }

  private void add(String subject, int choice, float[] rule, List<ScoreTerm> terms) {
    terms.add(new ScoreTerm(subject, "score, largest first", chooser.scores(pass)[choice]));
    terms.add(new ScoreTerm(subject, "of it the rule's", rule[choice]));
  }

  private void addPlaces(List<ScoreTerm> terms) {
    for (int column = 0; column <= pass.nodeCount(); column++) {
      if (pass.placeLegal()[column]) {
        add(
            column == pass.nodeCount() ? "nowhere" : pass.roster().node(column).spec().name(),
            column,
            pass.placeScores(),
            terms);
      }
    }
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
