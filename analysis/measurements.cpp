// Which value has an output in a replication?

#include "analysis/measurements.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>

namespace ccm {
namespace {

using Measurements = std::map<const Output*, std::map<std::string, ValuesByReplication>>;

/// Reads outputs of one table in one scan, by the column of a breakdown, or for the whole run if the column is empty.
void read_values(SQLite::Database& database, const std::vector<const Output*>& chosen, std::string_view column, std::int64_t warm_up,
                 Measurements& values) {
  if (chosen.empty()) return;
  const std::string group = column.empty() ? "''" : std::string(column);
  const std::string_view table = chosen.front()->table;
  std::string aggregates;
  for (const Output* output : chosen) aggregates += fmt::format(", {}", output->aggregate);
  const bool by_period = has_periods(*chosen.front());
  SQLite::Statement query(database, fmt::format("SELECT {0}, replication{1} FROM {2} {3} GROUP BY replication, {0}", group, aggregates,
                                                table, by_period ? "WHERE period > ?" : ""));
  if (by_period) query.bind(1, warm_up);
  while (query.executeStep())
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (const auto cell = query.getColumn(static_cast<int>(i) + 2); !cell.isNull())
        values[chosen[i]][query.getColumn(0).getString()][query.getColumn(1).getInt64()] = cell.getDouble();
}

/// Reads the wanted (output, by its breakdown or not), each table and breakdown once.
template <class Wanted>
Measurements read_wanted(SQLite::Database& database, std::int64_t warm_up, Wanted wanted) {
  Measurements values;
  for (const std::string_view table : {"segments", "periods", "messages"})
    for (const Breakdown breakdown : {Breakdown::none, Breakdown::customer_type, Breakdown::minifactory}) {
      std::vector<const Output*> chosen;
      for (const Output& output : outputs())
        if (output.table == table && wanted(output, breakdown)) chosen.push_back(&output);
      read_values(database, chosen, column_of(breakdown), warm_up, values);
    }
  return values;
}

}  // namespace

Measurements measure_all(SQLite::Database& results, std::int64_t warm_up) {
  return read_wanted(results, warm_up, [](const Output& output, Breakdown breakdown) {
    return breakdown == Breakdown::none || breakdown == output.breakdown;
  });
}

std::vector<std::optional<double>> measure(SQLite::Database& results, const std::vector<NamedOutput>& named, std::int64_t warm_up) {
  const auto is_named = [&](const Output& output, Breakdown breakdown) {
    return std::ranges::any_of(named, [&](const NamedOutput& one) {
      return one.output == &output && breakdown == (one.group.empty() ? Breakdown::none : output.breakdown);
    });
  };
  Measurements values = read_wanted(results, warm_up, is_named);
  std::vector<std::optional<double>> row;
  for (const NamedOutput& one : named) {
    const ValuesByReplication& found = values[one.output][one.group];
    row.push_back(found.empty() ? std::nullopt : std::optional(found.begin()->second));
  }
  return row;
}

std::vector<std::optional<double>> measure_periods(SQLite::Database& results, const NamedOutput& named, std::int64_t periods) {
  std::vector<std::optional<double>> series(static_cast<std::size_t>(periods));
  if (!has_periods(*named.output)) return series;
  const std::string of_group = named.group.empty() ? "" : fmt::format("AND {} = ?", column_of(named.output->breakdown));
  SQLite::Statement query(results, fmt::format("SELECT period, {} FROM {} WHERE period BETWEEN 1 AND ? {} GROUP BY period",
                                               named.output->aggregate, named.output->table, of_group));
  query.bind(1, periods);
  if (!named.group.empty()) query.bind(2, named.group);
  while (query.executeStep())
    if (const auto cell = query.getColumn(1); !cell.isNull())
      series[static_cast<std::size_t>(query.getColumn(0).getInt64()) - 1] = cell.getDouble();
  return series;
}

}  // namespace ccm
