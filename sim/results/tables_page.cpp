// What do the tables and columns of a run mean?

#include "sim/results/tables_page.hpp"

#include <fmt/format.h>

#include "models/records.hpp"

namespace ccm {
namespace {

template <class Record>
std::string section() {
  std::string text =
      fmt::format("\n## {}\n\n{}.\n\n| column | meaning |\n|---|---|\n| `replication` | number of the replication, from 1 |\n",
                  Table<Record>::name, Table<Record>::doc);
  std::apply([&](const auto&... column) { ((text += fmt::format("| `{}` | {} |\n", column.name, column.doc)), ...); },
             Table<Record>::columns);
  return text;
}

}  // namespace

std::string tables_page() {
  const std::string head =
      "# The tables of a run\n\n"
      "Made by `ccmsim schema --tables` from `models/records.hpp`; a test keeps it up to date. Each table is a CSV file of the run directory\n"
      "and a table of `results.sqlite`. Units stand in the column names (`_d` days, `_h` hours, `_km`, `_kwh`, `_min` minutes, `_b` bytes);\n"
      "prices, costs and payments are in the scenario's currency. An empty cell means that there is no such value.\n";
  return std::apply([&](auto... record) { return (head + ... + section<decltype(record)>()); }, AllRecords());
}

}  // namespace ccm
