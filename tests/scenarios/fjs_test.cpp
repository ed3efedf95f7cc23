// Is a job shop read as its file says, scheduled within what is known of it, and a wrong file refused in words?

#include "scenarios/problems/fjs.hpp"

#include <catch2/catch.hpp>

#include "scenarios/mistake.hpp"
#include "tests/support/shop_check.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// An instance of Brandimarte (1993), with the bounds that he gives and the best makespan that has been found since.
struct Instance {
  std::string name;
  std::size_t jobs, machines, operations;
  double printed_bound, best_known;
};

const std::vector<Instance> instances{
    {"mk01", 10, 6, 55, 36, 40},
    {"mk02", 10, 6, 58, 24, 26},
    {"mk03", 15, 8, 150, 204, 204},
};

JobShop load(const Instance& instance) {
  return load_job_shop(std::string(CCM_SOURCE_DIR) + "/scenarios/problems/brandimarte_1993/" + instance.name + ".fjs");
}

std::size_t operations_of(const JobShop& shop) {
  std::size_t count = 0;
  for (const ShopJob& job : shop.jobs) count += job.size();
  return count;
}

std::string message_for(const std::string& text) {
  try {
    static_cast<void>(read_job_shop(text, "x.fjs"));
  } catch (const ScenarioError& error) {
    return error.what();
  }
  return "";
}

/// The first line of the message: the place, and what is wrong.
std::string first_line_for(const std::string& text) {
  const std::string message = message_for(text);
  return message.substr(0, message.find('\n'));
}

}  // namespace

TEST_CASE("benchmarks of job shops: schedules are possible, and no bound contradicts what is known") {
  for (const Instance& instance : instances) {
    const JobShop shop = load(instance);
    CHECK(shop.jobs.size() == instance.jobs);
    CHECK(shop.machines == instance.machines);
    CHECK(operations_of(shop) == instance.operations);
    CHECK(makespan_bound(shop) <= Seconds(instance.best_known));
    for (const DispatchRule& rule : dispatch_rules()) {
      INFO(instance.name << " by " << rule.name);
      const ShopSchedule schedule = schedule_jobs(shop, rule);
      CHECK(ShopCheck(shop, schedule).fault() == "");
      CHECK(schedule.makespan >= Seconds(instance.printed_bound));
    }
  }
}

TEST_CASE("the third benchmark is solved by critical ratio: its bound is met") {
  const JobShop shop = load(instances[2]);
  CHECK(schedule_jobs(shop, dispatch_rule("cr")).makespan == makespan_bound(shop));
}

TEST_CASE("a job shop file: decimals, tabs, Windows lines, empty lines, with and without a mean") {
  const JobShop shop = read_job_shop("\n1\t2\r\n\r\n2 1 1 2.5  2 2 1e1 1 0.5 \r\n\r\n", "x.fjs");
  REQUIRE(shop.jobs.size() == 1);
  REQUIRE(shop.jobs[0].size() == 2);
  CHECK(shop.machines == 2);
  CHECK(shop.jobs[0][0][0].machine == 0);
  CHECK(shop.jobs[0][0][0].time == Seconds(2.5));
  CHECK(shop.jobs[0][1][0].machine == 1);
  CHECK(shop.jobs[0][1][0].time == Seconds(10));
  CHECK(shop.jobs[0][1][1].time == Seconds(0.5));
  CHECK(read_job_shop("1 1 1.5\n1 1 1 1", "x.fjs").machines == 1);
}

