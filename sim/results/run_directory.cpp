// Where do the results of a run go, and when are they there?

#include "sim/results/run_directory.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <charconv>

namespace ccm {
namespace {

namespace fs = std::filesystem;

fs::path next_free(const std::string& stem) {
  for (int number = 1;; ++number) {
    const fs::path candidate = fs::path("runs") / fmt::format("{}-{:03}", stem, number);
    if (!fs::exists(candidate)) return candidate;
  }
}

std::string partial_prefix(const fs::path& target) { return fmt::format(".{}.partial-", target.filename().string()); }

bool is_earlier_run(const fs::path& directory) {
  return fs::is_directory(directory) && (fs::is_empty(directory) || fs::exists(directory / "manifest.json"));
}

void refuse_unusable(const fs::path& target, bool force) {
  if (!fs::exists(target)) return;
  if (!force) throw DirectoryError(fmt::format("'{}' exists; choose another --out, or replace it with --force", target.string()));
  if (!is_earlier_run(target))
    throw DirectoryError(fmt::format("'{}' exists and is not an earlier run; --force does not replace it", target.string()));
}

bool process_lives(const std::string& number) {
  pid_t process = 0;
  std::from_chars(number.data(), number.data() + number.size(), process);
  return process > 0 && (kill(process, 0) == 0 || errno == EPERM);
}

}  // namespace

RunDirectory::RunDirectory(const std::optional<std::string>& wanted, const std::string& stem, bool force) : force_(force) {
  try {
    target_ = wanted ? fs::path(*wanted).lexically_normal() : next_free(stem);
    if (!target_.has_filename()) target_ = target_.parent_path();
    if (target_.filename().empty() || target_.filename() == "." || target_.filename() == "..")
      throw DirectoryError(fmt::format("'{}' is not a name for a new directory", wanted.value_or("")));
    refuse_unusable(target_, force);
    const fs::path parent = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    fs::create_directories(parent);
    remove_leftovers();
    working_ = parent / (partial_prefix(target_) + std::to_string(getpid()));
    fs::create_directory(working_);
  } catch (const fs::filesystem_error& error) {
    throw DirectoryError(fmt::format("cannot make the run directory: {}: '{}'", error.code().message(), error.path1().string()));
  }
}

RunDirectory::~RunDirectory() {
  std::error_code ignored;
  if (!working_.empty()) fs::remove_all(working_, ignored);
}

void RunDirectory::remove_leftovers() {
  const fs::path parent = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
  const std::string prefix = partial_prefix(target_);
  for (const auto& entry : fs::directory_iterator(parent)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix) || process_lives(name.substr(prefix.size()))) continue;
    fs::remove_all(entry.path());
    removed_.push_back(entry.path().lexically_normal().string());
  }
}

void RunDirectory::publish() {
  const fs::path replaced = working_.string() + ".replaced";
  if (force_ && fs::exists(target_)) fs::rename(target_, replaced);
  fs::rename(working_, target_);
  working_.clear();
  fs::remove_all(replaced);
}

}  // namespace ccm
