// Which job shop does a text in Brandimarte's format describe?

#include "scenarios/problems/fjs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "scenarios/mistake.hpp"
#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

constexpr std::string_view blanks = " \t\r";

/// A mistake in a line, after which the rest of it means nothing.
struct WrongLine {
  Mistake mistake;
};

/// The words of a line, read one after the other as numbers.
class LineReader {
 public:
  LineReader(const Mark& line, std::string_view text) : line_(line), text_(text) { skip_blanks(); }

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

  /// A whole number of `what`, from 1 to `most`.
  int whole(const std::string& what, int most) {
    return static_cast<int>(number<std::int64_t>(1, most, fmt::format("{}, a whole number from 1 to {}", what, most)));
  }

  double decimal(const std::string& what, double least, double most) {
    return number<double>(least, most, fmt::format("{}, a number from {} to {:.0f}", what, least, most));
  }

  /// Nothing may follow what was read.
  void end(const std::string& read) {
    if (!at_end()) fail(fmt::format("{} is one more than expected", in_quotes(word())), read);
  }

  [[noreturn]] void fail(std::string message, std::string advice = "") const {
    throw WrongLine{{here(), std::move(message), std::move(advice)}};
  }

 private:
  [[nodiscard]] std::string_view word() const { return text_.substr(at_, text_.find_first_of(blanks, at_) - at_); }
  [[nodiscard]] Mark here() const { return {line_.source, line_.line, static_cast<int>(at_) + 1}; }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }

  template <class Number>
  Number number(Number least, Number most, const std::string& expected) {
    if (at_end()) fail(fmt::format("expected {}, but the line ends here", expected));
    const std::string_view read = word();
    Number value{};
    const auto [rest, error] = std::from_chars(read.data(), read.data() + read.size(), value);
    const bool fits = error == std::errc() && rest == read.data() + read.size() && value >= least && value <= most;
    if (!fits) fail(fmt::format("expected {}, not {}", expected, in_quotes(read)));
    at_ += read.size();
    skip_blanks();
    return value;
  }

  Mark line_;
  std::string_view text_;
  std::size_t at_ = 0;
};

ShopOperation read_operation(LineReader& line, std::size_t number, int machines) {
  const auto of = [number](std::string_view what) { return fmt::format("{} of operation {}", what, number); };
  const int count = line.whole(of("the number of machines"), machines);
  ShopOperation operation;
  for (int choice = 0; choice < count; ++choice) {
    const LineReader before = line;
    const auto machine = static_cast<std::size_t>(line.whole(of("a machine"), machines) - 1);
    if (std::ranges::find(operation, machine, &MachineChoice::machine) != operation.end())
      before.fail(fmt::format("operation {} names machine {} twice", number, machine + 1));
    operation.push_back({machine, Seconds(line.decimal(of("a time"), JobShopLimits::least_time, JobShopLimits::most_time))});
  }
  return operation;
}

ShopJob read_job(LineReader line, int machines) {
  const int count = line.whole("the number of operations", JobShopLimits::operations);
  ShopJob job;
  for (int operation = 1; operation <= count; ++operation)
    job.push_back(read_operation(line, static_cast<std::size_t>(operation), machines));
  line.end(fmt::format("The line begins with the number of operations, {}.", count));
  return job;
}

/// A file, read line by line.
class ShopReader {
 public:
  explicit ShopReader(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  JobShop read() {
    require_text();
    if (!next_line())
      throw ScenarioError({{{source_, 0, 0}, "nothing is written here", "Expected the numbers of jobs and of machines first."}});
    guard([&] { read_sizes(*next_); });
    mistakes_.throw_if_any();
    while (next_line()) guard([&] { add_job(*next_); });
    if (shop_.jobs.size() < jobs_ && mistakes_.empty())
      mistakes_.add({source_, 0, 0}, fmt::format("the file ends after {} of {} jobs", shop_.jobs.size(), jobs_));
    mistakes_.throw_if_any();
    return std::move(shop_);
  }

 private:
  /// Goes to the next line with anything on it; false at the end.
  bool next_line() {
    for (next_.reset(); !next_ && line_ < source_->lines.size(); ++line_) {
      const LineReader line({source_, static_cast<int>(line_) + 1, 1}, source_->lines[line_]);
      if (!line.at_end()) next_ = line;
    }
    return next_.has_value();
  }

  template <class Read>
  void guard(Read read) {
    try {
      read();
    } catch (const WrongLine& wrong) {
      mistakes_.add(wrong.mistake.where, wrong.mistake.message, wrong.mistake.advice);
    }
  }

  void read_sizes(LineReader line) {
    jobs_ = static_cast<std::size_t>(line.whole("the number of jobs", JobShopLimits::jobs));
    shop_.machines = static_cast<std::size_t>(line.whole("the number of machines", JobShopLimits::machines));
    if (!line.at_end()) line.decimal("the mean number of machines per operation", 0, JobShopLimits::machines);
    line.end("The first line says how many jobs and machines there are, and how many machines an operation has on average.");
  }

  void add_job(const LineReader& line) {
    if (shop_.jobs.size() == jobs_) line.fail(fmt::format("there is a line for one more than the {} jobs of the first line", jobs_));
    shop_.jobs.emplace_back();
    shop_.jobs.back() = read_job(line, static_cast<int>(shop_.machines));
    operations_ += shop_.jobs.back().size();
    for (const ShopOperation& operation : shop_.jobs.back()) choices_ += operation.size();
    if (operations_ > JobShopLimits::operations) line.fail(fmt::format("the jobs have more than {} operations", JobShopLimits::operations));
    if (choices_ > JobShopLimits::choices)
      line.fail(fmt::format("the operations have more than {} choices of a machine", JobShopLimits::choices));
  }

  /// Other bytes are not shown, as they could steer a terminal.
  void require_text() const {
    for (std::size_t line = 0; line < source_->lines.size(); ++line) {
      const auto wrong = std::ranges::find_if(source_->lines[line], [](char c) { return (c < ' ' && c != '\t' && c != '\r') || c > '~'; });
      if (wrong == source_->lines[line].end()) continue;
      const Mark where{std::make_shared<Source>(Source{source_->name, {}}), static_cast<int>(line) + 1,
                       static_cast<int>(wrong - source_->lines[line].begin()) + 1};
      throw ScenarioError(
          {{where, "the file contains a byte that is neither a digit nor another plain character", "It does not look like a text file."}});
    }
  }

  std::shared_ptr<const Source> source_;
  Mistakes mistakes_;
  JobShop shop_{};
  std::optional<LineReader> next_;
  std::size_t line_ = 0, jobs_ = 0, operations_ = 0, choices_ = 0;
};

}  // namespace

JobShop read_job_shop(const std::string& text, const std::string& name) { return ShopReader(source_of(name, text)).read(); }

JobShop load_job_shop(const std::string& path) { return read_job_shop(read_file(path), path); }

}  // namespace ccm
