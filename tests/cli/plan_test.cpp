// Does a plan advise what theory and the runs themselves say?

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/scenario.hpp"

using namespace ccm::test;
using nlohmann::json;

namespace {

const std::string reference_price = CCM_SOURCE_DIR "/scenarios/04_reference_price.yaml";

json plan(const Workplace& place, const std::string& arguments) {
  INFO("ccmsim plan " << arguments);
  const Finished finished = place.ccmsim("plan --json " + arguments);
  REQUIRE(finished.code == 0);
  return json::parse(finished.out);
}

/// The median over five seeds of the periods that are left out.
int median_cut(const Workplace& place, const std::string& arguments) {
  std::vector<int> cuts;
  for (int seed = 1; seed <= 5; ++seed) {
    const json leave_out = plan(place, arguments + " --seed " + std::to_string(seed))["warm_up"]["leave_out"];
    cuts.push_back(leave_out.is_null() ? 1000 : leave_out.get<int>());
  }
  std::ranges::sort(cuts);
  return cuts[2];
}

double half_width(double deviation, double n) { return quantile(boost::math::students_t(n - 1), 0.975) * deviation / std::sqrt(n); }

void plan_refused(const Workplace& place, const std::string& arguments, const std::string& message) {
  INFO("ccmsim plan " << arguments);
  const Finished finished = place.ccmsim("plan --out results " + arguments);
  CHECK(finished.code == 2);
  CHECK(finished.out.empty());
  CHECK(finished.err.starts_with(message));
  CHECK_FALSE(std::filesystem::exists(place / "results"));
}

}  // namespace

// The price stays P, about 33 EUR, and expected sales are d + gamma (r - P), d = alpha - (beta - gamma) P, with r - P = (60 - P) theta^(t -
// 1), t = 1, 2 ... Mean sales of a batch of five periods in five pilot runs have the standard deviation s = sqrt(d / 25) (Poisson), and
// batch k = 0, 1 ... the bias b(k) = gamma (60
// - P) theta^(5 k) (1 - theta^5) / (5 (1 - theta)). To leave out one more batch lowers MSER if its distance from the mean of the rest
// exceeds sqrt(2) s. So a batch with b > (sqrt(2) + 3) s is cut but for three deviations of chance, and none with b < s / 10 is but by
// chance, against which the median of five seeds is taken.
TEST_CASE("the warm-up ends where the reference price has come down") {
  const Workplace place;
  const double gamma = 2.5, theta = 0.8, price = 33.0, steady = 400 - (10 - gamma) * price;
  const double s = std::sqrt(steady / 25);
  const auto bias = [&](double k) { return gamma * (60 - price) * std::pow(theta, 5 * k) * (1 - std::pow(theta, 5)) / (5 * (1 - theta)); };
  int surely_cut = 0, surely_kept = 0;
  while (bias(surely_cut) > (std::sqrt(2) + 3) * s) ++surely_cut;
  while (bias(surely_kept) > s / 10) ++surely_kept;
  const int cut = median_cut(place, reference_price + " --pilot 5 --pilot-periods 100 --output sales");
  CHECK(cut >= 5 * surely_cut);
  CHECK(cut <= 5 * surely_kept);
  CHECK(surely_cut >= 2);
}

// On white noise the least of the statistics lies at 0 more often than not; a cut of a batch or two now and then is chance.
TEST_CASE("of a series without a beginning little is left out") {
  const Workplace place;
  CHECK(median_cut(place, "small.yaml --pilot 5 --pilot-periods 100 --output sales") <= 5);
}

TEST_CASE("a plan's number of replications is where run --half-width ends") {
  const Workplace place;
  const json planned = plan(place, "small.yaml --half-width 25% --pilot 40");
  REQUIRE(place.ccmsim("run small.yaml --half-width 25% --out results --quiet").code == 0);
  const json manifest = json::parse(file_text(place / "results/manifest.json"));
  CHECK(planned["replications"]["stopped"] == manifest["replications"]["finished"].size());
}

TEST_CASE("beyond the pilot the number is the least for which the interval would be narrow enough") {
  const Workplace place;
  const json replications = plan(place, "small.yaml --half-width 3% --output profit --pilot 10")["replications"];
  const json& profit = replications["outputs"][0];
  CHECK(replications["stopped"].is_null());
  const double deviation = profit["half_width"].get<double>() / half_width(1, 10), wanted = profit["wanted"];
  CHECK(wanted == Approx(0.03 * profit["mean"].get<double>()));
  const double needed = profit["replications"];
  CHECK(half_width(deviation, needed) <= wanted * (1 + 1e-9));
  CHECK(half_width(deviation, needed - 1) > wanted * (1 - 1e-9));
  REQUIRE(needed > 100);
  CHECK(replications["recommended"].get<double>() == needed + std::floor(needed / 20));
}

