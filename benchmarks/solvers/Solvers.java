import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.edgetwin.sim.optimize.LinearProgram;
import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolver;

/** Programs as schedulers solve them, by the solver that ships and by OR-Tools: milliseconds each, and the optima. */
public final class Solvers {
  private static final int TYPES = 3;
  private static final int GPUS = 36;
  private static final int PROGRAMS = 20;
  private static final int ROUNDS = 3;

  private Solvers() {}

  /** A program to maximise, for both. All rows are at most their right side. */
  private static final class Program {
    final List<double[]> variables = new ArrayList<>(); // lower, upper, objective
    final List<double[]> coefficients = new ArrayList<>();
    final List<int[]> indices = new ArrayList<>();
    final List<Double> rights = new ArrayList<>();
    boolean integer;

    int variable(double upper, double objective) {
      variables.add(new double[] {0, upper, objective});
      return variables.size() - 1;
    }

    void row(double right, List<Integer> terms, List<Double> values) {
      indices.add(terms.stream().mapToInt(Integer::intValue).toArray());
      coefficients.add(values.stream().mapToDouble(Double::doubleValue).toArray());
      rights.add(right);
    }
  }

  /** Max-min fairness of jobs and pairs on three types, as gavel-las(pack=8) has it. */
  private static Program fairness(int jobs, int partners, Random random) {
    Program program = new Program();
    List<List<Integer>> ofJob = new ArrayList<>();
    List<List<Double>> worth = new ArrayList<>();
    List<List<Integer>> ofType = new ArrayList<>();
    IntStream.range(0, jobs).forEach(i -> { ofJob.add(new ArrayList<>()); worth.add(new ArrayList<>()); });
    IntStream.range(0, TYPES).forEach(j -> ofType.add(new ArrayList<>()));
    int smallest = program.variable(1e6, 1);
    double[][] speed = new double[jobs][TYPES];
    for (int i = 0; i < jobs; i++) {
      for (int j = 0; j < TYPES; j++) {
        speed[i][j] = 0.1 + random.nextDouble() * (TYPES - j);
        int x = program.variable(1, 0);
        ofJob.get(i).add(x);
        worth.get(i).add(speed[i][j]);
        ofType.get(j).add(x);
      }
    }
    for (int i = 0; i < jobs; i++) {
      for (int p = 0; p < partners; p++) {
        int other = (i + 1 + random.nextInt(jobs - 1)) % jobs;
        for (int j = 0; j < TYPES; j++) {
          double kept = 0.5 + random.nextDouble() / 2;
          int x = program.variable(1, 0);
          ofJob.get(i).add(x);
          worth.get(i).add(speed[i][j] * kept);
          ofJob.get(other).add(x);
          worth.get(other).add(speed[other][j] * (1.2 - kept / 2));
          ofType.get(j).add(x);
        }
      }
    }
    for (int i = 0; i < jobs; i++) {
      program.row(1, ofJob.get(i), ones(ofJob.get(i).size()));
      List<Integer> terms = new ArrayList<>(ofJob.get(i));
      List<Double> values = new ArrayList<>(worth.get(i).stream().map(v -> -v).toList());
      terms.add(smallest);
      values.add(1.0);
      program.row(0, terms, values);
    }
    ofType.forEach(terms -> program.row(GPUS, terms, ones(terms.size())));
    return program;
  }

  /** One configuration of each job at most, under the GPUs of each type, as sia has it. */
  private static Program configurations(int jobs, Random random) {
    Program program = new Program();
    program.integer = true;
    List<List<Integer>> ofType = new ArrayList<>();
    List<List<Double>> gpusOfType = new ArrayList<>();
    IntStream.range(0, TYPES).forEach(j -> { ofType.add(new ArrayList<>()); gpusOfType.add(new ArrayList<>()); });
    for (int i = 0; i < jobs; i++) {
      List<Integer> mine = new ArrayList<>();
      double scale = 0.3 + 0.6 * random.nextDouble();
      for (int j = 0; j < TYPES; j++) {
        double speed = 0.4 + random.nextDouble() * (TYPES - j);
        for (int gpus = 1; gpus <= 8; gpus *= 2) {
          int x = program.variable(1, 1.1 - Math.pow(1 + speed * Math.pow(gpus, scale), -0.5));
          mine.add(x);
          ofType.get(j).add(x);
          gpusOfType.get(j).add((double) gpus);
        }
      }
      program.row(1, mine, ones(mine.size()));
    }
    for (int j = 0; j < TYPES; j++) program.row(GPUS, ofType.get(j), gpusOfType.get(j));
    return program;
  }

