/// Which blank nodes Turtle can say without a label. Private to graph/rdf.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/rdf/dataset.h"

namespace dossier::graph {

/// How a blank node is written.
enum class BlankForm : unsigned char {
  labelled,   ///< `_:b1`
  anonymous,  ///< `[]` as a subject: nothing refers to it
  nested,     ///< `[ … ]` where it is referred to
  list,       ///< `( … )` where it is referred to, or an inner cell of one
};

/// Decides the form of every blank node of a dataset.
///
/// A node is nested when one quad alone refers to it, all that it says is said in that quad's graph, and no path of
/// such references leads back to it. A list has besides nothing but rdf:first and rdf:rest, once each, down to rdf:nil.
/// Nesting ends at `deepest` levels: people, Raptor and our own reader have their limits.
class TurtleShape {
 public:
  static constexpr int deepest = 20;

  explicit TurtleShape(const Dataset& dataset);

  [[nodiscard]] BlankForm form(TermId blank) const noexcept { return forms_[index(blank)]; }
  /// Whether the node's quads stand inside another subject's.
  [[nodiscard]] bool inside(TermId blank) const noexcept {
    return form(blank) == BlankForm::nested || form(blank) == BlankForm::list;
  }

 private:
  struct Uses;
  void find_lists(const Uses& uses);
  void limit(const Uses& uses);
  void settle(const Uses& uses, TermId blank, std::vector<int>& depths);
  [[nodiscard]] bool inner_cell(const Uses& uses, TermId blank) const;

  std::vector<BlankForm> forms_;  // by term id
  TermId first_, rest_, nil_;
};

}  // namespace dossier::graph
