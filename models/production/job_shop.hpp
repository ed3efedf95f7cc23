#pragma once
/// The flexible job shop: which machine does which operation of which job, and when, so that all is done soon?

#include <vector>

#include "models/production/dispatch_rule.hpp"
#include "models/units.hpp"

namespace ccm {

/// A machine that can do an operation, and the time it takes.
struct MachineChoice {
  std::size_t machine = 0;
  Seconds time{0};  // finite, > 0
};

/// The operations of a job, to be done in order; each on one of its machines, at least one.
using ShopOperation = std::vector<MachineChoice>;
using ShopJob = std::vector<ShopOperation>;

/// The time of the operation on its fastest machine. The operation must have a machine.
/// Tested by: tests/models/job_shop_test.cpp.
[[nodiscard]] Seconds least_time(const ShopOperation& operation);

/// Jobs that are all there at time 0. A machine does one operation at a time and does not interrupt it.
struct JobShop {
  std::size_t machines = 1;  // numbered from 0
  std::vector<ShopJob> jobs;
};

/// What is done when: operation number `operation` of a job.
struct ScheduledOperation {
  std::size_t job = 0, operation = 0, machine = 0;
  Seconds start{0}, end{0};
};

struct ShopSchedule {
  std::vector<ScheduledOperation> operations;  // by job, then in order
  Seconds makespan{0};                         // when all is done
};

/// An active schedule: no operation could start earlier on its machine with all others where they are. Step by step, of the next operations
/// of all jobs, each on the machine that would end it first (then the one that takes less time), the one that ends first names the machine;
/// the rule chooses among those that compete for it, that is, would start there before that end. Jobs have no due dates of their own: for
/// the rule all are due at makespan_bound, so that edd is fifo, and cr mostly takes the job with most work left. Its now is the start of
/// the operation that would end first. ModelError if a machine is out of range, an operation has no machine, or a time is not finite and
/// positive. Source: [GifflerThompson1960].     Tested by: tests/models/job_shop_test.cpp, tests/scenarios/fjs_test.cpp.
[[nodiscard]] ShopSchedule schedule_jobs(const JobShop& shop, const DispatchRule& rule);

/// A time that no schedule can beat, the greatest of
///   the longest job: the sum of its least times;
///   for each set S of machines that some operation is confined to, and for all machines: of the operations O that no machine outside S can
///   do, min_O head + sum_O least time / |S| + min_O tail, where head and tail are the least times of what comes before and after in the
///   job;
/// rounded up if all times are whole numbers, since the best makespan then is one, too. ModelError as in schedule_jobs.
/// Source: [Carlier1982], for one machine.     Tested by: tests/models/job_shop_test.cpp, tests/scenarios/fjs_test.cpp.
[[nodiscard]] Seconds makespan_bound(const JobShop& shop);

/// Throws ModelError unless the shop is as schedule_jobs needs it.
void check_job_shop(const JobShop& shop);

}  // namespace ccm