TEST_CASE("messages: job shops") {
  const std::string time = "expected a time of operation 1, a number from 0.001 to 1000000, ";
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"\n \r\n", "x.fjs: error: nothing is written here"},
      {"ten 6\n", "x.fjs:1:1: error: expected the number of jobs, a whole number from 1 to 1000, not 'ten'"},
      {"1\n", "x.fjs:1:2: error: expected the number of machines, a whole number from 1 to 1000, but the line ends here"},
      {"1 0\n", "x.fjs:1:3: error: expected the number of machines, a whole number from 1 to 1000, not '0'"},
      {"1 2 x\n", "x.fjs:1:5: error: expected the mean number of machines per operation, a number from 0 to 1000, not 'x'"},
      {"1 2 1 4\n", "x.fjs:1:7: error: '4' is one more than expected"},
      {"2 2\n1 1 1 5\n", "x.fjs: error: the file ends after 1 of 2 jobs"},
      {"1 2\n1 1 1 5\n1 1 1 5\n", "x.fjs:3:1: error: there is a line for one more than the 1 jobs of the first line"},
      {"1 2\n0\n", "x.fjs:2:1: error: expected the number of operations, a whole number from 1 to 10000, not '0'"},
      {"1 2\n1.5 1 1 5\n", "x.fjs:2:1: error: expected the number of operations, a whole number from 1 to 10000, not '1.5'"},
      {"1 2\n1 3\n", "x.fjs:2:3: error: expected the number of machines of operation 1, a whole number from 1 to 2, not '3'"},
      {"1 2\n1 1 3 5\n", "x.fjs:2:5: error: expected a machine of operation 1, a whole number from 1 to 2, not '3'"},
      {"1 2\n1 2 2 5 2 6\n", "x.fjs:2:9: error: operation 1 names machine 2 twice"},
      {"1 2\n1 1 2\n", "x.fjs:2:6: error: " + time + "but the line ends here"},
      {"1 2\n1 1 2 0\n", "x.fjs:2:7: error: " + time + "not '0'"},
      {"1 2\n1 1 2 -4\n", "x.fjs:2:7: error: " + time + "not '-4'"},
      {"1 2\n1 1 2 nan\n", "x.fjs:2:7: error: " + time + "not 'nan'"},
      {"1 2\n1 1 2 1e300\n", "x.fjs:2:7: error: " + time + "not '1e300'"},
      {"1 2\n1 1 2 1e999\n", "x.fjs:2:7: error: " + time + "not '1e999'"},
      {"1 2\n1 1 2 5min\n", "x.fjs:2:7: error: " + time + "not '5min'"},
      {"1 2\n1 1 99999999999999999999 5\n",
       "x.fjs:2:5: error: expected a machine of operation 1, a whole number from 1 to 2, not '99999999999999999999'"},
      {"1 2\n1 1 2 5 6\n", "x.fjs:2:9: error: '6' is one more than expected"},
      {"1 2\n1 \x1b[2J\n", "x.fjs:2:3: error: the file contains a byte that is neither a digit nor another plain character"},
      {std::string("1 2\n\0\xff", 6), "x.fjs:2:1: error: the file contains a byte that is neither a digit nor another plain character"},
  };
  for (const auto& [text, message] : wrong) {
    INFO(text);
    CHECK(first_line_for(text) == message);
  }
}

TEST_CASE("messages: the mistakes of every line of a job shop, with the line and a caret") {
  CHECK(message_for("2 2\n1 1 3 5\n1 1 1 5 7\n") ==
        "x.fjs:2:5: error: expected a machine of operation 1, a whole number from 1 to 2, not '3'\n"
        "  2 | 1 1 3 5\n"
        "    |     ^\n"
        "x.fjs:3:9: error: '7' is one more than expected\n"
        "  3 | 1 1 1 5 7\n"
        "    |         ^\n"
        "  The line begins with the number of operations, 1.");
}

TEST_CASE("messages: job shops beyond the limits") {
  std::string operations = "2 1\n10000";
  for (int i = 0; i < 10'000; ++i) operations += " 1 1 1";
  CHECK(first_line_for(operations + "\n1 1 1 1\n").find(":3:1: error: the jobs have more than 10000 operations") != std::string::npos);
  std::string choices = "1 1000\n101", all = " 1000";
  for (int machine = 1; machine <= 1000; ++machine) all += " " + std::to_string(machine) + " 1";
  for (int i = 0; i < 101; ++i) choices += all;
  CHECK(first_line_for(choices).find(":2:1: error: the operations have more than 100000 choices of a machine") != std::string::npos);
}
