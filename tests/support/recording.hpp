#pragma once
/// The facts of one simulated run, kept in memory.

#include <tuple>
#include <vector>

#include "sim/simulation.hpp"

namespace ccm::test {

/// Every record of a run, by kind. The names in the records live in the scenario that was simulated, which must outlive them.
class Recording {
 public:
  template <class Record>
  [[nodiscard]] const std::vector<Record>& all() const {
    return std::get<std::vector<Record>>(rows_);
  }

  [[nodiscard]] Recorder recorder() {
    Recorder recorder;
    std::apply([&](auto&... rows) { (collect(recorder, rows), ...); }, rows_);
    return recorder;
  }

  [[nodiscard]] const MessageRecord& messages(std::string_view kind) const {
    for (const MessageRecord& row : all<MessageRecord>())
      if (row.kind == kind) return row;
    throw std::out_of_range("no such kind of message");
  }

 private:
  template <class Record>
  static void collect(Recorder& recorder, std::vector<Record>& rows) {
    recorder.connect<Record>([&rows](const Record& record) { rows.push_back(record); });
  }

  template <class Records>
  struct RowsOf;
  template <class... Record>
  struct RowsOf<std::tuple<Record...>> {
    using Type = std::tuple<std::vector<Record>...>;
  };

  RowsOf<AllRecords>::Type rows_;
};

/// Simulates the first replication; once per process.
inline void simulate_into(Recording& recording, const Scenario& scenario) { simulate(scenario, 1, recording.recorder()); }

}  // namespace ccm::test
