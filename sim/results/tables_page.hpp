#pragma once
/// The reference page of the result tables.

#include <string>

namespace ccm {

/// Markdown: every table and column of a run, from the descriptions in models/records.hpp.
[[nodiscard]] std::string tables_page();

}  // namespace ccm
