// ccmsim verify: does the program say what theory and the papers say?

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <thread>

#include "scenarios/mistake.hpp"
#include "sim/commands/progress_line.hpp"
#include "sim/commands/shared_options.hpp"
#include "sim/commands/verify/report.hpp"
#include "sim/commands/verify/topics.hpp"

namespace ccm {
namespace {

struct VerifyOptions {
  std::string topic;
  bool json = false;
  std::size_t jobs = std::max(1u, std::thread::hardware_concurrency());
};

/// The topics asked for: one, or all.
std::vector<const VerifyTopic*> chosen(const std::string& name) {
  std::vector<const VerifyTopic*> topics;
  for (const VerifyTopic& topic : verify_topics())
    if (name.empty() || topic.name == name) topics.push_back(&topic);
  return topics;
}

std::vector<TopicChecks> all_checks(const std::vector<const VerifyTopic*>& topics, std::size_t jobs) {
  ProgressLine line(ProgressLine::Mode::automatic, topics.size(), "topics");
  std::vector<TopicChecks> done;
  for (const VerifyTopic* topic : topics) {
    const Laboratory laboratory(jobs, 1, [&](double share) {
      line.show((static_cast<double>(done.size()) + share) / static_cast<double>(topics.size()), done.size());
    });
    done.push_back({std::string(topic->name), topic->checks(laboratory)});
  }
  return done;
}

Exit refuse(const std::string& topic) {
  std::vector<std::string> known;
  for (const VerifyTopic& one : verify_topics()) known.emplace_back(one.name);
  tell(fmt::format("ccmsim: error: there is no topic {}{}\n  Known: {}.\n", in_quotes(topic), did_you_mean(topic, known),
                   fmt::join(known, ", ")));
  return Exit::wrong_input;
}

Exit verify(const VerifyOptions& options) {
  const auto topics = chosen(options.topic);
  if (topics.empty()) return refuse(options.topic);
  const auto checked = all_checks(topics, options.jobs);
  print(options.json ? verify_document(checked).dump(2) + "\n" : verify_page(checked));
  return verify_exit(checked);
}

std::string topics_text() {
  std::string text = "Topics:\n";
  for (const VerifyTopic& topic : verify_topics()) text += fmt::format("  {:<12} {}\n", topic.name, topic.summary);
  return text;
}

}  // namespace

void add_verify(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<VerifyOptions>();
  CLI::App* command = program.add_subcommand("verify", "Compare the program with theory and with the papers' tables");
  command->add_option("TOPIC", options->topic, "Only this topic; all without one");
  command->add_flag("--json", options->json, "One JSON document instead of the table");
  add_jobs_option(*command, options->jobs);
  command->footer(topics_text() + "\nExit code 4 if a check differs.\nExamples:\n  ccmsim verify\n  ccmsim verify mfca");
  command->callback([options, &code] {
    try {
      code = verify(*options);
    } catch (const Interruption&) {
      code = Exit::interrupted;
    }
  });
}

}  // namespace ccm