  private static List<Double> ones(int count) {
    Double[] ones = new Double[count];
    Arrays.fill(ones, 1.0);
    return List.of(ones);
  }

  private static double shipped(Program program, double gap) {
    LinearProgram copy = new LinearProgram();
    for (double[] v : program.variables) {
      if (program.integer) copy.addInteger(v[0], v[1], v[2]);
      else copy.addVariable(v[0], v[1], v[2]);
    }
    for (int r = 0; r < program.rights.size(); r++) {
      copy.addRow(Relation.AT_MOST, program.rights.get(r), program.indices.get(r), program.coefficients.get(r));
    }
    return LinearSolver.standard(gap).maximise(copy).objective();
  }

  private static double orTools(Program program, double gap) {
    MPSolver solver = MPSolver.createSolver(program.integer ? "SCIP" : "GLOP");
    MPObjective objective = solver.objective();
    objective.setMaximization();
    MPVariable[] variables = new MPVariable[program.variables.size()];
    for (int i = 0; i < variables.length; i++) {
      double[] v = program.variables.get(i);
      variables[i] = solver.makeVar(v[0], v[1], program.integer, "");
      objective.setCoefficient(variables[i], v[2]);
    }
    for (int r = 0; r < program.rights.size(); r++) {
      MPConstraint row = solver.makeConstraint(Double.NEGATIVE_INFINITY, program.rights.get(r));
      for (int t = 0; t < program.indices.get(r).length; t++) {
        row.setCoefficient(variables[program.indices.get(r)[t]], program.coefficients.get(r)[t]);
      }
    }
    com.google.ortools.linearsolver.MPSolverParameters parameters =
        new com.google.ortools.linearsolver.MPSolverParameters();
    parameters.setDoubleParam(com.google.ortools.linearsolver.MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, gap);
    solver.solve(parameters);
    double value = objective.value();
    solver.delete();
    return value;
  }

  private interface Solve {
    double of(Program program);
  }

  /** Mean milliseconds of the last round; optima into {@code values}. */
  private static double milliseconds(List<Program> programs, Solve solve, double[] values) {
    double mean = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      for (int i = 0; i < programs.size(); i++) values[i] = solve.of(programs.get(i));
      mean = (System.nanoTime() - begin) / 1e6 / programs.size();
    }
    return mean;
  }

  private static void compare(String name, List<Program> programs, double gap) {
    double[] ours = new double[programs.size()];
    double[] theirs = new double[programs.size()];
    double shipped = milliseconds(programs, program -> shipped(program, gap), ours);
    double other = milliseconds(programs, program -> orTools(program, gap), theirs);
    double difference = 0;
    for (int i = 0; i < ours.length; i++) {
      difference = Math.max(difference, Math.abs(ours[i] - theirs[i]) / Math.abs(theirs[i]));
    }
    System.out.printf(Locale.ROOT, "%-34s %10.2f %10.2f %8.2f %14.1e%n", name, shipped, other, shipped / other,
        difference);
  }

  public static void main(String[] arguments) {
    Loader.loadNativeLibraries();
    Random random = new Random(1);
    System.out.printf("%-34s %10s %10s %8s %14s%n", "programs, ms each", "ojAlgo", "OR-Tools", "ratio", "optima differ");
    for (int jobs : new int[] {20, 60, 120}) {
      compare("fairness, " + jobs + " jobs", IntStream.range(0, PROGRAMS).mapToObj(k -> fairness(jobs, 0, random)).toList(),
          1e-6);
    }
    for (int jobs : new int[] {20, 60, 120}) {
      compare("fairness, " + jobs + " jobs, 8 partners",
          IntStream.range(0, PROGRAMS).mapToObj(k -> fairness(jobs, 8, random)).toList(), 1e-6);
    }
    for (int jobs : new int[] {20, 60}) {
      compare("configurations, " + jobs + " jobs", IntStream.range(0, PROGRAMS).mapToObj(k -> configurations(jobs, random)).toList(),
          1e-3);
    }
  }
}
