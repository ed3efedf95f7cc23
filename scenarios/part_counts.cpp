// How often does a service need each part?

#include "scenarios/part_counts.hpp"

namespace ccm {
namespace {

class PartCountsType : public Type<std::vector<PartCount>> {
 public:
  std::string expected() const override { return "a map from part names to counts, such as {P1: 1, P2: 2}"; }
  Json json_schema() const override { return {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", count_->json_schema()}}; }
  std::optional<std::vector<PartCount>> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::map) || node.entries.empty()) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    std::vector<PartCount> parts;
    for (const Entry& entry : node.entries) {
      const auto part = part_->read(entry.key, reader);
      const auto count = count_->read(entry.value, reader);
      if (part && count) parts.push_back({*part, *count});
    }
    return parts;
  }
  Node write(const std::vector<PartCount>& parts, const UnitContext& units) const override {
    Node map;
    for (const PartCount& part : parts) set(map, part.name, count_->write(part.count, units));
    return map;
  }

 private:
  TypePtr<std::string> part_ = reference_type("part");
  TypePtr<std::int64_t> count_ = integer_type(1, 1'000'000);
};

}  // namespace

TypePtr<std::vector<PartCount>> part_counts_type() { return std::make_shared<PartCountsType>(); }

}  // namespace ccm
