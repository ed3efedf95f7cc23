// Where are the facts of a run that leaves no files?

#include "sim/results/memory_results.hpp"

#include "sim/results/database_table.hpp"

namespace ccm {

class MemoryResults::Implementation {
 public:
  Implementation() {
    keep(segments);
    keep(periods);
    keep(messages);
  }

  SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  SQLite::Transaction transaction{database};
  DatabaseTable<SegmentRecord> segments{database, 1};
  DatabaseTable<PeriodRecord> periods{database, 1};
  DatabaseTable<MessageRecord> messages{database, 1};
  Recorder recorder;

 private:
  template <class Record>
  void keep(DatabaseTable<Record>& table) {
    recorder.connect<Record>([&table](const Record& record) { table.add(record); });
  }
};

MemoryResults::MemoryResults() : implementation_(std::make_unique<Implementation>()) {}
MemoryResults::~MemoryResults() = default;
const Recorder& MemoryResults::recorder() const { return implementation_->recorder; }
SQLite::Database& MemoryResults::database() const { return implementation_->database; }

}  // namespace ccm
