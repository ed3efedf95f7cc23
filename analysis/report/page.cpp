// How do the data of a report get into its page?

#include "analysis/report/page.hpp"

#include "analysis/report/assets.hpp"
#include "analysis/report/embedded_json.hpp"

namespace ccm {

std::string report_page(const nlohmann::ordered_json& data) {
  static constexpr std::string_view gap = "@DATA@";
  const std::string_view page = report_assets::page();
  const std::size_t at = page.find(gap);
  return std::string(page.substr(0, at)) + embedded_json(data) + std::string(page.substr(at + gap.size()));
}

}  // namespace ccm
