#pragma once
/// Solved problems, for reading and for programs: one pair of overloads per kind of problem.

#include <nlohmann/json.hpp>
#include <string>

#include "scenarios/problems/problem.hpp"

namespace ccm {

/// Routes are numbered from 1 on a page, and from 0 in a document. `what_if` adds to the document what the page always shows: the next
/// best alternatives, and what more capacity is worth.
[[nodiscard]] std::string solution_page(const AllocationTask& task);
[[nodiscard]] Json solution_document(const AllocationTask& task, bool what_if);

[[nodiscard]] std::string solution_page(const MfcaTask& task);
[[nodiscard]] Json solution_document(const MfcaTask& task, bool what_if);

[[nodiscard]] std::string solution_page(const PricingTask& task);
[[nodiscard]] Json solution_document(const PricingTask& task, bool what_if);

[[nodiscard]] std::string solution_page(const BargainingTask& task);
[[nodiscard]] Json solution_document(const BargainingTask& task, bool what_if);

}  // namespace ccm