TEST_CASE("a plan leaves its series, and the same bytes for any number of processes") {
  const Workplace place;
  REQUIRE(place.ccmsim("plan small.yaml --jobs 1 --out one --quiet --pilot-periods 60").code == 0);
  REQUIRE(place.ccmsim("plan small.yaml --jobs 3 --out three --quiet --pilot-periods 60").code == 0);
  CHECK(place.shell("diff -r one three").out.empty());
  CHECK(place.shell("ls -A one").out == "effective.yaml\nmanifest.json\nplan.csv\nreplications.csv\nreport.html\nscenario.yaml\n");
  CHECK(place.shell("head -1 one/plan.csv; grep -c ^profit, one/plan.csv; tail -1 one/plan.csv | cut -d, -f1,2").out ==
        "output,period,mean,welch,left_out\n60\nsurplus,60\n");
  CHECK(place.shell("head -1 one/replications.csv; cut -d, -f1-3 one/replications.csv | tail -2").out ==
        "output,unit,n,mean,half_width,wanted,reached,replications\nprofit,EUR,10\nsurplus,EUR,10\n");
}

TEST_CASE("a period's mean is that of the pilot's replications") {
  const Workplace place;
  REQUIRE(place.ccmsim("plan small.yaml --pilot 4 --output units.price_taker --out planned --quiet").code == 0);
  REQUIRE(place.ccmsim("run small.yaml --replications 4 --out made --quiet").code == 0);
  // One segment: its units in each period, averaged.
  const std::string mean =
      "awk -F, 'NR == 1 {for (i = 1; i <= NF; ++i) at[$i] = i; next} $at[\"period\"] == 2 {sum += $at[\"units\"]} "
      "END {print sum / 4}' made/segments.csv";
  CHECK(place.shell("grep '^units.price_taker,2,' planned/plan.csv | cut -d, -f3").out == place.shell(mean).out);
}

TEST_CASE("the page of a plan says what to do") {
  const Workplace place;
  const Finished finished = place.ccmsim("plan small.yaml --set 'name=Two words' --output profit");
  REQUIRE(finished.code == 0);
  for (const std::string part :
       {"profit [EUR]: 2 periods are too few, 50 the least\n", "Look at longer pilot runs first: --pilot-periods 200", "leave nothing out",
        "Replications for 95 % half-widths within 5 %, of whole runs\n",
        "  ccmsim run small.yaml --set 'name=Two words' --half-width 5% --output profit\n", "One replication with all its tables took ",
        "Results: runs/plan-small-001\n"}) {
    INFO(part);
    CHECK(finished.out.find(part) != std::string::npos);
  }
  CHECK(place.shell("ls -A runs/plan-small-001 | wc -l").out == "6\n");
}

TEST_CASE("a plan for outputs without values, without periods, and with a mean of zero") {
  const Workplace place;
  const Finished gaps = place.ccmsim("plan small.yaml --set customers.takers.alpha=0.000001 --output lead_time --output messages");
  REQUIRE(gaps.code == 0);
  CHECK(gaps.out.find("lead_time [d]: some periods have no value, so its beginning cannot be told\n") != std::string::npos);
  CHECK(gaps.out.find("An output without values reaches no width: leave it out.\n") != std::string::npos);
  CHECK(gaps.out.find("messages [") == std::string::npos);
}

TEST_CASE("what a plan measures stands in the document alone") {
  const Workplace place;
  const json measured = plan(place, "small.yaml --pilot 3 --out results")["measured"];
  CHECK(measured["wall_s"] > 0);
  CHECK(measured["cpu_s"] > 0);
  REQUIRE(place.ccmsim("run small.yaml --out run --quiet").code == 0);
  // The tables of a run with one replication, whose directory also holds four files that a plan does not count.
  CHECK(place.shell("cd run; cat $(ls | grep -v -e summary.csv -e yaml -e manifest -e report) | wc -c").out ==
        std::to_string(measured["bytes"].get<long>()) + "\n");
  CHECK(place.shell("$CCMSIM report results --json > results/report.json; grep -rlE --exclude=report.html 'wall|cpu|_s\"' results")
            .out.empty());
}

TEST_CASE("a plan that is interrupted leaves nothing") {
  const Workplace place;
  const Finished finished = place.shell("$CCMSIM plan endless.yaml --out results --jobs 2 2>err >out & sleep 0.5; kill -TERM $!; wait $!");
  CHECK(finished.code == 130);
  CHECK(file_text(place / "err") == "ccmsim: interrupted; nothing is kept\n");
  CHECK(place.shell("ls -A").out == "endless.yaml\nerr\nout\nsmall.yaml\n");
}

TEST_CASE("plans that make no sense") {
  const Workplace place;
  plan_refused(place, "small.yaml --half-width 0", "ccmsim: error: --half-width: expected a share of the mean such as 5% or an amount");
  plan_refused(place, "small.yaml --pilot 2", "ccmsim: error: --pilot: expected a whole number from 3 to 1000, not '2'");
  plan_refused(place, "small.yaml --pilot-periods 0", "ccmsim: error: --pilot-periods: expected a whole number from 1 to 1000000, not '0'");
  plan_refused(place, "small.yaml --output porfit", "error: there is no output 'porfit'; did you mean 'profit'?\n");
  plan_refused(place, "missing.yaml", "missing.yaml: error: ");
  plan_refused(place, "", "ccmsim: error: FILE is required");
}
