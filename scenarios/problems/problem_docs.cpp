// Which keys do problem files have?

#include "scenarios/problems/problem_docs.hpp"

#include <fmt/format.h>

#include "scenarios/problems/problem.hpp"
#include "scenarios/schema.hpp"

namespace ccm {
namespace {

/// The schemas of the different files that a kind of problem may have; most have one.
std::vector<Json> alternatives(const Json& schema) {
  return schema.contains("oneOf") ? std::vector<Json>(schema["oneOf"].begin(), schema["oneOf"].end()) : std::vector{schema};
}

}  // namespace

std::vector<KeyDoc> problem_keys() {
  std::vector<KeyDoc> keys;
  for (const ProblemKind& kind : problem_kinds()) kind.type().list_keys(std::string(kind.name), keys);
  return keys;
}

Json problem_json_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "ccmsim problem"}, {"oneOf", Json::array()}};
  for (const ProblemKind& kind : problem_kinds())
    for (Json& file : alternatives(kind.type().json_schema())) schema["oneOf"].push_back(with_templates(std::move(file)));
  return schema;
}

std::string problem_reference_page() {
  std::string page =
      "# Every key of a problem file\n\n"
      "Made by `ccmsim schema --problems --markdown`; a test keeps it up to date. `[]` stands for any item of a list, `<name>` for the name\n"
      "that you give. A key without a default must be there. Every problem may have `templates` and `like`, as scenarios have. Where a problem\n"
      "has the key `kind`, the keys of each kind begin with its name here, and not in the file.\n";
  for (const ProblemKind& kind : problem_kinds()) {
    std::vector<KeyDoc> keys;
    kind.type().list_keys("", keys);
    page += fmt::format("\n## {}: {}\n\n{}", kind.name, kind.summary, key_table(keys));
  }
  return page;
}

}  // namespace ccm
