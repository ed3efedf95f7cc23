#pragma once
/// Where actors state facts. What becomes of them (a file, a database, a vector in a test) is connected from outside.

#include <functional>
#include <tuple>
#include <utility>

#include "models/records.hpp"

namespace ccm {

/// One outlet per kind of record; a record whose outlet is not connected is dropped.
class Recorder {
 public:
  template <class Record>
  void connect(std::function<void(const Record&)> outlet) {
    std::get<std::function<void(const Record&)>>(outlets_) = std::move(outlet);
  }

  template <class Record>
  void operator()(const Record& record) const {
    const auto& outlet = std::get<std::function<void(const Record&)>>(outlets_);
    if (outlet) outlet(record);
  }

 private:
  template <class Records>
  struct OutletsOf;
  template <class... Record>
  struct OutletsOf<std::tuple<Record...>> {
    using Type = std::tuple<std::function<void(const Record&)>...>;
  };

  OutletsOf<AllRecords>::Type outlets_;
};

}  // namespace ccm
