// What is in a directory of results, and is it as it was written?

#include "sim/commands/report/result_directory.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>

#include "scenarios/mistake.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/sha256.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// How a kind is recognised: by the command that makes it, or by a file that none before it in the list has.
struct KindMark {
  ResultKind kind;
  std::string name, command, file;
};

const std::array<KindMark, 5>& kind_marks() {
  static const std::array<KindMark, 5> marks{{{ResultKind::run, "run", "run", "periods.csv"},
                                              {ResultKind::comparison, "comparison", "compare", "comparison.csv"},
                                              {ResultKind::selection, "selection", "select", "selection.csv"},
                                              {ResultKind::experiment, "experiment", "experiment", "runs.csv"},
                                              {ResultKind::plan, "plan", "plan", "plan.csv"}}};
  return marks;
}

constexpr const char* expected =
    "\n  Name a directory that 'ccmsim run', compare, select, experiment or plan has left, such as runs/NAME-001.";

[[noreturn]] void refuse(const fs::path& path, const std::string& why) {
  throw DirectoryError(fmt::format("{} {}", in_quotes(path.string()), why));
}

ordered_json manifest_in(const fs::path& path) {
  std::ifstream file(path / "manifest.json");
  if (!file && fs::exists(path / "results.sqlite"))
    refuse(path,
           "has no results yet: an experiment is under way there, or was interrupted\n  The same 'ccmsim experiment' command goes on.");
  if (!file) refuse(path, std::string("is not a directory of results: it has no manifest.json") + expected);
  ordered_json manifest = ordered_json::parse(file, nullptr, false);
  if (!manifest.is_object() || !manifest.contains("sha256") || !manifest.at("sha256").is_object())
    refuse(path / "manifest.json", "is damaged: it is not what ccmsim writes\n  Run the scenario again, or restore the file.");
  return manifest;
}

/// Not every manifest had the member `command`.
bool fits(const KindMark& mark, const ordered_json& manifest) {
  return manifest.contains("command") ? manifest.at("command") == mark.command : manifest.at("sha256").contains(mark.file);
}

ResultKind kind_of(const fs::path& path, const ordered_json& manifest) {
  for (const KindMark& mark : kind_marks())
    if (fits(mark, manifest)) return mark.kind;
  refuse(path, std::string("is not a directory of results that has a report") + expected);
}

}  // namespace

const std::string& name_of(ResultKind kind) { return kind_marks().at(static_cast<std::size_t>(kind)).name; }

ResultDirectory result_directory(const fs::path& path) {
  if (!fs::exists(path)) refuse(path, std::string("does not exist") + expected);
  if (!fs::is_directory(path)) refuse(path, std::string("is a file") + expected);
  ordered_json manifest = manifest_in(path);
  const ResultKind kind = kind_of(path, manifest);
  return {path, kind, std::move(manifest)};
}

void require_untouched(const ResultDirectory& results) {
  for (const auto& [name, hash] : results.manifest.at("sha256").items()) {
    const fs::path file = results.path / name;
    if (!fs::exists(file)) refuse(file, "is missing\n  Restore it, or run the command of manifest.json again.");
    if (sha256_of_file(file) != hash)
      refuse(file, "is not what was written: its hash differs from that in manifest.json\n  Restore it, or run the command again.");
  }
}

}  // namespace ccm
