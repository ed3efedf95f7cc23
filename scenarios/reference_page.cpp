// How does the list of all keys read as a page?

#include <fmt/format.h>

#include "scenarios/schema.hpp"

namespace ccm {
namespace {

std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\|");
  return text;
}

}  // namespace

std::string key_table(const std::vector<KeyDoc>& keys) {
  std::string table = "| key | value | default | meaning | source |\n|---|---|---|---|---|\n";
  for (const KeyDoc& key : keys)
    table += fmt::format("| `{}` | {} | {} | {} | {} |\n", key.path, cell(key.expected), cell(key.fallback), cell(key.meaning),
                         cell(key.source));
  return table;
}

std::string scenario_reference_page() {
  return "# Every key of a scenario file\n\n"
         "Made by `ccmsim schema --markdown` from the table in `schema.cpp`; a test keeps it up to date. `[]` stands for any item of a list,\n"
         "`<name>` for the name that you give. A key without a default must be there.\n\n" +
         key_table(scenario_keys());
}

}  // namespace ccm
