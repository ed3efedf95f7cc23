#pragma once
/// How data stand inside an HTML page: as JSON in which nothing can be taken for the page's own text.

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ccm {

/// The data as JSON in one line, as programs read it. What is not UTF-8 is replaced by U+FFFD, and a number that is not finite by null.
[[nodiscard]] std::string plain_json(const nlohmann::ordered_json& data);

/// The same for a <script> element: <, >, &, U+2028 and U+2029, which stand in texts only, are written as \u003c and so on, so that no
/// text can end the element or open a comment.     Tested by: tests/analysis/report_test.cpp.
[[nodiscard]] std::string embedded_json(const nlohmann::ordered_json& data);

}  // namespace ccm
