// Are schedules of job shops possible, and no shorter than the bound says?

#include "models/production/job_shop.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "models/error.hpp"
#include "tests/support/shop_check.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// Shops of whole seconds; jobs may be empty.
class RandomShop {
 public:
  RandomShop(std::uint64_t seed, std::size_t jobs, std::size_t operations, std::size_t machines)
      : random_(seed), shop_{1 + draw(machines), std::vector<ShopJob>(1 + draw(jobs))} {
    for (ShopJob& job : shop_.jobs) {
      for (std::size_t count = draw(operations + 1); count > 0; --count) job.push_back(operation());
    }
  }
  [[nodiscard]] const JobShop& get() const { return shop_; }

 private:
  std::size_t draw(std::size_t below) { return random_() % below; }

  ShopOperation operation() {
    ShopOperation made;
    for (std::size_t machine = 0; machine < shop_.machines; ++machine) {
      if (draw(2) == 0) made.push_back({machine, Seconds(static_cast<double>(1 + draw(12)))});
    }
    if (made.empty()) made.push_back({draw(shop_.machines), Seconds(static_cast<double>(1 + draw(12)))});
    return made;
  }

  std::mt19937_64 random_;
  JobShop shop_;
};

/// The least makespan: every order of the jobs' operations, every choice of machines, each started as soon as it can be.
class ExhaustiveSearch {
 public:
  explicit ExhaustiveSearch(const JobShop& shop)
      : shop_(shop), next_(shop.jobs.size()), job_free_(shop.jobs.size()), machine_free_(shop.machines) {
    extend(Seconds(0));
  }
  [[nodiscard]] Seconds best() const { return best_; }

 private:
  void extend(Seconds makespan) {
    bool done = true;
    for (std::size_t job = 0; job < shop_.jobs.size(); ++job) {
      if (next_[job] == shop_.jobs[job].size()) continue;
      done = false;
      for (const MachineChoice& choice : shop_.jobs[job][next_[job]]) add(job, choice, makespan);
    }
    if (done) best_ = std::min(best_, makespan);
  }

  void add(std::size_t job, const MachineChoice& choice, Seconds makespan) {
    Seconds &of_job = job_free_[job], &of_machine = machine_free_[choice.machine];
    const Seconds job_before = of_job, machine_before = of_machine;
    of_job = of_machine = std::max(of_job, of_machine) + choice.time;
    ++next_[job];
    extend(std::max(makespan, of_job));
    --next_[job];
    of_job = job_before;
    of_machine = machine_before;
  }

  const JobShop& shop_;
  std::vector<std::size_t> next_;
  std::vector<Seconds> job_free_, machine_free_;
  Seconds best_{std::numeric_limits<double>::infinity()};
};

ShopOperation on(std::size_t machine, double time) { return {{machine, Seconds(time)}}; }

}  // namespace

TEST_CASE("schedules of random job shops can be carried out, by every rule") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const RandomShop shop(seed, 12, 6, 5);
    const Seconds bound = makespan_bound(shop.get());
    for (const DispatchRule& rule : dispatch_rules()) {
      INFO("seed " << seed << ", rule " << rule.name);
      const ShopSchedule schedule = schedule_jobs(shop.get(), rule);
      REQUIRE(ShopCheck(shop.get(), schedule).fault() == "");
      REQUIRE(bound <= schedule.makespan);
    }
  }
}

TEST_CASE("the least makespan lies between the bound and every schedule, and is often met") {
  int bound_met = 0, schedule_met = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const RandomShop shop(seed, 3, 2, 3);
    const Seconds best = ExhaustiveSearch(shop.get()).best();
    Seconds found{std::numeric_limits<double>::infinity()};
    for (const DispatchRule& rule : dispatch_rules()) found = std::min(found, schedule_jobs(shop.get(), rule).makespan);
    INFO("seed " << seed);
    REQUIRE(makespan_bound(shop.get()) <= best);
    REQUIRE(best <= found);
    bound_met += makespan_bound(shop.get()) == best ? 1 : 0;
    schedule_met += best == found ? 1 : 0;
  }
  CHECK(bound_met >= 200);
  CHECK(schedule_met >= 200);
}

TEST_CASE("operations confined to a machine bound the makespan with what comes before and after") {
  const JobShop shop{3, {{on(0, 2), on(1, 5), on(2, 1)}, {on(0, 3), on(1, 4), on(2, 2)}}};
  CHECK(makespan_bound(shop) == Seconds(2 + 9 + 1));
  CHECK(makespan_bound({2, {{{{0, Seconds(3)}, {1, Seconds(5)}}}, {on(0, 2)}, {on(1, 2)}}}) == Seconds(4));  // 7 / 2, a whole number
  CHECK(makespan_bound({2, {{{{0, Seconds(3)}, {1, Seconds(5)}}}, {on(0, 2.5)}, {on(1, 2)}}}) == Seconds(3.75));
  CHECK(makespan_bound({1, {}}) == Seconds(0));
  CHECK(least_time({{0, Seconds(3)}, {1, Seconds(2)}}) == Seconds(2));
}

TEST_CASE("a gap on a machine is used, and of two machines that end at once the faster one") {
  const JobShop shop{2, {{on(1, 6), on(0, 4)}, {on(1, 7)}, {on(0, 3), on(1, 1), on(0, 3)}}};
  for (const DispatchRule& rule : dispatch_rules()) CHECK(schedule_jobs(shop, rule).makespan >= makespan_bound(shop));
  const JobShop two{2, {{on(0, 4)}, {{{0, Seconds(2)}, {1, Seconds(6)}}}}};
  const ShopSchedule schedule = schedule_jobs(two, dispatch_rule("fifo"));
  CHECK(schedule.operations[1].machine == 0);
  CHECK(schedule.makespan == Seconds(6));
}

TEST_CASE("job shops refuse what cannot be") {
  const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
  const std::vector<ShopOperation> wrong{{}, on(1, 1), on(0, 0), on(0, -1), on(0, nan), on(0, infinite)};
  for (const ShopOperation& operation : wrong) {
    const JobShop shop{1, {{on(0, 1), operation}}};
    CHECK_THROWS_AS(schedule_jobs(shop, dispatch_rule("fifo")), ModelError);
    CHECK_THROWS_AS(makespan_bound(shop), ModelError);
  }
}
