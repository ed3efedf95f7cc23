// What made a run, and what did it make?

#include "sim/results/manifest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <xbt/base.h>
// xbt/base.h must come first
#include <simgrid/version.h>
#include <sqlite3.h>

#include <algorithm>
#include <boost/version.hpp>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string sha256_of(const fs::path& path) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::ifstream file(path, std::ios::binary);
  std::vector<char> block(1u << 20);
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())), file.gcount() > 0)
    EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(file.gcount()));
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_DigestFinal_ex(context.get(), digest, &length);
  std::string text;
  for (unsigned int i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

Json hashes_of(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory)) files.push_back(entry.path());
  std::ranges::sort(files);
  Json hashes = Json::object();
  for (const fs::path& file : files) hashes[file.filename().string()] = sha256_of(file);
  return hashes;
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
  const Json manifest = {{"made_by", versions()},
                         {"scenario", {{"file", fs::path(loaded.path).filename().string()}, {"name", loaded.scenario.name}}},
                         {"seed", loaded.scenario.seed},
                         {"settings", identity.settings},
                         {"replications", {{"asked", identity.replications}, {"finished", identity.finished}}},
                         {"sha256", hashes_of(directory)}};
  write_text(directory / "manifest.json", manifest.dump(2) + "\n");
}

std::string version_text() {
  const Json all = versions();
  std::string text;
  for (const auto& [name, version] : all.items()) text += fmt::format("{} {}\n", name, version.get<std::string>());
  return text;
}

}  // namespace ccm
