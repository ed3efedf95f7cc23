#pragma once
/// The charts of a report as picture files.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <vector>

namespace ccm {

enum class PictureFormat { svg, png };

/// A program of another package that is not there; the user can install it.
class MissingProgram : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Draws every chart of the report's data into the directory, which is made if it is not there: SVG by Node.js with a program that is part
/// of this one, PNG from it by rsvg-convert at twice the size. All are drawn elsewhere first, so that a failure leaves nothing. Gives the
/// paths, sorted. Throws MissingProgram, DirectoryError if the directory cannot be made, std::runtime_error if a chart cannot be drawn,
/// std::system_error if the disk does not take it.     Tested by: tests/cli/report_images_test.cpp.
[[nodiscard]] std::vector<std::filesystem::path> draw_pictures(const nlohmann::ordered_json& data, const std::filesystem::path& directory,
                                                               PictureFormat format);

}  // namespace ccm
