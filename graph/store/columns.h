/// The columns that a store is made of, in memory and in the .kg file alike.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/term/quad.h"

namespace dossier::graph {

/// The place of a quad in one order.
using Row = std::uint32_t;

[[nodiscard]] constexpr std::uint32_t number_of(TermId id) noexcept { return static_cast<std::uint32_t>(id); }

/// The six orders. Each combination of bound positions is a prefix of at least one of them.
enum class Order : std::uint8_t { spog, posg, ospg, gspo, gpos, gosp };

/// Terms are numbered from 1 in their own order: IRIs, then blank nodes, then literals, each by text.
///
/// Why these columns: the three orders by subject, predicate and object answer nearly every question, so they are
/// kept as columns that a scan reads front to back. What they sort by first is not a column but a table of starts:
/// a subject's or an object's quads are found in one step. SPOG keeps its subjects all the same: then row r of it
/// *is* a quad. The three orders by graph are row numbers into SPOG: a document's graph is small, and its rows lie
/// close together. A store of one graph leaves them empty, for there the other three answer everything.
template <template <class> class Array>
struct ColumnsOf {
  std::uint32_t iris = 0, blanks = 0, literals = 0;

  // The dictionary: term t's text is text[text_starts[t - 1] … text_starts[t]).
  Array<std::uint64_t> text_starts;
  Array<char> text;
  Array<std::uint32_t> literal_types;  // for each literal, the number of its pair in `types`
  Array<char> types;                   // pairs (datatype, language), ascending
  Array<char> prefixes;                // pairs (prefix, IRI), ascending

  // SPOG: subject s has the rows subject_starts[s] … subject_starts[s + 1).
  Array<Row> subject_starts;
  Array<TermId> subjects, predicates, objects, graphs;

  // OSPG: object o has the rows object_starts[o] … object_starts[o + 1).
  Array<Row> object_starts;
  Array<TermId> ospg_subjects, ospg_predicates, ospg_graphs;

  // POSG: predicate predicate_keys[k] has the rows predicate_starts[k] … predicate_starts[k + 1).
  Array<TermId> predicate_keys;
  Array<Row> predicate_starts;
  Array<TermId> posg_objects, posg_subjects, posg_graphs;

  // GSPO, GPOS, GOSP: graph graph_keys[k] has the places graph_starts[k] … graph_starts[k + 1) of each.
  Array<TermId> graph_keys;
  Array<Row> graph_starts;
  Array<Row> gspo, gpos, gosp;

  [[nodiscard]] std::size_t quads() const noexcept { return subjects.size(); }
  [[nodiscard]] std::uint32_t resources() const noexcept { return iris + blanks; }
  [[nodiscard]] std::uint32_t terms() const noexcept { return iris + blanks + literals; }
  [[nodiscard]] Quad quad(Row row) const noexcept {
    return {subjects[row], predicates[row], objects[row], graphs[row]};
  }
};

template <class T>
using ColumnView = std::span<const T>;
template <class T>
using ColumnStorage = std::vector<T>;

/// Columns whose bytes belong to somebody else: a mapped file or an `OwnedColumns`.
using Columns = ColumnsOf<ColumnView>;
/// Columns that hold their bytes, while and after they are built.
using OwnedColumns = ColumnsOf<ColumnStorage>;

/// The length of a column that nothing else determines.
inline constexpr std::uint64_t any_length = ~std::uint64_t{0};

/// Calls visit(name, column, length) for each column in the order of the file. `length` is what the columns before
/// it determine; it is evaluated at the call, so that a visitor may fill the columns as it goes.
template <class AnyColumns, class Visit>
void visit_columns(AnyColumns& columns, std::uint64_t quads, Visit&& visit) {
  visit("term offsets", columns.text_starts, std::uint64_t{columns.terms()} + 1);
  visit("term texts", columns.text, any_length);
  visit("literal types", columns.literal_types, std::uint64_t{columns.literals});
  visit("list of types", columns.types, any_length);
  visit("prefixes", columns.prefixes, any_length);
  visit("subject offsets", columns.subject_starts, std::uint64_t{columns.resources()} + 2);
  visit("subjects", columns.subjects, quads);
  visit("predicates", columns.predicates, quads);
  visit("objects", columns.objects, quads);
  visit("graphs", columns.graphs, quads);
  visit("object offsets", columns.object_starts, std::uint64_t{columns.terms()} + 2);
  visit("subjects by object", columns.ospg_subjects, quads);
  visit("predicates by object", columns.ospg_predicates, quads);
  visit("graphs by object", columns.ospg_graphs, quads);
  visit("list of predicates", columns.predicate_keys, any_length);
  visit("predicate offsets", columns.predicate_starts, columns.predicate_keys.size() + 1);
  visit("objects by predicate", columns.posg_objects, quads);
  visit("subjects by predicate", columns.posg_subjects, quads);
  visit("graphs by predicate", columns.posg_graphs, quads);
  visit("list of graphs", columns.graph_keys, any_length);
  visit("graph offsets", columns.graph_starts, columns.graph_keys.size() + 1);
  const std::uint64_t by_graph = columns.graph_keys.size() > 1 ? quads : 0;
  visit("order by graph and subject", columns.gspo, by_graph);
  visit("order by graph and predicate", columns.gpos, by_graph);
  visit("order by graph and object", columns.gosp, by_graph);
}

}  // namespace dossier::graph
