// How much do customers buy at which price, as far as sales tell?

#include "models/pricing/learning/demand_estimate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

#include "models/pricing/learning/least_squares.hpp"

namespace ccm {
namespace {

constexpr double told_apart = 1e-6;

/// The regressors 1, p, r - p and the sales, each divided by the square root of the requests.
struct Regression {
  DataColumn one, price, difference, sales;
};

Regression regression_of(std::span<const SalesObservation> observations) {
  Regression data;
  const Money highest = highest_sold_at(observations);
  for (const SalesObservation& seen : observations) {
    if (seen.requests <= 0 || seen.is_beyond(highest)) continue;
    const double root = std::sqrt(seen.requests);
    data.one.push_back(root);
    data.price.push_back(root * seen.price.value());
    data.difference.push_back(root * (seen.reference.value_or(seen.price) - seen.price).value());
    data.sales.push_back(seen.units / root);
  }
  return data;
}

double length(const DataColumn& x) { return std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0)); }

Identified identified_by(const Regression& data) {
  const double least = told_apart * length(data.price);
  const std::vector<double> apart = unexplained({data.one, data.price, data.difference});
  if (data.one.size() <= 2 || apart[1] <= least) return Identified::nothing;
  if (length(data.difference) <= least) return Identified::price_slope;
  if (data.one.size() <= 3) return Identified::nothing;
  return apart[2] > least ? Identified::reference_effect : Identified::sum_of_slopes;
}

/// The number of customers who ask in a period: its mean, and the variance of that mean.
struct Reach {
  double mean = 0, variance = 0;
};

Reach reach_of(std::span<const SalesObservation> observations) {
  const double n = static_cast<double>(observations.size());
  Reach reach;
  const auto asked = [](const SalesObservation& seen) { return seen.requests + seen.turned_away; };
  for (const SalesObservation& seen : observations) reach.mean += asked(seen) / n;
  for (const SalesObservation& seen : observations) reach.variance += std::pow(asked(seen) - reach.mean, 2) / (n * (n - 1));
  return reach;
}

EstimatedParameter in_all(double per_request, double error, const Reach& reach) {
  return {reach.mean * per_request, std::hypot(reach.mean * error, per_request * std::sqrt(reach.variance))};
}

const char* what_is_missing(Identified identified) {
  switch (identified) {
    case Identified::nothing:
      return "nothing identified: too few periods, or the price was always the same";
    case Identified::sum_of_slopes:
      return "not identified: price slope and reference effect apart; the reference price never moved, or only with the price";
    case Identified::price_slope:
      return "not identified: the reference effect; prices were always at the reference";
    case Identified::reference_effect:
      break;
  }
  return "all identified";
}

}  // namespace

Money highest_sold_at(std::span<const SalesObservation> observations) {
  Money highest{0};
  for (const SalesObservation& seen : observations)
    if (seen.units > 0) highest = std::max(highest, seen.price);
  return highest;
}

DemandEstimate estimate_demand(std::span<const SalesObservation> observations) {
  const Regression data = regression_of(observations);
  DemandEstimate estimate{.identified = identified_by(data), .periods = data.one.size()};
  if (!estimate.knows_price_slope()) return estimate;
  std::vector<DataColumn> regressors{data.one, data.price};
  if (estimate.knows_reference_effect()) regressors.push_back(data.difference);
  const LeastSquares fit = least_squares(regressors, data.sales);
  const Reach reach = reach_of(observations);
  estimate.a = in_all(fit.coefficients[0], fit.standard_errors[0], reach);
  estimate.b = in_all(-fit.coefficients[1], fit.standard_errors[1], reach);
  if (estimate.knows_reference_effect()) estimate.g = in_all(fit.coefficients[2], fit.standard_errors[2], reach);
  estimate.residual_sd = fit.residual_sd * std::sqrt(reach.mean);
  return estimate;
}

std::string describe(const DemandEstimate& estimate) {
  std::ostringstream words;
  const auto say = [&](const char* name, const EstimatedParameter& parameter) {
    words << name << " = " << parameter.value << " +- " << parameter.standard_error << ", ";
  };
  words << "from " << estimate.periods << " periods: ";
  if (estimate.knows_price_slope()) {
    say("a", estimate.a);
    say("b", estimate.b);
  }
  if (estimate.knows_reference_effect()) say("g", estimate.g);
  words << what_is_missing(estimate.identified);
  return words.str();
}

}  // namespace ccm
