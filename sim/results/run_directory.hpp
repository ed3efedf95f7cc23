#pragma once
/// The directory that a run leaves: it appears whole or not at all.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ccm {

/// The directory cannot be used; the user can choose another.
class DirectoryError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A working directory beside the final one, renamed to it by publish() and removed by the destructor otherwise.
class RunDirectory {
 public:
  /// `wanted` is the user's --out; without it the next free runs/STEM-NNN is taken. An existing directory is refused, unless `force`
  /// and it is an earlier run (or empty). Leftovers of runs that were killed are removed. Throws DirectoryError.
  RunDirectory(const std::optional<std::string>& wanted, const std::string& stem, bool force);
  RunDirectory(const RunDirectory&) = delete;
  RunDirectory& operator=(const RunDirectory&) = delete;
  ~RunDirectory();

  /// Where to write until publish().
  [[nodiscard]] const std::filesystem::path& working() const { return working_; }
  /// Where the results will be.
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }
  /// Names of leftovers that were removed.
  [[nodiscard]] const std::vector<std::string>& removed_leftovers() const { return removed_; }

  void publish();

 private:
  void remove_leftovers();

  std::filesystem::path target_;
  std::filesystem::path working_;
  std::vector<std::string> removed_;
  bool force_;
};

}  // namespace ccm
