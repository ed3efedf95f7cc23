// Which seller over time does a file describe, and how are its prices found?

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/pricing/optimal/finite_horizon.hpp"
#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "scenarios/problems/pricing_reading.hpp"

namespace ccm {
namespace {

constexpr double most_prices = 2000, most_peak_end_prices = 400, most_references = 4000, default_prices = 200, most_work = 5e8;
constexpr double fine_references = 1000;  // on few prices, values between them are off by less than 1e-4
constexpr double largest_discount = 0.9999;

class OverTimeReading {
 public:
  explicit OverTimeReading(const PricingFile& file) : file_(file), spec_(file.spec) {}

  PricesOverTime read() {
    program_.demand = demand();
    program_.cost = file_.needed(spec_.cost, "cost", Money(0));
    program_.memory = memory_of(file_);
    program_.discount = file_.needed(spec_.discount, "discount", 0.0);
    if (spec_.horizon) program_.periods = spec_.horizon->periods;
    if (!program_.periods && program_.discount == 1) file_.mistake(".discount", "without a last period, discount must be less than 1");
    file_.reader.throw_mistakes();
    check_demand();
    file_.reader.throw_mistakes();
    start_ = start();
    set_grids();
    file_.reader.throw_mistakes();
    return {program_, start_, closed_form(), shown(), spec_.grid.has_value()};
  }

 private:
  [[nodiscard]] bool peak_end() const {
    return program_.memory.kind == MemoryKind::peak_end_lowest || program_.memory.kind == MemoryKind::peak_end_highest;
  }
  [[nodiscard]] ReferenceSeller seller() const { return {program_.demand, program_.cost, program_.discount, program_.memory.theta}; }

  [[nodiscard]] ReferenceDemand demand() const {
    const PricedDemand& d = *spec_.demand;
    const bool has_absolute = d.alpha || d.beta || d.gamma, has_difference = d.a || d.b || d.gain || d.loss;
    const DemandForm form = d.form.value_or(has_absolute && !has_difference ? DemandForm::absolute : DemandForm::difference);
    const bool absolute = form == DemandForm::absolute;
    if (absolute ? has_difference : has_absolute)
      file_.mistake(".demand", absolute ? "demand of absolute form has the keys alpha, beta and gamma only"
                                        : "demand of difference form has the keys a, b, gain and loss only");
    return absolute ? absolute_demand(d) : difference_demand(d);
  }

  [[nodiscard]] ReferenceDemand difference_demand(const PricedDemand& d) const {
    if (!d.a || !d.b) file_.mistake(".demand", "demand of difference form needs the keys 'a' and 'b'");
    const double gain = d.gain.value_or(0);
    return {d.a.value_or(1), d.b.value_or(1), gain, d.loss.value_or(gain)};
  }

  [[nodiscard]] ReferenceDemand absolute_demand(const PricedDemand& d) const {
    if (!d.alpha || !d.beta) file_.mistake(".demand", "demand of absolute form needs the keys 'alpha' and 'beta'");
    const double gamma = d.gamma.value_or(0);
    if (d.beta && gamma >= *d.beta)
      file_.mistake(".demand.gamma", fmt::format("gamma must be less than beta {:.6g}", *d.beta),
                    "Otherwise demand would rise with a price that everybody expects.");
    return reference_demand({.alpha = d.alpha.value_or(1), .beta = d.beta.value_or(1), .gain = gamma, .loss = gamma});
  }

  void check_demand() const {
    const double nobody_buys = program_.demand.a / program_.demand.b;
    if (nobody_buys <= program_.cost.value())
      file_.mistake(".cost", fmt::format("nothing can be sold at a profit: nobody who expects a price of {:.6g} pays it", nobody_buys));
  }

  [[nodiscard]] Remembered start() const {
    const Money neutral = static_price(seller());
    if (!spec_.start) return {neutral, neutral};
    const auto& [reference, extreme, last] = *spec_.start;
    return peak_end() ? peak_end_start(reference, extreme, last) : reference_start(reference, extreme, last);
  }

  [[nodiscard]] Remembered reference_start(std::optional<Money> reference, std::optional<Money> extreme, std::optional<Money> last) const {
    if (extreme || last || !reference) file_.mistake(".start", "without peak_end, the start has the key 'reference' alone");
    const Money price = reference.value_or(Money(0));
    return {price, price};
  }

  [[nodiscard]] Remembered peak_end_start(std::optional<Money> reference, std::optional<Money> extreme, std::optional<Money> last) const {
    if (reference || !extreme) file_.mistake(".start", "with peak_end, the start has the keys 'extreme' and 'last'");
    const Money first = extreme.value_or(Money(0)), second = last.value_or(first);
    const bool lowest = program_.memory.kind == MemoryKind::peak_end_lowest;
    if (lowest ? second < first : second > first)
      file_.mistake(".start.last",
                    fmt::format("the last price is {} the {} price so far", lowest ? "below" : "above", lowest ? "lowest" : "highest"));
    const double theta = program_.memory.theta;
    return {first * theta + second * (1 - theta), first};
  }

