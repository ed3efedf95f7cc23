// ccmsim explain: what does this key mean?

#include <fmt/format.h>

#include "scenarios/experiments/experiment_docs.hpp"
#include "scenarios/problems/problem_docs.hpp"
#include "scenarios/schema.hpp"
#include "sim/commands/command.hpp"

namespace ccm {
namespace {

/// The path without the marks of lists and names: customers.beta for customers[].beta.
std::string plain(std::string path) {
  for (std::size_t at; (at = path.find("[]")) != std::string::npos;) path.erase(at, 2);
  for (std::size_t at; (at = path.find(".<")) != std::string::npos;) path.erase(at, path.find('>', at) - at + 1);
  return path;
}

bool answers(const KeyDoc& key, const std::string& asked) {
  const std::string path = plain(key.path);
  return path == plain(asked) || path.ends_with("." + plain(asked));
}

std::string text_of(const KeyDoc& key) {
  std::string text = fmt::format("{}\n  {}\n  value    {}\n  default  {}\n", key.path, key.meaning, key.expected, key.fallback);
  if (!key.source.empty()) text += fmt::format("  source   {}\n", key.source);
  return text;
}

std::vector<KeyDoc> all_keys() {
  auto keys = scenario_keys();
  for (KeyDoc& key : problem_keys()) keys.push_back(std::move(key));
  for (KeyDoc& key : experiment_key_docs()) keys.push_back(std::move(key));
  return keys;
}

Exit explain(const std::string& asked) {
  std::string text;
  std::vector<std::string> known;
  for (const KeyDoc& key : all_keys()) {
    const std::string path = plain(key.path);
    known.push_back(path);
    known.push_back(path.substr(path.find_last_of('.') + 1));
    if (answers(key, asked)) text += (text.empty() ? "" : "\n") + text_of(key);
  }
  if (text.empty()) {
    tell(fmt::format("ccmsim: error: there is no key '{}'{}\n  'ccmsim explain' without a key lists all.\n", asked,
                     did_you_mean(asked, known)));
    return Exit::wrong_input;
  }
  print(text);
  return Exit::ok;
}

Exit list_all() {
  std::string text;
  for (const KeyDoc& key : all_keys()) text += fmt::format("{:<52} {}\n", key.path, key.meaning);
  print(text);
  return Exit::ok;
}

}  // namespace

void add_explain(CLI::App& program, Exit& code) {
  const auto key = std::make_shared<std::string>();
  CLI::App* command =
      program.add_subcommand("explain", "One key of scenario, problem or experiment files: meaning, unit, range, default, source");
  command->add_option("KEY", *key, "The key, e.g. beta or operator.quotes; all keys without one");
  command->footer("Example:\n  ccmsim explain reference_price.memory");
  command->callback([key, &code] { code = key->empty() ? list_all() : explain(*key); });
}

}  // namespace ccm
