// Which wrong scenarios does a file of cases describe?

#include "tests/errors/case_file.hpp"

#include <optional>
#include <sstream>
#include <stdexcept>

#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

/// A text that is edited line by line.
class Edited {
 public:
  explicit Edited(std::string text) : text_(std::move(text)) {}

  void take_out(const std::string& line) {
    const std::size_t found = ("\n" + text_).find("\n" + line + "\n");
    if (found == std::string::npos) throw std::runtime_error("the base has no line '" + line + "'");
    text_.erase(found, line.size() + 1);
    at_ = found;
  }

  void put(const std::string& line) {
    const std::size_t at = at_.value_or(text_.size());
    text_.insert(at, line + "\n");
    at_ = at + line.size() + 1;
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::optional<std::size_t> at_;
};

/// One case while its lines are read.
struct Draft {
  std::string name;
  Edited edited;
  std::string whole, arguments, message;

  void understand(char mark, const std::string& rest) {
    switch (mark) {
      case '-':
        return edited.take_out(rest);
      case '+':
        return edited.put(rest);
      case '|':
        whole += rest + "\n";
        return;
      case '$':
        arguments = rest;
        return;
      case '>':
        message += rest + "\n";
        return;
      default:
        throw std::runtime_error(name + ": a line begins with '" + mark + "'");
    }
  }

  [[nodiscard]] ErrorCase finished() const { return {name, whole.empty() ? edited.text() : whole, arguments, message}; }
};

}  // namespace

std::vector<ErrorCase> read_cases(const std::string& path, const std::string& base) {
  std::vector<ErrorCase> cases;
  std::optional<Draft> draft;
  std::istringstream lines(file_text(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const std::string rest = line.size() > 2 ? line.substr(line.starts_with("== ") ? 3 : 2) : "";
    if (!line.starts_with("== ")) {
      draft.value().understand(line[0], rest);
      continue;
    }
    if (draft) cases.push_back(draft->finished());
    draft = Draft{rest, Edited(base), "", "", ""};
  }
  if (draft) cases.push_back(draft->finished());
  return cases;
}

}  // namespace ccm::test
