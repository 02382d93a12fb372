package org.edgetwin.sim.selfcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Scheduler;
import umontreal.ssj.rng.RandomStream;

/**
 * A queue before each node of one GPU. An arrival looks at some nodes drawn at random, the same one
 * perhaps twice, and joins the shortest queue; ties to the one drawn first.
 */
final class NodeQueues implements Scheduler {
  private final int choices;
  private final RandomStream choiceStream;
  private final List<Deque<Integer>> queueByNode = new ArrayList<>();
  private int[] nodeOfJob = new int[1024];
  private final List<Integer> openedNodes = new ArrayList<>();

  NodeQueues(int nodes, int choices, Streams streams) {
    this(nodes, choices, streams.stream("choices"));
  }

  private NodeQueues(int nodes, int choices, RandomStream choiceStream) {
    this.choices = choices;
    this.choiceStream = choiceStream;
    for (int node = 0; node < nodes; node++) {
      queueByNode.add(new ArrayDeque<>(2));
    }
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      join(arrived.job(), choose());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      int node = nodeOfJob[ended.job()];
      queueByNode.get(node).remove();
      if (!queueByNode.get(node).isEmpty()) {
        openedNodes.add(node);
      }
    }
  }

  private int choose() {
    int best = -1;
    for (int i = 0; i < choices; i++) {
      int node = (int) (choiceStream.nextDouble() * queueByNode.size());
      if (best < 0 || queueByNode.get(node).size() < queueByNode.get(best).size()) {
        best = node;
      }
    }
    return best;
  }

  private void join(int job, int node) {
    if (job >= nodeOfJob.length) {
      nodeOfJob = Arrays.copyOf(nodeOfJob, Math.max(job + 1, nodeOfJob.length * 2));
    }
    nodeOfJob[job] = node;
    Deque<Integer> queue = queueByNode.get(node);
    queue.add(job);
    if (queue.size() == 1) {
      openedNodes.add(node);
    }
  }

  @Override
  public Decision decide(ClusterView view) {
    List<Action> actions = new ArrayList<>(openedNodes.size());
    for (int node : openedNodes) {
      actions.add(new Action.Start(queueByNode.get(node).element(), Placement.whole(node, 1)));
    }
    openedNodes.clear();
    return Decision.of(actions);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return EnumSet.of(EngineNotice.Kind.JOB_ARRIVED, EngineNotice.Kind.JOB_ENDED);
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.noneOf(Capability.class);
  }

  @Override
  public Scheduler copy() {
    NodeQueues copy = new NodeQueues(0, choices, Streams.copyOf(choiceStream));
    queueByNode.forEach(queue -> copy.queueByNode.add(new ArrayDeque<>(queue)));
    copy.nodeOfJob = nodeOfJob.clone();
    copy.openedNodes.addAll(openedNodes);
    return copy;
  }
}