  void set_grids() {
    if (!spec_.grid) return set_default_grid();
    set_given_grid(*spec_.grid);
    file_.reader.throw_mistakes();
    const auto& [from, to, count] = program_.prices;
    if (peak_end() && (start_.extreme < from || start_.extreme > to)) file_.mistake(".start.extreme", "the grid does not reach this price");
  }

  void set_default_grid() {
    const double periods = static_cast<double>(program_.periods.value_or(1));
    const double fit = peak_end() ? std::cbrt(2 * most_work / periods) : std::sqrt(most_work / periods);
    program_ = with_default_grids(program_, start_.reference, static_cast<std::size_t>(std::min(default_prices, fit)));
    program_.references = fine(program_.references);
    if (!peak_end()) return;
    program_.prices.from = std::min(program_.prices.from, start_.extreme);
    program_.prices.to = std::max(program_.prices.to, start_.extreme);
  }

  /// Values lie on straight lines between reference prices, so that these stand close if time allows, however far apart the prices.
  [[nodiscard]] MoneyGrid fine(const MoneyGrid& references) const {
    const double prices = static_cast<double>(program_.prices.count), periods = static_cast<double>(program_.periods.value_or(1));
    const double affordable = std::min(fine_references, most_work / (prices * periods)) / static_cast<double>(references.count);
    return references.divided(std::max<std::size_t>(1, static_cast<std::size_t>(affordable)));
  }

  /// The reference prices stand at least as close to each other as the prices, and reach the start.
  void set_given_grid(const GridWords& grid) {
    const double steps = std::floor((grid.to - grid.from) / grid.step + 1e-9);
    if (!(steps >= 1)) return file_.mistake(".grid", "the grid needs two prices at least", "Give 'to' at least one 'step' above 'from'.");
    const double most = peak_end() ? most_peak_end_prices : most_prices;
    if (steps + 1 > most) return file_.mistake(".grid", fmt::format("{:.6g} prices are more than the limit of {}", steps + 1, most));
    program_.prices = {grid.from, grid.from + steps * grid.step, static_cast<std::size_t>(steps) + 1};
    const Money low = std::min(grid.from, start_.reference), high = std::max(program_.prices.to, start_.reference);
    const double between = std::ceil((high - low) / grid.step - 1e-9);
    if (between + 1 > most_references) return file_.mistake(".grid", "the start is too far from these prices for so small a step");
    program_.references = fine({low, low + between * grid.step, static_cast<std::size_t>(between) + 1});
  }

  [[nodiscard]] bool closed_form() const {
    const PricingMethod method = spec_.method.value_or(PricingMethod::automatic);
    const bool there_is_one = has_closed_form(), holds = there_is_one && holds_from_start();
    if (method == PricingMethod::closed_form && !there_is_one)
      file_.mistake(
          ".method", "there is no closed form of this problem",
          "There is one for exponential memory without end if losses weigh at least as gains, and with an end if they weigh the same.");
    if (method == PricingMethod::closed_form && there_is_one && !holds)
      file_.mistake(".method", "from this start a price would meet cost or choke price, where the closed form does not hold",
                    "Use 'dynamic_program'.");
    if (holds && method != PricingMethod::dynamic_program) return true;
    check_dynamic_program();
    return false;
  }

  void check_dynamic_program() const {
    if (!program_.periods && program_.discount > largest_discount)
      file_.mistake(".discount", fmt::format("the dynamic program without end needs a discount of at most {}", largest_discount));
    const double n = static_cast<double>(program_.prices.count), periods = static_cast<double>(program_.periods.value_or(1));
    const double states = peak_end() ? n * n / 2 : static_cast<double>(program_.references.count);
    if (program_.periods && states * n * periods > most_work)
      file_.mistake(".grid", fmt::format("this grid is too fine for {} periods", periods), "Give a larger 'step', or a shorter 'horizon'.");
  }

  [[nodiscard]] bool has_closed_form() const {
    const ReferenceDemand& demand = program_.demand;
    return !peak_end() && (program_.periods ? demand.is_neutral() : demand.loss >= demand.gain);
  }

  [[nodiscard]] bool holds_from_start() const {
    return program_.periods ? finite_horizon_policy(seller(), *program_.periods).holds_at(start_.reference)
                            : loss_averse_policy(seller()).holds_at(start_.reference);
  }

  [[nodiscard]] std::size_t shown() const {
    const std::int64_t wanted = spec_.show.value_or(10);
    return static_cast<std::size_t>(std::min(wanted, program_.periods.value_or(wanted)));
  }

  const PricingFile& file_;
  const PricingWords& spec_;
  PricingProgram program_{};
  Remembered start_{};
};

}  // namespace

PricesOverTime read_prices_over_time(const PricingFile& file) { return OverTimeReading(file).read(); }

}  // namespace ccm
