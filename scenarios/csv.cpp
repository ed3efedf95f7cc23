// Which fields does a table of comma-separated values have, and where do they stand?

#include "scenarios/csv.hpp"

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

class CsvReader {
 public:
  CsvReader(const std::string& text, std::shared_ptr<const Source> source) : text_(text), source_(std::move(source)) {}

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> rows;
    while (!at_end()) {
      CsvRow row = next_row();
      const bool is_empty = row.fields.size() == 1 && row.fields.front().text.empty() && !row.fields.front().quoted;
      if (!is_empty) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ == text_.size(); }
  [[nodiscard]] char here() const { return at_end() ? '\n' : text_[next_]; }
  [[nodiscard]] bool at_line_end() const { return here() == '\n' || text_.compare(next_, 2, "\r\n") == 0; }
  [[nodiscard]] Mark mark() const { return {source_, line_, column_}; }

  /// Columns are counted in characters, of which only the first byte counts.
  char take() {
    const char taken = text_[next_++];
    if (taken == '\n')
      ++line_, column_ = 1;
    else if (next_ == text_.size() || (static_cast<unsigned char>(text_[next_]) & 0xC0) != 0x80)
      ++column_;
    return taken;
  }

  void skip_blanks() {
    while (here() == ' ' || here() == '\t') take();
  }

  CsvRow next_row() {
    CsvRow row{.mark = mark()};
    row.fields.push_back(next_field());
    while (here() == ',') {
      take();
      row.fields.push_back(next_field());
    }
    while (!at_end() && take() != '\n') continue;
    return row;
  }

  Node next_field() {
    skip_blanks();
    const Mark start = mark();
    Node field = here() == '"' ? quoted_field(start) : scalar_node(unquoted_text());
    field.mark = start;
    return field;
  }

  std::string unquoted_text() {
    std::string text;
    while (here() != ',' && !at_line_end()) {
      if (here() == '"')
        fail_at(mark(), "a quote stands inside a field that does not begin with one",
                "Put the whole field in quotes, and double the quote.");
      text += take();
    }
    return text.substr(0, text.find_last_not_of(" \t") + 1);
  }

  Node quoted_field(const Mark& start) {
    take();
    std::string text;
    while (!at_end() && (here() != '"' || text_.compare(next_, 2, "\"\"") == 0)) {
      if (here() == '"') take();
      text += take();
    }
    if (at_end()) fail_at(start, "this quote is never closed");
    take();
    skip_blanks();
    if (here() != ',' && !at_line_end())
      fail_at(mark(), "after a field in quotes comes a comma or the end of the line", "Double a quote that belongs to the text.");
    Node field = scalar_node(std::move(text));
    field.quoted = true;
    return field;
  }

  const std::string& text_;
  std::shared_ptr<const Source> source_;
  std::size_t next_ = 0;
  int line_ = 1, column_ = 1;
};

}  // namespace

std::vector<CsvRow> parse_csv(const std::string& text, const std::string& name) {
  const std::string plain = without_byte_order_mark(text);
  const auto source = source_of(name, plain);
  require_utf8(plain, source);
  return CsvReader(plain, source).rows();
}

}  // namespace ccm
