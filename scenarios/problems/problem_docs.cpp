// Which keys do problem files have?

#include "scenarios/problems/problem_docs.hpp"

#include <fmt/format.h>

#include "scenarios/problems/problem.hpp"
#include "scenarios/schema.hpp"

namespace ccm {

std::vector<KeyDoc> problem_keys() {
  std::vector<KeyDoc> keys;
  for (const ProblemKind& kind : problem_kinds()) kind.type().list_keys(std::string(kind.name), keys);
  return keys;
}

Json problem_json_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "ccmsim problem"}, {"oneOf", Json::array()}};
  for (const ProblemKind& kind : problem_kinds()) schema["oneOf"].push_back(with_templates(kind.type().json_schema()));
  return schema;
}

std::string problem_reference_page() {
  std::string page =
      "# Every key of a problem file\n\n"
      "Made by `ccmsim schema --problems --markdown`; a test keeps it up to date. `[]` stands for any item of a list, `<name>` for the name\n"
      "that you give. A key without a default must be there. Every problem may have `templates` and `like`, as scenarios have.\n";
  for (const ProblemKind& kind : problem_kinds()) {
    std::vector<KeyDoc> keys;
    kind.type().list_keys("", keys);
    page += fmt::format("\n## {}: {}\n\n{}", kind.name, kind.summary, key_table(keys));
  }
  return page;
}

}  // namespace ccm
