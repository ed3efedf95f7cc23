// Which options mean the same wherever they stand?

#include "sim/commands/shared_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"

namespace ccm {
namespace {

/// Into `value` what `read` makes of the word, if it makes something of it.
template <class Value, class Read>
TakeWord into(Value& value, Read read) {
  return [&value, read](const std::string& word) {
    const auto known = read(word);
    if (known) value = *known;
    return known.has_value();
  };
}

}  // namespace

std::optional<double> number_of(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<double> share_of(std::string text) {
  const bool percent = text.ends_with('%');
  if (percent) text.pop_back();
  if (percent && text.ends_with(' ')) text.pop_back();
  const auto number = number_of(text);
  if (!number) return std::nullopt;
  const double share = percent ? *number / 100 : *number;
  return share > 0 && share < 1 ? std::optional(share) : std::nullopt;
}

void let_repeat(CLI::Option& option) { option.expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll); }

void add_word_option(CLI::App& command, const std::string& name, const TakeWord& take, const std::string& help, const std::string& expected,
                     const std::string& type) {
  const auto callback = [=](const std::string& word) {
    if (!take(word)) throw CLI::ValidationError(name, fmt::format("expected {}, not {}", expected, in_quotes(word)));
  };
  command.add_option_function<std::string>(name, callback, help)->type_name(type);
}

void add_confidence_option(CLI::App& command, double& confidence) {
  add_word_option(command, "--confidence", into(confidence, share_of), "How sure the answer shall be (default: 95%)", "a share such as 95%",
                  "SHARE");
}

void add_jobs_option(CLI::App& command, std::size_t& jobs) {
  command.add_option("-j,--jobs", jobs, "Processes at the same time; changes no result")->type_name("N")->check(whole_number(1, 1024));
}

void add_progress_option(CLI::App& command, ProgressLine::Mode& mode) {
  add_word_option(command, "--progress", into(mode, progress_mode_named), "auto, plain or none", "auto, plain or none", "MODE");
}

void add_report_option(CLI::App& command, bool& report) {
  command.add_flag_callback(
      "--no-report", [&report] { report = false; }, "Leave out report.html, e.g. of many runs; 'ccmsim report DIR' makes it later");
}

void add_seed_option(CLI::App& command, std::optional<std::uint64_t>& seed, const std::string& help) {
  command.add_option("--seed", seed, help)->type_name("N")->check(whole_number(0, std::numeric_limits<std::int64_t>::max()));
}

void add_set_option(CLI::App& command, std::vector<std::string>& settings, const std::string& help) {
  let_repeat(*command.add_option("--set", settings, help)->type_name("PATH=VALUE"));
}

void add_work_options(CLI::App& command, WorkOptions& options, const std::string& directory) {
  add_jobs_option(command, options.jobs);
  command.add_option("--out", options.out, fmt::format("Directory of the results (default: {})", directory))->type_name("DIR");
  command.add_flag("--force", options.force, "Replace the directory if it is an earlier run");
  command.add_flag("--json", options.json, "One JSON document on stdout instead of the tables");
  command.add_flag("-q,--quiet", options.quiet, "Nothing on stdout");
  command.add_flag("--dry-run", options.dry_run, "Check the scenarios and say what would be simulated");
  add_report_option(command, options.report);
  add_progress_option(command, options.progress);
}

}  // namespace ccm
