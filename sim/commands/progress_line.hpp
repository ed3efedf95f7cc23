#pragma once
/// Progress on standard error.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace ccm {

/// A line that is rewritten in place on a terminal, or one line every ten seconds elsewhere; nothing in the first second. The wall
/// clock is read here and nowhere else, and no result depends on it.
class ProgressLine {
 public:
  enum class Mode { automatic, plain, none };

  /// what  that many of what there are: "3 of 20 replications done"; a count of 0 stands for one that nobody knows.
  ProgressLine(Mode mode, std::size_t count, std::string what = "replications");
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// There turn out to be so many.
  void expect(std::size_t count) { count_ = count; }
  void show(double share, std::size_t finished);

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::string text(double share, std::size_t finished, double elapsed_s) const;

  bool silent_;
  bool in_place_;
  std::size_t count_;
  std::string what_;
  Clock::time_point start_ = Clock::now();
  double next_s_;
  bool shown_ = false;
};

/// "auto", "plain" or "none", for the option --progress; nothing for another word.
[[nodiscard]] std::optional<ProgressLine::Mode> progress_mode_named(const std::string& word);

}  // namespace ccm
