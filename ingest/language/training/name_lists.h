/// Lists of names and of words in names, as the table that features look at.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ingest/language/features.h"

namespace dossier::ingest::training {

class NameLists {
 public:
  /// One word, or a name of up to five (place and organization only; longer ones are left out).
  void add(Listed kind, std::string_view name);
  /// One entry a line; empty lines and lines that begin with "#" are passed over.
  void add_lines(Listed kind, const std::filesystem::path& path);
  /// One column of a CSV file with a header.
  void add_column(Listed kind, const std::filesystem::path& path, std::string_view column);

  /// The names in a dictionary of actors (Phoenix: names, then their code in brackets on a line of its own), without persons.
  void add_actors(Listed kind, const std::filesystem::path& path);
  /// One word in its normal form.
  void add_word(Listed kind, std::string_view form) { entries_.emplace_back(vocabulary_hash(form), static_cast<std::uint32_t>(kind)); }

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::vector<WordTable::Slot> table() const;

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries_;  ///< hash, kinds
};

}  // namespace dossier::ingest::training
