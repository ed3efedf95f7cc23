// Which random numbers does a named source of chance draw?

#include "models/random.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/random/binomial_distribution.hpp>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <cmath>
#include <cstring>
#include <string>

#include "models/error.hpp"

namespace ccm {
namespace {

r123::Philox4x64::ukey_type key_of(std::string_view actor, std::string_view purpose) {
  const std::string name = std::string(actor) + '/' + std::string(purpose);
  const boost::uuids::uuid id = boost::uuids::name_generator_sha1(boost::uuids::ns::oid())(name);
  r123::Philox4x64::ukey_type key;
  std::memcpy(key.data(), id.data, sizeof id.data);
  return key;
}

namespace policies = boost::math::policies;

/// The quantile of a distribution on integers is the least one whose probability is reached.
using LeastInteger = policies::policy<policies::discrete_quantile<policies::integer_round_up>>;

std::int64_t poisson_quantile(double mean, double u) {
  return static_cast<std::int64_t>(quantile(boost::math::poisson_distribution<double, LeastInteger>(mean), u));
}

std::int64_t binomial_quantile(std::int64_t trials, double p, double u) {
  if (trials == 0 || p == 0) return 0;
  if (p == 1) return trials;
  return static_cast<std::int64_t>(quantile(boost::math::binomial_distribution<double, LeastInteger>(static_cast<double>(trials), p), u));
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, Replication replication, std::string_view actor, std::string_view purpose)
    : engine_(key_of(actor, purpose)), drawing_(replication.drawing) {
  engine_.setcounter({{0, replication.number, seed, 0}}, 0);
}

double RandomStream::probability() {
  const double u = (static_cast<double>(engine_() >> 12) + 0.5) * 0x1p-52;
  return drawing_ == Drawing::mirrored ? 1 - u : u;
}

double RandomStream::uniform(double low, double high) {
  require(low <= high, "uniform: low must not exceed high");
  return low + (high - low) * (direct() ? boost::random::uniform_01<double>()(engine_) : probability());
}

Seconds RandomStream::exponential(Seconds mean) {
  require(mean > Seconds(0), "exponential: the mean must be positive");
  return mean * (direct() ? boost::random::exponential_distribution<double>(1.0)(engine_) : -std::log1p(-probability()));
}

std::int64_t RandomStream::poisson(double mean) {
  require(mean > 0, "poisson: the mean must be positive");
  return direct() ? boost::random::poisson_distribution<std::int64_t, double>(mean)(engine_) : poisson_quantile(mean, probability());
}

double RandomStream::normal(double mean, double standard_deviation) {
  require(standard_deviation >= 0, "normal: the standard deviation must not be negative");
  const double standard =
      direct() ? boost::random::normal_distribution<double>(0.0, 1.0)(engine_) : quantile(boost::math::normal(), probability());
  return mean + standard_deviation * standard;
}

double RandomStream::lognormal(double variation) {
  require(variation >= 0, "lognormal: the coefficient of variation must not be negative");
  const double variance = std::log1p(variation * variation);  // of the logarithm
  return std::exp(normal(-variance / 2, std::sqrt(variance)));
}

std::int64_t RandomStream::binomial(std::int64_t trials, double p) {
  require(trials >= 0 && p >= 0 && p <= 1, "binomial: trials must not be negative, and p must lie in [0, 1]");
  return direct() ? boost::random::binomial_distribution<std::int64_t, double>(trials, p)(engine_)
                  : binomial_quantile(trials, p, probability());
}

std::size_t RandomStream::index(std::size_t count) {
  require(count > 0, "index: nothing to choose from");
  if (direct()) return boost::random::uniform_int_distribution<std::size_t>(0, count - 1)(engine_);
  return std::min(static_cast<std::size_t>(probability() * static_cast<double>(count)), count - 1);
}

}  // namespace ccm
