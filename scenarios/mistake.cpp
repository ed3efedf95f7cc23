// How is a mistake in a user's file told?

#include "scenarios/mistake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace ccm {
namespace {

constexpr std::size_t mistakes_shown = 100, mistakes_kept = 1000;
constexpr std::size_t longest_excerpt = 160, longest_quote = 60;  // bytes

/// The first bytes of the text, without half a UTF-8 character at the end and without control characters, which could steer a terminal.
std::string printable(std::string_view text, std::size_t longest) {
  std::size_t end = std::min(text.size(), longest);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  std::string shown(text.substr(0, end));
  std::ranges::replace_if(
      shown, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return shown;
}

std::string excerpt(const Mark& where) {
  const auto& lines = where.source->lines;
  if (where.line < 1 || where.line > static_cast<int>(lines.size()) || where.column > static_cast<int>(longest_excerpt)) return "";
  const std::string number = std::to_string(where.line);
  return fmt::format("\n  {} | {}\n  {} | {}^", number, printable(lines[where.line - 1], longest_excerpt), std::string(number.size(), ' '),
                     std::string(std::max(0, where.column - 1), ' '));
}

std::string place(const Mark& where) {
  if (!where.source) return "";
  if (where.line < 1) return where.source->name + ": ";
  return fmt::format("{}:{}:{}: ", where.source->name, where.line, where.column);
}

std::string all_text(const std::vector<Mistake>& mistakes) {
  std::string text;
  for (std::size_t i = 0; i < std::min(mistakes.size(), mistakes_shown); ++i) text += (i ? "\n" : "") + to_text(mistakes[i]);
  if (mistakes.size() > mistakes_shown)
    text += fmt::format("\n... and {} more mistakes{}", mistakes.size() - mistakes_shown,
                        mistakes.size() == mistakes_kept ? ", and perhaps others beyond" : "");
  return text;
}

// Number of insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment). Written here
// because no Debian library has it without a text-search engine around it.
std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  std::iota(cost[0].begin(), cost[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string to_text(const Mistake& mistake) {
  std::string text = place(mistake.where) + "error: " + mistake.message;
  if (mistake.where.source) text += excerpt(mistake.where);
  if (!mistake.advice.empty()) text += "\n  " + mistake.advice;
  return text;
}

ScenarioError::ScenarioError(std::vector<Mistake> mistakes) : std::runtime_error(all_text(mistakes)), mistakes_(std::move(mistakes)) {}

void fail_at(const Mark& where, std::string message, std::string advice) {
  throw ScenarioError({{where, std::move(message), std::move(advice)}});
}

void Mistakes::add(const Mark& where, std::string message, std::string advice) {
  if (!known_.emplace(where.source.get(), where.line, where.column, message).second) return;
  mistakes_.push_back({where, std::move(message), std::move(advice)});
  if (mistakes_.size() == mistakes_kept) throw_if_any();
}

void Mistakes::throw_if_any() const {
  if (mistakes_.empty()) return;
  auto sorted = mistakes_;
  const auto key = [](const Mistake& m) { return std::tuple(m.where.source ? m.where.source->name : "", m.where.line, m.where.column); };
  std::ranges::stable_sort(sorted, {}, key);
  throw ScenarioError(std::move(sorted));
}

std::string in_quotes(std::string_view text) {
  const std::string_view dots = text.size() > longest_quote ? "..." : "";
  return fmt::format("'{}{}'", printable(text, longest_quote - dots.size()), dots);
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest_word = 60, most_candidates = 1000;
  if (word.size() > longest_word) return "";
  const std::string* best = nullptr;
  std::size_t best_distance = word.size() / 3 + 1;
  for (std::size_t i = 0; i < std::min(candidates.size(), most_candidates); ++i) {
    const std::string& candidate = candidates[i];
    if (candidate.size() > longest_word) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance || (distance == best_distance && !best)) {
      best = &candidate;
      best_distance = distance;
    }
  }
  return best ? fmt::format("; did you mean {}?", in_quotes(*best)) : "";
}

}  // namespace ccm
