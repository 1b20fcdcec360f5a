#include "graph/rdf/turtle_shape.h"

#include <algorithm>

#include "graph/term/vocabulary.h"

namespace dossier::graph {

/// What is counted of each term before anything is decided. By term id.
struct TurtleShape::Uses {
  static constexpr std::uint32_t many = 2;
  struct Use {
    std::uint32_t as_object = 0;  // up to many
    std::uint32_t firsts = 0, rests = 0, others = 0;
    Quad reference;  // the last quad that has it as its object
    TermId rest{};   // the last object of rdf:rest
    TermId graph{};  // where it is a subject
    bool is_subject = false, scattered = false, names_graph = false;
  };
  std::vector<Use> all;

  Uses(const Dataset& dataset, TermId first, TermId rest) : all(dataset.terms().size() + 1) {
    for (const Quad& quad : dataset.quads()) {
      Use& object = all[index(quad.object)];
      object.as_object = std::min(object.as_object + 1, many);
      object.reference = quad;
      Use& subject = all[index(quad.subject)];
      if (subject.is_subject && subject.graph != quad.graph) subject.scattered = true;
      subject.is_subject = true;
      subject.graph = quad.graph;
      if (quad.predicate == first)
        ++subject.firsts;
      else if (quad.predicate == rest)
        ++subject.rests;
      else
        ++subject.others;
      if (quad.predicate == rest) subject.rest = quad.object;
      if (quad.graph != no_term) all[index(quad.graph)].names_graph = true;
    }
  }

  [[nodiscard]] const Use& of(TermId term) const { return all[index(term)]; }
  [[nodiscard]] TermId parent(TermId term) const { return of(term).reference.subject; }
};

namespace {

TermId id_of(const Dataset& dataset, std::string_view iri) {
  return dataset.terms().find(TermView::iri(iri)).value_or(no_term);
}

constexpr int unknown = -1, on_the_way = -2;

}  // namespace

TurtleShape::TurtleShape(const Dataset& dataset)
    : forms_(dataset.terms().size() + 1, BlankForm::labelled),
      first_(id_of(dataset, rdf::first)),
      rest_(id_of(dataset, rdf::rest)),
      nil_(id_of(dataset, rdf::nil)) {
  const Uses uses(dataset, first_, rest_);
  for (std::size_t id = 1; id < forms_.size(); ++id) {
    const auto term = static_cast<TermId>(id);
    if (!dataset.term(term).is_blank()) continue;
    const auto& use = uses.of(term);
    if (use.scattered || use.names_graph || use.as_object == Uses::many) continue;
    if (use.as_object == 0)
      forms_[id] = BlankForm::anonymous;
    else if (!use.is_subject || use.graph == use.reference.graph)
      forms_[id] = BlankForm::nested;
  }
  find_lists(uses);
  limit(uses);
}

/// Follows each list from its end to its head.
void TurtleShape::find_lists(const Uses& uses) {
  if (first_ == no_term || rest_ == no_term || nil_ == no_term) return;
  const auto is_cell = [&](TermId term) {
    const auto& use = uses.of(term);
    return form(term) == BlankForm::nested && use.firsts == 1 && use.rests == 1 && use.others == 0;
  };
  for (std::size_t id = 1; id < forms_.size(); ++id) {
    auto cell = static_cast<TermId>(id);
    if (!is_cell(cell) || uses.of(cell).rest != nil_) continue;
    forms_[id] = BlankForm::list;
    while (uses.of(cell).reference.predicate == rest_ && is_cell(uses.parent(cell))) {
      cell = uses.parent(cell);
      forms_[index(cell)] = BlankForm::list;
    }
  }
}

bool TurtleShape::inner_cell(const Uses& uses, TermId blank) const {
  return form(blank) == BlankForm::list && uses.of(blank).reference.predicate == rest_ &&
         form(uses.parent(blank)) == BlankForm::list;
}

/// Takes out what would nest in itself or too deep.
void TurtleShape::limit(const Uses& uses) {
  std::vector<int> depths(forms_.size(), unknown);
  for (std::size_t id = 1; id < forms_.size(); ++id)
    if (const auto term = static_cast<TermId>(id); inside(term)) settle(uses, term, depths);
}

void TurtleShape::settle(const Uses& uses, TermId blank, std::vector<int>& depths) {
  std::vector<TermId> path;
  TermId at = blank;
  for (; inside(at) && depths[index(at)] == unknown; at = uses.parent(at)) {
    depths[index(at)] = on_the_way;
    path.push_back(at);
  }
  if (inside(at) && depths[index(at)] == on_the_way) {  // a circle: from `at` to the end of the path
    std::vector<TermId> circle(std::ranges::find(path, at), path.end());
    std::erase_if(circle, [&](TermId term) { return inner_cell(uses, term); });  // a list breaks at its head alone
    for (const TermId term : circle) forms_[index(term)] = BlankForm::labelled;
  }
  for (auto term = path.rbegin(); term != path.rend(); ++term) {
    int& depth = depths[index(*term)];
    depth = 0;
    if (!inside(*term)) continue;
    const TermId parent = uses.parent(*term);
    depth = (inside(parent) ? depths[index(parent)] : 0) + (inner_cell(uses, *term) ? 0 : 1);
    if (depth > deepest) {
      forms_[index(*term)] = BlankForm::labelled;
      depth = 0;
    }
  }
}

}  // namespace dossier::graph
