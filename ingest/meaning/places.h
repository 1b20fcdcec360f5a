/// The places around a verb or a noun, by which patterns find their arguments.
#pragma once

#include <string>
#include <vector>

#include "ingest/meaning/context.h"

namespace dossier::ingest {

enum class Place : std::uint8_t {
  // of a clause
  subject, object,
  complement,       ///< "was appointed [ambassador]", "became [a member]"
  content_subject,  ///< "demanded that [Iceland] open its ports"
  // of a clause or a noun
  adjunct,          ///< behind a preposition
  // of a noun
  owner,            ///< "[Norway]'s visit"
  modifier,         ///< "the [Norwegian] visit"
  head,             ///< the noun itself
};

/// One step from a verb or noun to what stands at a place.
struct Step {
  Place place = Place::subject;
  std::string preposition;  ///< of an adjunct
  std::string lemma;        ///< of the noun that is passed through: "the [formation] of X"; empty for the last step

  bool operator==(const Step&) const = default;
};
using Path = std::vector<Step>;

/// What stands at a place. Borrows the reading and the Surroundings that it comes from.
struct Occupant {
  std::span<const std::uint32_t> group;  ///< phrases
  std::uint32_t date = nowhere;          ///< index into Row::dates, instead of a group
  std::uint32_t mention = nowhere;       ///< of a modifier, instead of a group
};

/// All that stands around one clause or one noun, one step away. Borrows the reading; stays where it was made.
class Surroundings {
 public:
  Surroundings(const SentenceReading& reading, const Clause& clause);
  Surroundings(const SentenceReading& reading, std::uint32_t phrase);
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

  /// What stands at the end of a path. Where a path may be read in more than one way, all of them.
  [[nodiscard]] std::vector<Occupant> at_end_of(std::span<const Step> path) const;
  /// Whether anything stands where the first step leads.
  [[nodiscard]] bool has(const Step& step) const;
  /// The shortest path to what is written at `mark` (bytes); empty when there is none of at most three steps.
  [[nodiscard]] Path path_to(Span mark) const;

 private:
  struct Way {
    Place place;
    std::string_view preposition;
    Occupant to;
  };
  void add(std::span<const Adjunct> adjuncts);
  void follow(std::span<const Step> path, std::vector<Occupant>& found) const;
  [[nodiscard]] static bool leads(const Step& step, const Way& way);

  const SentenceReading* reading_;
  std::uint32_t phrase_ = nowhere;
  std::vector<Way> ways_;
};

/// Whether a phrase is what is written at `mark` (bytes): by its head, or by the name that it is.
[[nodiscard]] bool stands_at(const SentenceReading& reading, std::uint32_t phrase, Span mark);

/// "object", "object 'formation' > of": for people.
[[nodiscard]] std::string to_string(std::span<const Step> path);

}  // namespace dossier::ingest
