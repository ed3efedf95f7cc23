// How do the charts of a report become files?

#include "sim/commands/report/pictures.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "analysis/report/assets.hpp"
#include "analysis/report/embedded_json.hpp"
#include "sim/commands/report/child_program.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

/// A new directory that is removed with the object.
class ScratchDirectory {
 public:
  ScratchDirectory() {
    std::string name = (fs::temp_directory_path() / "ccmsim-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), "cannot make a directory in " + name);
    path_ = name;
  }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;
  ~ScratchDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

/// Carries out a program that draws.
void draw(const std::vector<std::string>& command, const std::string& package) {
  const ChildEnd end = run_program(command);
  if (end.missing)
    throw MissingProgram(fmt::format("pictures need {}, which is not installed: apt-get install {}", command.front(), package));
  if (end.code != 0) throw std::runtime_error(fmt::format("{} could not draw the charts:\n{}", command.front(), end.messages));
}

std::vector<fs::path> sorted_files(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

void draw_svg(const nlohmann::ordered_json& data, const ScratchDirectory& scratch, const fs::path& drawn) {
  const fs::path program = scratch / "images.mjs", document = scratch / "data.json";
  write_text(program, std::string(report_assets::images_program()));
  write_text(document, plain_json(data));
  fs::create_directory(drawn);
  draw({"node", program.string(), document.string(), drawn.string()}, "nodejs");
}

/// Each picture in place of the drawing that it is made of.
void convert_to_png(const fs::path& drawn) {
  for (const fs::path& svg : sorted_files(drawn)) {
    fs::path png = svg;
    draw({"rsvg-convert", "--zoom", "2", "--output", png.replace_extension(".png").string(), svg.string()}, "librsvg2-bin");
    fs::remove(svg);
  }
}

void make_directory(const fs::path& directory) {
  std::error_code problem;
  fs::create_directories(directory, problem);
  if (problem)
    throw DirectoryError(fmt::format("cannot make the directory '{}' for the pictures: {}\n  Name another one for --images.",
                                     directory.string(), problem.message()));
}

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

std::vector<fs::path> draw_pictures(const nlohmann::ordered_json& data, const fs::path& directory, PictureFormat format) {
  const ScratchDirectory scratch;
  const fs::path drawn = scratch / "drawn";
  draw_svg(data, scratch, drawn);
  if (format == PictureFormat::png) convert_to_png(drawn);
  make_directory(directory);
  std::vector<fs::path> pictures;
  for (const fs::path& picture : sorted_files(drawn)) {
    pictures.push_back(directory / picture.filename());
    write_text(pictures.back(), bytes_of(picture));
  }
  return pictures;
}

}  // namespace ccm
