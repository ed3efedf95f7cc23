// What do editors and readers need to know of experiment files?

#include "scenarios/experiments/experiment_docs.hpp"

#include "scenarios/experiments/experiment_keys.hpp"
#include "scenarios/schema.hpp"

namespace ccm {
namespace {

Json needs(const char* key) { return {{"required", {key}}}; }

/// One of two keys, and not both.
Json either(const char* one, const char* other) { return {{"oneOf", {needs(one), needs(other)}}}; }

/// A key that needs a range when it has that value.
Json with_range(const char* key, const Json& value) {
  return {{"if", {{"properties", {{key, {{"const", value}}}}}, {"required", {key}}}}, {"then", needs("range")}};
}

/// What holds for every factor if the design is of one of these kinds.
Json factors_for(const std::vector<std::string>& kinds, const Json& rule) {
  const Json kind = {{"properties", {{"kind", {{"enum", kinds}}}}}, {"required", {"kind"}}};
  return {{"if", {{"properties", {{"design", kind}}}}}, {"then", {{"properties", {{"factors", {{"items", rule}}}}}}}};
}

Json two_levels() {
  Json rule = needs("levels");
  rule["properties"]["levels"]["maxItems"] = 2;
  rule["not"] = needs("range");
  return rule;
}

/// Pairs need an even number of replications; there is one if the key is left out.
Json even_if_antithetic() {
  return {{"if", {{"properties", {{"antithetic", {{"const", true}}}}}, {"required", {"antithetic"}}}},
          {"then", {{"properties", {{"replications", {{"multipleOf", 2}}}}}, {"required", {"replications"}}}}};
}

}  // namespace

std::vector<KeyDoc> experiment_key_docs() {
  std::vector<KeyDoc> keys;
  experiment_keys().list_keys("", keys);
  return keys;
}

Json experiment_json_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "ccmsim experiment"}};
  schema.update(experiment_keys().json_schema());
  schema["properties"]["factors"]["items"]["allOf"] = {either("key", "keys"), with_range("scale", "log"), with_range("whole", true)};
  schema["properties"]["outputs"]["uniqueItems"] = true;
  const Json levels_only = {{"required", {"levels"}}, {"not", needs("range")}};
  const Json neither = {{"not", {{"anyOf", {needs("levels"), needs("range")}}}}};
  schema["allOf"] = {either("scenario", "generator"),
                     even_if_antithetic(),
                     factors_for({"grid"}, levels_only),
                     factors_for({"list"}, neither),
                     factors_for({"full_factorial", "fractional_factorial"}, two_levels()),
                     factors_for({"latin_hypercube", "morris", "sobol"}, either("levels", "range"))};
  return schema;
}

std::string experiment_reference_page() {
  return "# Every key of an experiment file\n\n"
         "Made by `ccmsim schema --experiments --markdown`; a test keeps it up to date. `[]` stands for any item of a list; a kind of design\n"
         "in `<>` stands for nothing in the file: `design.<morris>.levels` is the key `levels` of a design of the kind `morris`. A key without\n"
         "a default must be there.\n\n" +
         key_table(experiment_key_docs());
}

}  // namespace ccm
