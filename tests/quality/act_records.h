/// Records of one coded event each: PLOVER's gold standard, and ours.
#pragma once

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/source/document.h"

namespace dossier::ingest::test {

/// What a record marks: "(SRC/TAR: Norway)".
struct Mark {
  std::string role;
  Span span;
};

struct Record {
  unsigned number = 0;
  std::string label;  ///< the event's type, as the file has it
  std::string text, date;
  std::vector<Mark> marks;

  [[nodiscard]] std::vector<Span> of(std::initializer_list<std::string_view> roles) const {
    std::vector<Span> found;
    for (const Mark& mark : marks)
      if (std::ranges::find(roles, mark.role) != roles.end()) found.push_back(mark.span);
    return found;
  }
};

/// PLOVER's form: a JSON array, marks in the text ("The (SRC: Red Cross) (LOC: in (TAR: Iraq)) …").
[[nodiscard]] std::vector<Record> read_plover_records(const std::filesystem::path& path);

/// Ours: JSON lines with "id", "event", "text", "actor", "recipient" and "trigger", words of the text.
[[nodiscard]] std::vector<Record> read_act_records(const std::filesystem::path& path);

}  // namespace dossier::ingest::test
