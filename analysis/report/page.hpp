#pragma once
/// The page of a report, whole: with its data.

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ccm {

/// The page that is part of the program, with the data where it says @DATA@.     Tested by: tests/cli/report_test.cpp.
[[nodiscard]] std::string report_page(const nlohmann::ordered_json& data);

}  // namespace ccm
