/// Whether two names may be names of one thing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::ingest {

/// A name, taken to pieces once.
struct NameParts {
  explicit NameParts(std::string_view name);

  std::string name;
  std::vector<std::string> words;    ///< folded, without dots; a hyphen joins ("young-joon" is "youngjoon"); no "Jr."
  std::vector<std::string> content;  ///< without "of", "the", "and" …; sorted
  std::string letters;               ///< all words in one
  std::string initials;              ///< of the content words, in their order
  std::string long_initials;         ///< of all words
  std::string suffix;                ///< "jr", "sr", "ii", "iii"
  bool is_proper = false;            ///< every content word begins with a capital
  bool is_short = false;             ///< one word in capitals, as abbreviations are
};

/// How two names hang together.
struct Likeness {
  double plausible = 0;  ///< that they name one thing, 0 … 1, by the names alone
  std::string reason;    ///< "one has a middle name more"
  bool short_form = false;  ///< one of them fits many others as well: an initialism, or a part of the name
};

/// Names of persons: word order, spelling, initials, middle names, one name alone. The order of the two does not matter.
[[nodiscard]] std::optional<Likeness> persons_alike(const NameParts& a, const NameParts& b);
/// Other names: the same words ("Department of State", "State Department"), spelling, initialisms.
[[nodiscard]] std::optional<Likeness> others_alike(const NameParts& a, const NameParts& b);

}  // namespace dossier::ingest
