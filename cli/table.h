/// Rows and columns, for people and for programs.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/terminal.h"

namespace dossier::cli {

struct Column {
  std::string header;
  bool right = false;    ///< numbers
  bool whole = false;    ///< never cut, however narrow the terminal
  std::size_t tail = 0;  ///< so many columns of a value's end are kept when it is cut
};

struct Cell {
  Cell(std::string words, Tone how = Tone::plain) : text(std::move(words)), tone(how) {}  // NOLINT: a text is a cell
  Cell(const char* words) : text(words) {}                                                // NOLINT
  std::string text;
  Tone tone = Tone::plain;
};

/// A table without a frame. On a terminal it fits the width: the widest columns give way first, and end in "…".
/// Anywhere else nothing is cut.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// As many cells as there are columns.
  void add(std::vector<Cell> cells) { rows_.push_back(Row{Cell(""), std::move(cells)}); }
  /// A line of its own between the rows.
  void add_section(std::string title, Tone tone = Tone::bold) {
    rows_.push_back(Row{Cell(std::move(title), tone), {}});
  }

  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }

  void print(std::ostream& out, const Terminal& terminal, bool with_header = true) const;
  /// Tab-separated, with a header; tabs, line ends and backslashes in values are written \t, \n, \\ . Sections are left
  /// out.
  void print_tsv(std::ostream& out) const;
  /// Comma-separated (RFC 4180, with "\n"), with a header.
  void print_csv(std::ostream& out) const;

 private:
  struct Row {
    Cell section;  // shown when there are no cells
    std::vector<Cell> cells;
  };
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t available, bool with_header) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace dossier::cli
