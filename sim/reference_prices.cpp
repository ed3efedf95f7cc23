// What do these customers expect to pay?

#include "sim/reference_prices.hpp"

namespace ccm {
namespace {

std::optional<Money> reference_of(const std::optional<Remembered>& remembered) {
  return remembered ? std::optional(remembered->reference) : std::nullopt;
}

std::optional<Remembered> beginning(const SegmentSpec& segment) {
  const auto& start = segment.reference_price.start;
  return start ? std::optional(Remembered{*start, *start}) : std::nullopt;
}

}  // namespace

ReferencePrices::ReferencePrices(const SegmentSpec& segment, std::size_t service, std::size_t people)
    : wanted_{service, segment.type},
      memory_(memory_of(segment)),
      source_(segment.reference_price.source),
      start_(beginning(segment)),
      common_(start_) {
  if (source_ == ReferenceSource::individual) by_person_.assign(people, start_);
}

std::optional<Money> ReferencePrices::against(std::uint32_t minifactory, std::size_t person) const {
  switch (source_) {
    case ReferenceSource::individual:
      return reference_of(by_person_[person]);
    case ReferenceSource::market:
      return reference_of(common_);
    case ReferenceSource::rivals: {
      const auto published = report_ ? report_->rivals_mean(wanted_, minifactory) : std::nullopt;
      return published ? published : reference_of(start_);
    }
    case ReferenceSource::own_type:
    case ReferenceSource::rsp:
      break;
  }
  const auto known = by_minifactory_.find(minifactory);
  return reference_of(known == by_minifactory_.end() ? start_ : known->second);
}

void ReferencePrices::saw(std::size_t person, Money price) {
  if (source_ == ReferenceSource::individual) learn_one(by_person_[person], price);
}

void ReferencePrices::learn(const Transactions& transactions) {
  if (source_ == ReferenceSource::own_type) learn_each(transactions.of_type(wanted_));
  if (source_ == ReferenceSource::rsp) learn_each(transactions.of_all_types(wanted_.service));
  if (source_ == ReferenceSource::market) learn_one(common_, transactions.of_market(wanted_.service).mean());
}

void ReferencePrices::learn_each(const std::map<std::uint32_t, MeanPrice>& paid) {
  for (const auto& [minifactory, price] : paid) learn_one(by_minifactory_.try_emplace(minifactory, start_).first->second, price.mean());
}

void ReferencePrices::learn_one(std::optional<Remembered>& remembered, std::optional<Money> price) const {
  remembered = remember(memory_, remembered, price);
}

}  // namespace ccm
