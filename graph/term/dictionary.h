/// Terms and their numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "graph/term/quad.h"
#include "graph/term/term.h"

namespace dossier::graph {

/// Gives each distinct term one number, counting from 1, and keeps its text in one arena.
///
/// Why an arena and a hash of 32-bit slots: a corpus has tens of millions of terms, and one allocation each
/// would cost more than the text. Views that it hands out stay valid until the dictionary is destroyed or moved from.
/// Not thread-safe while terms are added; any number of readers afterwards.
class Dictionary {
 public:
  Dictionary();
  ~Dictionary();
  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;

  /// The term's number, given now when it has none. Throws Error(io) past 2^32 - 2 terms.
  TermId intern(const TermView& term);
  /// The term's number, if it has one.
  [[nodiscard]] std::optional<TermId> find(const TermView& term) const;
  /// The term of a number that this dictionary gave. `id` must not be `no_term`.
  [[nodiscard]] TermView term(TermId id) const;
  /// How many terms there are: their numbers are 1 … size().
  [[nodiscard]] std::size_t size() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::graph
