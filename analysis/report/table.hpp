#pragma once
/// Tables of a report: what a CSV file says, with units and notes.

#include <nlohmann/json.hpp>

#include "analysis/report/column_notes.hpp"
#include "analysis/report/csv_rows.hpp"

namespace ccm {

/// {"columns": [{"name", "unit", "doc"}, ...], "rows": [[...], ...]}: a column in which every cell is a number or empty has numbers and
/// nulls, any other has texts.     Tested by: tests/analysis/report_test.cpp.
[[nodiscard]] nlohmann::ordered_json report_table(const CsvRows& rows, const NoteColumn& note);

}  // namespace ccm
