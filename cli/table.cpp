#include "cli/table.h"

#include <algorithm>
#include <numeric>
#include <ostream>

#include "cli/text_width.h"

namespace dossier::cli {
namespace {

constexpr std::size_t gap = 2;        // blanks between two columns
constexpr std::size_t narrowest = 6;  // a column is not cut below this

/// Takes columns from the widest until all fit, or until nothing can be taken.
void shrink(std::vector<std::size_t>& widths, const std::vector<Column>& columns, std::size_t available) {
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
  while (total > available) {
    std::size_t widest = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!columns[i].whole && widths[i] > narrowest && (widest == columns.size() || widths[i] > widths[widest]))
        widest = i;
    if (widest == columns.size()) return;
    --widths[widest];
    --total;
  }
}

std::string tsv(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string csv(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

/// Appends the cell to the line; blanks at the end of a line are never written.
void append(std::string& line, std::size_t& pending, const std::string& text, std::size_t width, bool right, Tone tone,
            const Paint& paint) {
  const std::size_t used = display_width(text);
  const std::size_t fill = width > used ? width - used : 0;
  if (!text.empty()) {
    line.append(pending + (right ? fill : 0), ' ').append(paint(tone, text));
    pending = right ? 0 : fill;
  } else {
    pending += fill;
  }
  pending += gap;
}

}  // namespace

std::vector<std::size_t> Table::widths(std::size_t available, bool with_header) const {
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(with_header ? display_width(column.header) : 0);
  for (const Row& row : rows_)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      widths[i] = std::max(widths[i], display_width(printable(row.cells[i].text)));
  if (available != 0) shrink(widths, columns_, available);
  return widths;
}

void Table::print(std::ostream& out, const Terminal& terminal, bool with_header) const {
  const auto wide = widths(terminal.width, with_header);
  const auto fitted = [&](const std::string& text, std::size_t column) {
    const std::string line = printable(text);
    return terminal.width == 0 || columns_[column].whole ? line
                                                         : cut_to_width(line, wide[column], columns_[column].tail);
  };
  std::string line;
  if (with_header) {
    std::size_t pending = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      append(line, pending, fitted(columns_[i].header, i), wide[i], columns_[i].right, Tone::bold, terminal.out);
    out << line << '\n';
  }
  for (const Row& row : rows_) {
    line.clear();
    std::size_t pending = 0;
    if (row.cells.empty()) line = terminal.out(row.section.tone, printable(row.section.text));
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      append(line, pending, fitted(row.cells[i].text, i), wide[i], columns_[i].right, row.cells[i].tone, terminal.out);
    out << line << '\n';
  }
}

void Table::print_tsv(std::ostream& out) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) out << (i == 0 ? "" : "\t") << tsv(columns_[i].header);
  out << '\n';
  for (const Row& row : rows_) {
    if (row.cells.empty()) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i) out << (i == 0 ? "" : "\t") << tsv(row.cells[i].text);
    out << '\n';
  }
}

void Table::print_csv(std::ostream& out) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) out << (i == 0 ? "" : ",") << csv(columns_[i].header);
  out << '\n';
  for (const Row& row : rows_) {
    if (row.cells.empty()) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i) out << (i == 0 ? "" : ",") << csv(row.cells[i].text);
    out << '\n';
  }
}

}  // namespace dossier::cli
