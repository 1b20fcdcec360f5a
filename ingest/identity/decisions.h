/// What people decided about identity: one line of a text file each, read from top to bottom.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::ingest {

enum class Verdict : std::uint8_t {
  same,       ///< `other` is `entity`
  different,  ///< `other` is not `entity`, however alike their names are
  alias,      ///< what a document calls by the name `other` is `entity`
  split,      ///< in the document `other`, `entity` is somebody else; without a document: nothing is `entity` but itself
};

/// One line. IRIs are whole.
struct Decision {
  Verdict verdict = Verdict::same;
  std::string entity;
  std::string other;  ///< an IRI; for `alias` a name
  /// What `entity` is and is called, so that a document that names only the other says so too. Both may be empty: then
  /// a document's own words stay.
  std::string type, name;
  std::uint64_t line = 0;

  bool operator==(const Decision&) const = default;
};

/// What a thing of a document is decided to be.
struct DecidedEntity {
  std::string iri;
  std::string type, name;  ///< empty: as the document says

  bool operator==(const DecidedEntity&) const = default;
};

/// A line of the file, without its end: the word, then fields behind tabs. An IRI below graph::default_base stands
/// without it ("person/ana-park"); a class is a prefixed name where the usual prefixes have one.
[[nodiscard]] std::string to_line(const Decision& decision);

/// All decisions, and what follows from them. A later line speaks of what the earlier ones left: when B was decided to be
/// A, and then A to be C, both are C.
class Decisions {
 public:
  Decisions() = default;

  /// Reads a file's text: a decision a line; lines that are empty or begin with '#' are for people.
  /// Throws Error(bad_input) with `source`, line and column for a line that is none, and for one that contradicts
  /// another (two things that are the same and different).
  static Decisions parse(std::string_view text, const std::string& source);

  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }
  [[nodiscard]] std::span<const Decision> all() const noexcept { return all_; }

  /// What `iri` of a document is, which the document calls by `names`; nothing where no decision speaks of it.
  [[nodiscard]] std::optional<DecidedEntity> decide(std::string_view iri, std::span<const std::string> names,
                                                    std::string_view document) const;
  /// Whether two things, as decided, were decided to be different.
  [[nodiscard]] bool are_different(std::string_view one, std::string_view other) const;

  /// The IRIs that some decision takes away somewhere, and the names (folded) that some decision gives a meaning.
  [[nodiscard]] std::vector<std::string_view> renamed_iris() const;
  [[nodiscard]] std::vector<std::string_view> renamed_names() const;
  /// The lines, by index into `all`, that make something else be `entity` now.
  [[nodiscard]] std::vector<std::size_t> merged_into(std::string_view entity) const;

 private:
  using Lines = std::map<std::string, std::vector<std::size_t>, std::less<>>;
  struct Walk;

  void index();
  void settle(std::size_t end);
  void cancel(std::size_t line);
  void check(const std::string& source) const;
  [[nodiscard]] std::size_t next_line(std::string_view iri, std::span<const std::string> folded, std::string_view document,
                                      std::size_t from, std::size_t end) const;
  [[nodiscard]] Walk walk(DecidedEntity begin, std::span<const std::string> folded, std::string_view document,
                          std::size_t end) const;
  [[nodiscard]] DecidedEntity final_of(std::string_view iri) const;

  std::vector<Decision> all_;
  std::vector<bool> holds_;            // not cancelled by a later `split`
  std::vector<DecidedEntity> target_;  // of same and alias: what the entity was when the line was written
  Lines by_iri_, by_name_;             // the lines that rename an IRI, or a folded name
  std::set<std::pair<std::string, std::string>, std::less<>> different_;
};

/// The text with one more line; a text that is empty begins with a line for people.
[[nodiscard]] std::string with_line(std::string text, const Decision& decision);
/// The text without its last decision, and that decision's line; nothing when there is none.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> without_last_line(std::string_view text);

}  // namespace dossier::ingest
