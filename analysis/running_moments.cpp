// What are mean and variance of the values so far?

#include "analysis/running_moments.hpp"

#include <cmath>

namespace ccm {

void RunningMoments::add(double value) {
  const double before = value - mean;
  mean += before / static_cast<double>(++n);
  squares += before * (value - mean);
}

double RunningMoments::variance() const { return n < 2 ? 0 : squares / static_cast<double>(n - 1); }

double RunningMoments::standard_deviation() const { return std::sqrt(variance()); }

}  // namespace ccm
