// What are coordinator and workers started with?

#include "sim/mpi/job.hpp"

#include <fmt/format.h>

namespace ccm {

std::vector<std::string> coordinator_words(const Job& job, int in, int out, int slots) {
  std::vector<std::string> words{job.program, "experiment"};
  words.insert(words.end(), job.experiment.begin(), job.experiment.end());
  words.push_back(fmt::format("--workers-at={},{},{}", in, out, slots));
  return words;
}

std::vector<std::string> worker_words(const Job& job) {
  std::vector<std::string> words{job.program, "work"};
  words.insert(words.end(), job.experiment.begin(), job.experiment.end());
  return words;
}

}  // namespace ccm
