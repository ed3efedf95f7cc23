#pragma once
/// What a rank is started for.

#include <string>
#include <vector>

namespace ccm {

/// An experiment, as the command line says it.
struct Job {
  std::string program;                  // the ccmsim to start
  std::vector<std::string> experiment;  // FILE, and the options of ccmsim experiment
  std::string outcome;                  // the file in which rank 0 notes how it went, for the launcher; or empty
};

/// `ccmsim experiment FILE ... --workers-at IN,OUT,SLOTS`, which hears answers at descriptor IN and writes requests to descriptor OUT.
[[nodiscard]] std::vector<std::string> coordinator_words(const Job& job, int in, int out, int slots);

/// `ccmsim work FILE ...`, with the same options: it is its business which of them change what is simulated.
[[nodiscard]] std::vector<std::string> worker_words(const Job& job);

}  // namespace ccm
