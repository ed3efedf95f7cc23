// Are named streams independent of each other, repeatable, and distributed as they say?

#include "models/random.hpp"

#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "models/error.hpp"

using namespace ccm;

namespace {

// |z| of a correct mean exceeds this once in 10^6 tests.
const double far = boost::math::quantile(boost::math::normal(), 1 - 0.5e-6);

double first(std::uint64_t seed, std::uint64_t replication, const char* actor, const char* purpose) {
  return RandomStream(seed, replication, actor, purpose).uniform(0, 1);
}

}  // namespace

TEST_CASE("a stream is repeated by its name, seed and replication, and by nothing less") {
  CHECK(first(1, 1, "a", "b") == first(1, 1, "a", "b"));
  const std::set<double> different{first(1, 1, "a", "b"), first(2, 1, "a", "b"), first(1, 2, "a", "b"), first(1, 1, "b", "b"),
                                   first(1, 1, "a", "c")};
  CHECK(different.size() == 5);
}

TEST_CASE("uniform, exponential and normal draws have their means") {
  constexpr int n = 1'000'000;
  RandomStream stream(11, 1, "test", "means");
  double uniform = 0, exponential = 0, normal = 0;
  for (int i = 0; i < n; ++i) {
    uniform += stream.uniform(2, 4);
    exponential += stream.exponential(Seconds(5)).value();
    normal += stream.normal(1, 3);
  }
  // Standard errors: (b-a)/sqrt(12 n), mean/sqrt(n), sd/sqrt(n).
  const double root = std::sqrt(static_cast<double>(n));
  CHECK(std::abs(uniform / n - 3) < far * 2 / std::sqrt(12.0) / root);
  CHECK(std::abs(exponential / n - 5) < far * 5 / root);
  CHECK(std::abs(normal / n - 1) < far * 3 / root);
}

TEST_CASE("lognormal draws have mean 1 and their coefficient of variation") {
  constexpr int n = 1'000'000;
  for (const double variation : {0.3, 0.5}) {
    RandomStream stream(12, 1, "test", "lognormal");
    double sum = 0, logs = 0, squares = 0;
    for (int i = 0; i < n; ++i) {
      const double draw = stream.lognormal(variation);
      sum += draw;
      logs += std::log(draw);
      squares += std::log(draw) * std::log(draw);
    }
    // The logarithm is normal with variance s = log(1 + variation^2) and mean -s/2; its sample variance errs by s sqrt(2/n), and by far
    // less for the mean, which is known here.
    const double root = std::sqrt(static_cast<double>(n)), s = std::log1p(variation * variation);
    CHECK(std::abs(sum / n - 1) < far * variation / root);
    CHECK(std::abs(logs / n + s / 2) < far * std::sqrt(s) / root);
    CHECK(std::abs(squares / n - s - s * s / 4) < far * std::sqrt(2 * s * s + s * s * s) / root);
  }
  RandomStream certain(12, 1, "test", "lognormal");
  CHECK(certain.lognormal(0) == 1);
}

TEST_CASE("binomial draws have mean n p and variance n p (1 - p), and stay between 0 and n") {
  constexpr int n = 200'000;
  for (const auto& [trials, p] : {std::pair<std::int64_t, double>{7, 0.8}, {1, 0.3}, {60, 0.95}}) {
    RandomStream stream(13, 1, "test", "binomial");
    const double mean = static_cast<double>(trials) * p, variance = mean * (1 - p);
    double sum = 0, squares = 0;
    bool inside = true;
    for (int i = 0; i < n; ++i) {
      const std::int64_t draw = stream.binomial(trials, p);
      inside = inside && draw >= 0 && draw <= trials;
      sum += static_cast<double>(draw);
      squares += (static_cast<double>(draw) - mean) * (static_cast<double>(draw) - mean);
    }
    // Fourth central moment: 3 v^2 + v (1 - 6 p (1 - p)).
    const double fourth = 3 * variance * variance + variance * (1 - 6 * p * (1 - p)), root = std::sqrt(static_cast<double>(n));
    CHECK(inside);
    CHECK(std::abs(sum / n - mean) < far * std::sqrt(variance) / root);
    CHECK(std::abs(squares / n - variance) < far * std::sqrt(fourth - variance * variance) / root);
  }
  RandomStream certain(13, 1, "test", "binomial");
  CHECK(certain.binomial(5, 1) == 5);
  CHECK(certain.binomial(5, 0) == 0);
  CHECK(certain.binomial(0, 0.5) == 0);
}

TEST_CASE("streams that differ only in the replication are uncorrelated") {
  constexpr int n = 100'000;
  RandomStream a(5, 1, "x", "y"), b(5, 2, "x", "y");
  double product = 0;
  for (int i = 0; i < n; ++i) product += (a.uniform(0, 1) - 0.5) * (b.uniform(0, 1) - 0.5);
  CHECK(std::abs(product / n) < far / 12 / std::sqrt(static_cast<double>(n)));  // variance of the product is 1/144
}

TEST_CASE("index reaches every choice and nothing else") {
  RandomStream stream(1, 1, "x", "choice");
  std::set<std::size_t> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(stream.index(4));
  CHECK(seen == std::set<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("impossible draws are refused") {
  RandomStream stream(1, 1, "x", "y");
  CHECK_THROWS_AS(stream.uniform(2, 1), ModelError);
  CHECK_THROWS_AS(stream.exponential(Seconds(0)), ModelError);
  CHECK_THROWS_AS(stream.normal(0, -1), ModelError);
  CHECK_THROWS_AS(stream.lognormal(-0.1), ModelError);
  CHECK_THROWS_AS(stream.binomial(-1, 0.5), ModelError);
  CHECK_THROWS_AS(stream.binomial(1, 1.5), ModelError);
  CHECK_THROWS_AS(stream.index(0), ModelError);
}
