package org.edgetwin.sim.serving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.sim.metrics.RequestRecord;

/**
 * The engine loop iteration by iteration, block by block and token by token: slow, and as close as
 * possible to how vLLM does it.
 */
final class ReferenceEngine {
  private record Key(String owner, int number, int place) {}

  private static final class Block {
    Key key;
    int users;
  }

  private static final class Request {
    final int id;
    final ServingRequest asked;
    final List<Block> blocks = new ArrayList<>();
    int computed;
    int generated;
    int inFlight;
    int groupBlocks;
    int preemptions;
    boolean running;
    boolean decoding;
    double scheduled = Double.NaN;
    double first = Double.NaN;
    double finish = Double.NaN;

    Request(int id, ServingRequest asked) {
      this.id = id;
      this.asked = asked;
    }

    int known() {
      return asked.promptTokens() + generated;
    }

    boolean isFullyPlanned() {
      return inFlight > 0 && generated + inFlight >= asked.outputTokens();
    }
  }

  private record Step(double seconds, List<Request> sampled) {}

  /**
   * From a time on the machine does so much of what it promises; a step keeps what it began with.
   */
  record Pace(double time, double pace) {}

  private final EngineSettings settings;
  private final IterationTime times;
  private final List<Request> requests = new ArrayList<>();
  private final Deque<Request> waiting = new ArrayDeque<>();
  private final List<Request> running = new ArrayList<>();
  private final LinkedHashSet<Block> free = new LinkedHashSet<>();
  private final Map<Key, Block> cache = new HashMap<>();
  private final List<Pace> paces;
  private int arrived;
  private double now;
  double busySeconds;
  double nominalSeconds;
  int steps;

  ReferenceEngine(
      EngineSettings settings, IterationTime times, List<ServingRequest> asked, List<Pace> paces) {
    this.settings = settings;
    this.times = times;
    this.paces = paces;
    for (ServingRequest request : asked) {
      requests.add(new Request(requests.size(), request));
    }
    for (int i = 0; i < settings.kvBlocks(); i++) {
      free.add(new Block());
    }
  }

  List<RequestRecord> run() {
    Step current = null;
    Step next = null;
    while (true) {
      arrive();
      if (current == null) {
        current = plan();
        if (current == null) {
          if (arrived == requests.size()) {
            return records();
          }
          now = requests.get(arrived).asked.arrivalTime();
          continue;
        }
        next = settings.asyncScheduling() ? plan() : null;
      } else if (settings.asyncScheduling()) {
        next = plan();
      }
      double seconds = current.seconds() / paceNow();
      now += seconds;
      busySeconds += seconds;
      nominalSeconds += current.seconds();
      steps++;
      end(current);
      current = next;
      next = null;
    }
  }

  private double paceNow() {
    double last = 1;
    for (Pace each : paces) {
      last = each.time() <= now ? each.pace() : last;
    }
    return last;
  }

  private void arrive() {
    while (arrived < requests.size() && requests.get(arrived).asked.arrivalTime() <= now) {
      waiting.addLast(requests.get(arrived++));
    }
  }

  private void end(Step step) {
    for (Request request : step.sampled()) {
      request.inFlight--;
      request.generated++;
      if (Double.isNaN(request.first)) {
        request.first = now;
      }
      if (request.generated == request.asked.outputTokens()) {
        request.finish = now;
        if (request.running) {
          running.remove(request);
          release(request);
        } else {
          waiting.remove(request);
        }
      }
    }
  }

