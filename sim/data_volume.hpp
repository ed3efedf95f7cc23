#pragma once
/// How many bytes cross the network for one request.

#include <deque>
#include <vector>

#include "sim/messages.hpp"

namespace ccm {

/// The bytes of the messages of each request that is watched. Those of others are not counted, and cost nothing if none is.
/// The requests of a segment are watched in the order of their numbers; they mostly end in that order too, so that few are kept.
/// Tested by: tests/protocol/data_volume_test.cpp.
class DataVolume {
 public:
  void watch(RequestId request);
  /// Bytes are moved for a message, or taken back if they were not.
  void add(const Message& message, Bytes bytes) {
    if (!segments_.empty()) add_to(request_of(message), bytes);
  }
  /// Ends the watch, and returns what was moved; nothing for a request that was not watched.
  Bytes take(RequestId request);

 private:
  struct Entry {
    Bytes bytes{0};
    bool ended = false;
  };
  /// Requests of a segment, from number `first` on.
  struct Window {
    RequestId first = 1;
    std::deque<Entry> entries;
  };

  void add_to(std::optional<RequestId> request, Bytes bytes);
  [[nodiscard]] Entry* watched(RequestId request);

  std::vector<Window> segments_;
};

}  // namespace ccm
