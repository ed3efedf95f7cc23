// What made a run, and what did it make?

#include "sim/results/manifest.hpp"

#include <fmt/format.h>
#include <xbt/base.h>
// xbt/base.h must come first
#include <simgrid/version.h>
#include <sqlite3.h>

#include <algorithm>
#include <boost/version.hpp>
#include <nlohmann/json.hpp>

#include "sim/results/sha256.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char *manifest_name = "manifest.json", *report_name = "report.html";

Json hashes_of(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory))
    if (entry.path().filename() != manifest_name && entry.path().filename() != report_name) files.push_back(entry.path());
  std::ranges::sort(files);
  Json hashes = Json::object();
  for (const fs::path& file : files) hashes[file.filename().string()] = sha256_of_file(file);
  return hashes;
}

Json replications_of(const RunIdentity& identity) {
  Json replications = {{"asked", identity.replications}, {"finished", identity.finished}};
  if (const auto& width = identity.width)
    replications["until"] = {{"half_width", width->half_width},
                             {"outputs", width->outputs},
                             {"replications_max", width->replications_max},
                             {"reached", width->reached}};
  return replications;
}

std::string simgrid_version() {
  int major = 0, minor = 0, patch = 0;
  sg_version_get(&major, &minor, &patch);
  return fmt::format("{}.{}.{}", major, minor, patch);
}

Json versions() {
  return {{"ccmsim", CCM_VERSION},
          {"compiler", fmt::format("g++ {}", __VERSION__)},
          {"simgrid", simgrid_version()},
          {"boost", fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)},
          {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
          {"sqlite", sqlite3_libversion()}};
}

}  // namespace

void write_manifest(const fs::path& directory, const LoadedScenario& loaded, const RunIdentity& identity) {
  write_manifest(directory, {{"command", identity.command},
                             {"scenario", {{"file", fs::path(loaded.path).filename().string()}, {"name", loaded.scenario.name}}},
                             {"seed", loaded.scenario.seed},
                             {"settings", identity.settings},
                             {"replications", replications_of(identity)}});
}

void write_manifest(const fs::path& directory, const Json& identity) {
  Json manifest = {{"made_by", versions()}};
  manifest.update(identity);
  manifest["sha256"] = hashes_of(directory);
  write_text(directory / manifest_name, manifest.dump(2) + "\n");
}

std::string version_text() {
  const Json all = versions();
  std::string text;
  for (const auto& [name, version] : all.items()) text += fmt::format("{} {}\n", name, version.get<std::string>());
  return text;
}

}  // namespace ccm
