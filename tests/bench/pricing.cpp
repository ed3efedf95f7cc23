// How long does it take to find the best prices of a grid, and how far are they from the closed form?
//
// Prints a table in Markdown. Usage: pricing

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "models/pricing/optimal/dynamic_program.hpp"
#include "models/pricing/optimal/loss_averse_policy.hpp"

using namespace ccm;

namespace {

constexpr int least_runs = 5;
constexpr double least_measured_ms = 100;
const Remembered start{Money(6), Money(6)};

struct Slopes {
  const char* name;
  double gain, loss;
};

constexpr std::array all_slopes{Slopes{"alike", 1, 1}, Slopes{"losses more", 0.5, 2}, Slopes{"gains more", 2, 0.5}};

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// The median of at least five runs.
double median_ms(const PricingProgram& program) {
  std::vector<double> runs;
  double all = 0;
  while (runs.size() < least_runs || all < least_measured_ms) {
    const auto begin = std::chrono::steady_clock::now();
    const DynamicProgram solved = solve_prices(program);
    runs.push_back(milliseconds_since(begin));
    all += runs.back();
  }
  std::ranges::nth_element(runs, runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2));
  return runs[runs.size() / 2];
}

/// How much more the closed form is worth, as a share; nothing where there is none.
std::string off(const PricingProgram& program) {
  if (program.memory.kind != MemoryKind::exponential || program.demand.gain > program.demand.loss) return "-";
  const LossAversePolicy policy = loss_averse_policy({program.demand, program.cost, program.discount, program.memory.theta});
  return fmt::format("{:.1e}", policy.value_at(start.reference) / solve_prices(program).value_at(start) - 1);
}

void print_row(MemoryKind memory, std::size_t count, double discount, const Slopes& slopes) {
  const ReferenceDemand demand{10, 1, slopes.gain, slopes.loss};
  const PricingProgram program =
      with_default_grids({.demand = demand, .discount = discount, .memory = {memory, 0.5}}, start.reference, count);
  fmt::print("| {} | {} | {} | {} | {:.2f} | {} |\n", memory_kind_names[static_cast<std::size_t>(memory)], count, discount, slopes.name,
             median_ms(program), off(program));
}

}  // namespace

int main() {
  fmt::print("| memory | prices | discount | gains and losses weigh | ms | value below the closed form |\n|---|---|---|---|---|---|\n");
  for (const std::size_t count : {100, 400, 2000})
    for (const double discount : {0.95, 0.999})
      for (const Slopes& slopes : all_slopes) print_row(MemoryKind::exponential, count, discount, slopes);
  for (const std::size_t count : {100, 400})
    for (const Slopes& slopes : all_slopes) print_row(MemoryKind::peak_end_lowest, count, 0.95, slopes);
}
