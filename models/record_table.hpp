#pragma once
/// How a record describes the columns of its table.

#include <string_view>

namespace ccm {

/// A column of a table: its name with unit, where its value lives in the record, and what it means.
template <class Record, class Value>
struct Column {
  std::string_view name;
  Value Record::*value;
  std::string_view doc;
};

/// The description of a record's table; specialised below with `name`, `doc` and `columns`. Every table also has the column
/// `replication`, which comes first.
template <class Record>
struct Table;

}  // namespace ccm