  private Step plan() {
    int budget = settings.maxNumBatchedTokens();
    int prefillTokens = 0;
    double pairs = 0;
    int decodes = 0;
    long context = 0;
    List<Request> sampled = new ArrayList<>();
    boolean preempted = false;
    List<Request> planned = new ArrayList<>();
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      Request request = running.get(i);
      if (request.isFullyPlanned()) {
        continue;
      }
      int wanted = Math.min(request.known() + request.inFlight - request.computed, budget);
      while (i < running.size() && !allocate(request, request.computed + wanted)) {
        preempt(running.get(running.size() - 1));
        preempted = true;
      }
      if (i < running.size()) {
        planned.add(request);
        tokens.add(wanted);
        budget -= wanted;
      }
    }
    if (!preempted) {
      admit(budget, planned, tokens);
    }
    for (int i = 0; i < planned.size(); i++) {
      Request request = planned.get(i);
      int count = tokens.get(i);
      boolean decode = request.decoding;
      if (decode) {
        decodes++;
        context += request.computed + 1;
      } else {
        prefillTokens += count;
        pairs += count * (request.computed + 0.5 * count);
      }
      request.computed += count;
      if (request.computed == request.known() + request.inFlight) {
        request.inFlight++;
        sampled.add(request);
        if (!decode) {
          request.decoding = true;
          share(request);
        }
      }
    }
    return planned.isEmpty()
        ? null
        : new Step(times.seconds(prefillTokens, pairs, decodes, context, sampled.size()), sampled);
  }

  private void admit(int tokensLeft, List<Request> planned, List<Integer> tokens) {
    int budget = tokensLeft;
    while (!waiting.isEmpty() && budget > 0 && running.size() < settings.maxNumSeqs()) {
      Request request = waiting.getFirst();
      List<Block> found = find(request);
      int before = found.size() * settings.blockSize();
      int rest = request.known() - before;
      int chunk = Math.min(rest, budget);
      int reserved = settings.reserveFullPrompt() ? request.known() : before + chunk;
      long foundFree = found.stream().filter(block -> block.users == 0).count();
      if (settings.blocksFor(reserved) - found.size() + foundFree > free.size()) {
        return;
      }
      if (chunk < rest && !settings.chunkedPrefill()) {
        return;
      }
      waiting.removeFirst();
      for (Block block : found) {
        free.remove(block);
        block.users++;
        request.blocks.add(block);
      }
      request.computed = before;
      if (!allocate(request, before + chunk)) {
        throw new IllegalStateException("The blocks do not last.");
      }
      request.running = true;
      running.add(request);
      if (Double.isNaN(request.scheduled)) {
        request.scheduled = now;
      }
      planned.add(request);
      tokens.add(chunk);
      budget -= chunk;
    }
  }

  private List<Block> find(Request request) {
    List<Block> found = new ArrayList<>();
    if (!settings.prefixCaching()) {
      return found;
    }
    int most = (request.known() - 1) / settings.blockSize();
    int shared =
        request.asked.prefixGroup() < 0
            ? 0
            : Math.min(most, request.asked.prefixTokens() / settings.blockSize());
    while (found.size() < shared && cache.containsKey(groupKey(request, found.size()))) {
      found.add(cache.get(groupKey(request, found.size())));
    }
    if (found.size() == request.groupBlocks) {
      while (found.size() < most && cache.containsKey(ownKey(request, found.size()))) {
        found.add(cache.get(ownKey(request, found.size())));
      }
    }
    return found;
  }

  private static Key groupKey(Request request, int place) {
    return new Key("group", request.asked.prefixGroup(), place);
  }

  private static Key ownKey(Request request, int place) {
    return new Key("own", request.id, place);
  }

  private void share(Request request) {
    if (!settings.prefixCaching() || request.asked.prefixGroup() < 0) {
      return;
    }
    if (request.blocks.get(0).key != null && request.blocks.get(0).users > 1) {
      return; // A part of the prefix that others hold is not added to.
    }
    for (int i = 0; i < request.asked.prefixTokens() / settings.blockSize(); i++) {
      Block block = request.blocks.get(i);
      if (!cache.containsKey(groupKey(request, i))) {
        cache.remove(block.key);
        block.key = groupKey(request, i);
        cache.put(block.key, block);
      }
    }
  }

  private boolean allocate(Request request, int tokens) {
    int missing = settings.blocksFor(tokens) - request.blocks.size();
    if (missing > free.size()) {
      return false;
    }
    Iterator<Block> order = free.iterator();
    for (int i = 0; i < missing; i++) {
      Block block = order.next();
      order.remove();
      if (block.key != null) {
        cache.remove(block.key);
        block.key = null;
      }
      block.users = 1;
      request.blocks.add(block);
    }
    return true;
  }

  private void preempt(Request request) {
    running.remove(running.size() - 1);
    request.running = false;
    request.decoding = false;
    request.groupBlocks = 0;
    if (settings.prefixCaching()) {
      for (int i = 0; i < request.computed / settings.blockSize(); i++) {
        Block block = request.blocks.get(i);
        if (block.key != null && block.key.owner().equals("group")) {
          request.groupBlocks++;
        } else {
          block.key = ownKey(request, i);
          cache.put(block.key, block);
        }
      }
    }
    release(request);
    if (!request.isFullyPlanned()) {
      request.preemptions++;
    }
    request.computed = 0;
    waiting.addFirst(request);
  }

  private void release(Request request) {
    for (int i = request.blocks.size() - 1; i >= 0; i--) {
      Block block = request.blocks.get(i);
      if (--block.users == 0) {
        free.add(block);
      }
    }
    request.blocks.clear();
  }

  private List<RequestRecord> records() {
    List<RequestRecord> records = new ArrayList<>();
    for (Request request : requests) {
      ServingRequest asked = request.asked;
      records.add(
          new RequestRecord(
              request.id,
              0,
              0,
              asked.promptTokens(),
              asked.outputTokens(),
              asked.arrivalTime(),
              request.scheduled,
              request.first,
              request.finish,
              request.preemptions,
              0,
              false));
    }
    return records;
  }
}
