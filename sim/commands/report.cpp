// ccmsim report: how do results look?

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "analysis/report/embedded_json.hpp"
#include "analysis/report/page.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/report/pictures.hpp"
#include "sim/commands/report/report_document.hpp"
#include "sim/commands/shared_options.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

struct ReportOptions {
  std::string directory;
  std::optional<std::string> out, images;
  PictureFormat format = PictureFormat::svg;
  bool json = false;
};

bool take_format(PictureFormat& format, const std::string& word) {
  format = word == "png" ? PictureFormat::png : PictureFormat::svg;
  return word == "png" || word == "svg";
}

void leave_pictures(const ReportOptions& options, const nlohmann::ordered_json& data) {
  for (const fs::path& picture : draw_pictures(data, *options.images, options.format)) print(picture.string() + "\n");
}

/// What is no ordinary file, such as a device or a link, must not be replaced by one.
void require_replaceable(const fs::path& file) {
  const fs::file_status status = fs::symlink_status(file);
  if (fs::exists(status) && !fs::is_regular_file(status))
    throw DirectoryError(
        fmt::format("'{}' is not an ordinary file, so no page can take its place\n  Name a file for --out.", file.string()));
}

void leave_page(const ReportOptions& options, const nlohmann::ordered_json& data) {
  const fs::path file = options.out ? fs::path(*options.out) : fs::path(options.directory) / "report.html";
  require_replaceable(file);
  write_text(file, report_page(data));
  print(file.string() + "\n");
}

Exit report(const ReportOptions& options) {
  const ResultDirectory results = result_directory(options.directory);
  require_untouched(results);
  const nlohmann::ordered_json data = report_document(results);
  try {
    if (options.json)
      print(plain_json(data) + "\n");
    else
      options.images ? leave_pictures(options, data) : leave_page(options, data);
    return Exit::ok;
  } catch (const MissingProgram& missing) {
    tell(fmt::format("ccmsim: error: {}\n", missing.what()));
    return Exit::wrong_input;
  }
}

}  // namespace

void add_report(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<ReportOptions>();
  CLI::App* command = program.add_subcommand("report", "Make the page of a directory of results, or its pictures, again");
  command->add_option("DIR", options->directory, "What run, compare, select, experiment or plan has left")->required();
  CLI::Option* out =
      command->add_option("--out", options->out, "Write the page to this file (default: DIR/report.html)")->type_name("FILE");
  CLI::Option* images =
      command->add_option("--images", options->images, "Instead of the page, write each chart to a file in this directory")
          ->type_name("DIR")
          ->excludes(out);
  add_word_option(
      *command, "--format", [options](const std::string& word) { return take_format(options->format, word); },
      "Of the images: svg (default), or png at twice the size", "svg or png", "WORD");
  command->get_option("--format")->needs(images);
  command->add_flag("--json", options->json, "Write nothing; print the report's data as one JSON document")
      ->excludes(out)
      ->excludes(images);
  command->footer(
      "The page needs no network: open it with a browser, print it, hand it on. Images need Node.js, and png needs rsvg-convert.\n\n"
      "Examples:\n  ccmsim report runs/02_three_customer_types-001\n  ccmsim report runs/one-price --images figures --format png\n"
      "  ccmsim report runs/one-price --json");
  command->callback([options, &code] { code = report(*options); });
}

}  // namespace ccm
