#pragma once
/// Tables of comma-separated values (RFC 4180), with a place for every field.
/// Written here because Debian's small CSV libraries (libcsv, fast-cpp-csv-parser) do not say in which column a mistake is.

#include <vector>

#include "scenarios/node.hpp"

namespace ccm {

/// The fields of one line, as scalar nodes.
struct CsvRow {
  Mark mark;
  std::vector<Node> fields;
};

/// Reads a table: commas, fields in double quotes (a quote inside is doubled) that may go over several lines, LF or CRLF, a byte order
/// mark. Blanks around unquoted fields and empty lines do not count. Throws ScenarioError at a quote that is out of place or not closed,
/// and if it is not UTF-8.     Tested by: tests/scenarios/places_test.cpp.
[[nodiscard]] std::vector<CsvRow> parse_csv(const std::string& text, const std::string& name);

}  // namespace ccm
