// Where does the beginning of a series end?

#include "analysis/warm_up.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/running_moments.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

double mean_between(const std::vector<double>& values, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t i) { return values.begin() + static_cast<std::ptrdiff_t>(i); };
  return std::accumulate(at(begin), at(end), 0.0) / static_cast<double>(end - begin);
}

std::vector<double> batch_means(const std::vector<double>& series) {
  std::vector<double> means;
  for (std::size_t end = mser_batch; end <= series.size(); end += mser_batch) means.push_back(mean_between(series, end - mser_batch, end));
  return means;
}

/// Of each cut d = 0 .. m/2, from the last batch backwards.
std::vector<double> mser_statistic(const std::vector<double>& batches) {
  std::vector<double> statistic(batches.size() / 2 + 1);
  RunningMoments kept;
  for (std::size_t d = batches.size(); d-- > 0;) {
    kept.add(batches[d]);
    const auto n = static_cast<double>(kept.n);
    if (d < statistic.size()) statistic[d] = kept.squares / (n * n);
  }
  return statistic;
}

std::vector<double> mean_across(const std::vector<std::vector<double>>& replications) {
  std::vector<double> mean(replications.front().size());
  for (const std::vector<double>& series : replications)
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += series[i] / static_cast<double>(replications.size());
  return mean;
}

}  // namespace

WarmUp mser5(const std::vector<double>& series) {
  require(series.size() >= mser_observations_min, "mser5: the series must have at least 50 observations");
  WarmUp result{.batch_means = batch_means(series)};
  result.statistic = mser_statistic(result.batch_means);
  const auto least = static_cast<std::size_t>(std::ranges::min_element(result.statistic) - result.statistic.begin());
  result.cut = least * mser_batch;
  result.too_short = least + 1 == result.statistic.size();
  return result;
}

std::vector<double> welch_moving_average(const std::vector<std::vector<double>>& replications, std::size_t window) {
  require(!replications.empty() && replications.front().size() > window, "welch: the series must be longer than the window");
  for (const std::vector<double>& series : replications)
    require(series.size() == replications.front().size(), "welch: the replications must be equally long");
  const std::vector<double> mean = mean_across(replications);
  std::vector<double> smooth;
  for (std::size_t i = 0; i + window < mean.size(); ++i) {
    const std::size_t reach = std::min(i, window);
    smooth.push_back(mean_between(mean, i - reach, i + reach + 1));
  }
  return smooth;
}

}  // namespace ccm
