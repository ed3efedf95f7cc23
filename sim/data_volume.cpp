// How many bytes have crossed the network for a request?

#include "sim/data_volume.hpp"

namespace ccm {

void DataVolume::watch(RequestId request) {
  const std::size_t segment = request / requests_per_segment;
  if (segments_.size() <= segment) segments_.resize(segment + 1);
  segments_[segment].entries.emplace_back();
}

Bytes DataVolume::take(RequestId request) {
  Entry* entry = watched(request);
  if (!entry) return Bytes(0);
  const Bytes moved = entry->bytes;
  entry->ended = true;
  Window& window = segments_[request / requests_per_segment];
  for (; !window.entries.empty() && window.entries.front().ended; ++window.first) window.entries.pop_front();
  return moved;
}

void DataVolume::add_to(std::optional<RequestId> request, Bytes bytes) {
  Entry* entry = request ? watched(*request) : nullptr;
  if (entry) entry->bytes += bytes;
}

DataVolume::Entry* DataVolume::watched(RequestId request) {
  const std::size_t segment = request / requests_per_segment;
  if (segment >= segments_.size()) return nullptr;
  Window& window = segments_[segment];
  const RequestId position = request % requests_per_segment - window.first;  // beyond all entries if the request has left the window
  return position < window.entries.size() ? &window.entries[position] : nullptr;
}

}  // namespace ccm
