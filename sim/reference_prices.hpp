#pragma once
/// What the customers of one segment expect to pay.

#include <memory>
#include <unordered_map>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/transactions.hpp"

namespace ccm {

/// The reference prices of a segment, by the source that they follow: one per minifactory (own_type, rsp), one in all (market), one per
/// person (individual), or none of its own but the last bulletin (rivals).
/// Tested by: tests/sim/reference_prices_test.cpp.
class ReferencePrices {
 public:
  /// people  how many persons the segment consists of, with source individual.
  ReferencePrices(const SegmentSpec& segment, std::size_t service, std::size_t people);

  /// What a customer holds against a price of that minifactory; nothing before the first price.
  [[nodiscard]] std::optional<Money> against(std::uint32_t minifactory, std::size_t person) const;

  /// A customer was quoted a price.
  void saw(std::size_t person, Money price);
  void read(std::shared_ptr<const MarketReport> report) { report_ = std::move(report); }
  /// A period ends: what was paid in it enters.
  void learn(const Transactions& transactions);

 private:
  void learn_each(const std::map<std::uint32_t, MeanPrice>& paid);
  void learn_one(std::optional<Remembered>& remembered, std::optional<Money> price) const;

  Wanted wanted_;
  PriceMemory memory_;
  ReferenceSource source_;
  std::optional<Remembered> start_;
  std::unordered_map<std::uint32_t, std::optional<Remembered>> by_minifactory_;
  std::vector<std::optional<Remembered>> by_person_;
  std::optional<Remembered> common_;
  std::shared_ptr<const MarketReport> report_;
};

}  // namespace ccm
