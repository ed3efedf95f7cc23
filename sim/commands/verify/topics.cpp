// Which topics are verified?

#include "sim/commands/verify/topics.hpp"

#include <array>

namespace ccm {

std::span<const VerifyTopic> verify_topics() {
  static constexpr std::array table{
      VerifyTopic{"paper", "the tables of Qamar and Aziz (2023), computed and simulated", paper_checks},
      VerifyTopic{"allocation", "the solver against enumeration", allocation_checks},
      VerifyTopic{"mfca", "material flow cost accounting: published examples, and a simulated plant", mfca_checks},
      VerifyTopic{"pricing", "best prices over time: closed forms against dynamic programs; Eq. 13; competition", pricing_checks},
      VerifyTopic{"negotiation", "bargaining, search and posted prices against other ways to compute them", negotiation_checks},
      VerifyTopic{"market", "simulated sellers against best prices, talks and competition", market_checks},
      VerifyTopic{"formation", "who names the price and what it is paid for: simulated payments against the rules, and money lost",
                  formation_checks},
      VerifyTopic{"demand", "simulated customers against the demand equations", demand_checks},
      VerifyTopic{"queue", "simulated minifactories against queueing theory", queue_checks},
      VerifyTopic{"floor", "simulated machines against queueing theory: networks, priorities, loss, a bound", floor_checks},
      VerifyTopic{"matching", "the operator's matching against theory: distances, power of choices, pooling, loss", matching_checks},
      VerifyTopic{"network", "messages against SimGrid's model and the contract net", network_checks},
  };
  return table;
}

}  // namespace ccm
