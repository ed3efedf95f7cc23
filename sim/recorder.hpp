#pragma once
/// Where actors state facts. What becomes of them (a file, a database, a vector in a test) is connected from outside.

#include <concepts>
#include <functional>
#include <tuple>
#include <type_traits>
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

  /// Whether somebody hears facts of that kind.
  template <class Record>
  [[nodiscard]] bool hears() const {
    return static_cast<bool>(std::get<std::function<void(const Record&)>>(outlets_));
  }

  /// A fact that takes work to state: `state` is asked for the record only if somebody hears it.
  template <std::invocable State>
  void operator()(const State& state) const {
    if (hears<std::invoke_result_t<State>>()) (*this)(state());
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
