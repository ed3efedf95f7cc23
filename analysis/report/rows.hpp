#pragma once
/// The rows of a query as JSON: by column, by object, or as a table.

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// A value of a result row, as JSON knows it.
[[nodiscard]] Json value_of(const SQLite::Column& column);
/// One list per column: {"price": [...], ...}.
[[nodiscard]] Json columns_of(SQLite::Statement query);
/// One object per row: [{"kind": "request", "sent": 12}, ...].
[[nodiscard]] Json objects_of(SQLite::Statement query);
/// One list per row.
[[nodiscard]] Json rows_of(SQLite::Statement query);

/// A number as it is printed where there are many: with so many digits that count.
[[nodiscard]] double rounded(double value, int digits = 9);

}  // namespace ccm::report
