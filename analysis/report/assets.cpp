// Where do the files lie that were made part of the program?

#include "analysis/report/assets.hpp"

extern "C" {
extern const char ccm_report_page_begin[], ccm_report_page_end[];
extern const char ccm_report_images_begin[], ccm_report_images_end[];
extern const char ccm_outlines_50m_begin[], ccm_outlines_50m_end[];
extern const char ccm_outlines_110m_begin[], ccm_outlines_110m_end[];
}

namespace ccm::report_assets {

std::string_view page() { return {ccm_report_page_begin, ccm_report_page_end}; }
std::string_view images_program() { return {ccm_report_images_begin, ccm_report_images_end}; }
std::string_view outlines_50m() { return {ccm_outlines_50m_begin, ccm_outlines_50m_end}; }
std::string_view outlines_110m() { return {ccm_outlines_110m_begin, ccm_outlines_110m_end}; }

}  // namespace ccm::report_assets
