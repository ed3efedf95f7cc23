#pragma once
/// What the columns of tables mean, in a few words.

#include <functional>
#include <string>

namespace ccm {

/// What a column is about.
struct ColumnNote {
  std::string unit;
  std::string doc;
};
using NoteColumn = std::function<ColumnNote(const std::string& column)>;

/// What the columns of the tables of comparisons, selections, experiments and plans mean; nothing for a name that is not among them.
[[nodiscard]] ColumnNote note_of_column(const std::string& column);

/// The note of an output such as "profit" or "profit.workshop"; otherwise note_of_column.
[[nodiscard]] ColumnNote note_of_output(const std::string& column, const std::string& currency);

}  // namespace ccm
