#include "graph/store/store.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <ranges>
#include <utility>

#include "graph/store/contents.h"

namespace dossier::graph {
namespace {

/// The rows [first, last) of an order.
struct Range {
  Row first = 0, last = 0;
};

/// The part of a sorted stretch of a column that has a value.
Range narrow(ColumnView<TermId> column, Range range, TermId value) {
  const auto stretch = column.subspan(range.first, range.last - range.first);
  const auto found = std::ranges::equal_range(stretch, value);
  const auto first = range.first + static_cast<Row>(found.begin() - stretch.begin());
  return {first, first + static_cast<Row>(found.size())};
}

/// The rows of a term in a table of starts that has an entry for each term.
Range rows_of(ColumnView<Row> starts, TermId id) {
  const std::size_t number = number_of(id);
  if (id == no_term || number + 1 >= starts.size()) return {};
  return {starts[number], starts[number + 1]};
}

/// The rows of a term in a table of starts that has an entry for each key.
Range rows_of(ColumnView<TermId> keys, ColumnView<Row> starts, TermId id) {
  const auto found = std::ranges::lower_bound(keys, id);
  if (found == keys.end() || *found != id) return {};
  const auto place = static_cast<std::size_t>(found - keys.begin());
  return {starts[place], starts[place + 1]};
}

/// The part of a stretch of row numbers whose rows have a value in a column of SPOG.
Range narrow_rows(ColumnView<Row> rows, ColumnView<TermId> column, Range range, TermId value) {
  const auto stretch = rows.subspan(range.first, range.last - range.first);
  const auto found = std::ranges::equal_range(stretch, value, {}, [column](Row row) { return column[row]; });
  const auto first = range.first + static_cast<Row>(found.begin() - stretch.begin());
  return {first, first + static_cast<Row>(found.size())};
}

Matches match_spog(const Columns& columns, const Pattern& pattern) {
  Range range{0, static_cast<Row>(columns.quads())};
  if (pattern.subject) range = rows_of(columns.subject_starts, *pattern.subject);
  if (pattern.predicate) range = narrow(columns.predicates, range, *pattern.predicate);
  if (pattern.object) range = narrow(columns.objects, range, *pattern.object);
  if (pattern.graph) range = narrow(columns.graphs, range, *pattern.graph);
  return {columns, Order::spog, no_term, range.first, range.last};
}

Matches match_posg(const Columns& columns, const Pattern& pattern) {
  Range range = rows_of(columns.predicate_keys, columns.predicate_starts, *pattern.predicate);
  if (pattern.object) range = narrow(columns.posg_objects, range, *pattern.object);
  return {columns, Order::posg, *pattern.predicate, range.first, range.last};
}

Matches match_ospg(const Columns& columns, const Pattern& pattern) {
  Range range = rows_of(columns.object_starts, *pattern.object);
  if (pattern.subject) range = narrow(columns.ospg_subjects, range, *pattern.subject);
  return {columns, Order::ospg, *pattern.object, range.first, range.last};
}

/// Every pattern without a graph.
Matches match_triples(const Columns& columns, const Pattern& pattern) {
  const bool s = pattern.subject.has_value(), p = pattern.predicate.has_value(), o = pattern.object.has_value();
  if (o && !p) return match_ospg(columns, pattern);
  if (p && !s) return match_posg(columns, pattern);
  return match_spog(columns, pattern);
}

/// Patterns of one graph of several, by one of the three orders that begin with the graph.
Matches match_in_graph(const Columns& columns, const Pattern& pattern) {
  const bool s = pattern.subject.has_value(), p = pattern.predicate.has_value(), o = pattern.object.has_value();
  if (s && p && o) return match_spog(columns, pattern);
  Range range = rows_of(columns.graph_keys, columns.graph_starts, *pattern.graph);
  const auto narrow_by = [&](ColumnView<Row> rows, ColumnView<TermId> column, const std::optional<TermId>& value) {
    if (value) range = narrow_rows(rows, column, range, *value);
  };
  Order order = Order::gspo;
  if (o && !p) {
    order = Order::gosp;
    narrow_by(columns.gosp, columns.objects, pattern.object);
    narrow_by(columns.gosp, columns.subjects, pattern.subject);
  } else if (p && !s) {
    order = Order::gpos;
    narrow_by(columns.gpos, columns.predicates, pattern.predicate);
    narrow_by(columns.gpos, columns.objects, pattern.object);
  } else {
    narrow_by(columns.gspo, columns.subjects, pattern.subject);
    narrow_by(columns.gspo, columns.predicates, pattern.predicate);
  }
  return {columns, order, no_term, range.first, range.last};
}

std::string_view text_of(const Columns& columns, std::uint32_t number) {
  const std::uint64_t start = columns.text_starts[number - 1];
  return {columns.text.data() + start, columns.text_starts[number] - start};
}

std::vector<TermCount> counts(ColumnView<TermId> keys, ColumnView<Row> starts) {
  std::vector<TermCount> result;
  result.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) result.push_back({keys[i], starts[i + 1] - starts[i]});
  return result;
}

}  // namespace

Store::Store(std::unique_ptr<const Contents> contents) : contents_(std::move(contents)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

const Columns& Store::columns() const noexcept { return contents_->columns; }
const Prefixes& Store::prefixes() const noexcept { return contents_->prefixes; }
std::size_t Store::size() const noexcept { return columns().quads(); }
std::size_t Store::term_count() const noexcept { return columns().terms(); }

TermKind Store::kind(TermId id) const noexcept {
  if (number_of(id) <= columns().iris) return TermKind::iri;
  return number_of(id) <= columns().resources() ? TermKind::blank : TermKind::literal;
}

TermView Store::term(TermId id) const {
  const Columns& all = columns();
  const std::uint32_t number = number_of(id);
  assert(number >= 1 && number <= all.terms());
  TermView view;
  view.kind = kind(id);
  view.text = text_of(all, number);
  if (view.kind == TermKind::literal) {
    const TextPair& type = contents_->literal_types[all.literal_types[number - 1 - all.resources()]];
    view.datatype = type.first;
    view.language = type.second;
  }
  return view;
}

std::optional<TermId> Store::find(const TermView& wanted) const {
  const Columns& all = columns();
  std::uint32_t first = 1, last = all.terms() + 1;
  if (wanted.kind == TermKind::iri) last = all.iris + 1;
  if (wanted.kind == TermKind::blank) first = all.iris + 1, last = all.resources() + 1;
  if (wanted.kind == TermKind::literal) first = all.resources() + 1;
  // By text alone, which nearly always decides; then among the few literals that share it.
  const auto numbers = std::views::iota(first, last);
  const auto found =
      std::ranges::lower_bound(numbers, wanted.text, {}, [&all](std::uint32_t n) { return text_of(all, n); });
  for (auto number = found; number != numbers.end() && text_of(all, *number) == wanted.text; ++number)
    if (term(TermId{*number}) == wanted) return TermId{*number};
  return std::nullopt;
}

Matches Store::match(const Pattern& pattern) const {
  const Columns& all = columns();
  if (!pattern.graph) return match_triples(all, pattern);
  if (all.graph_keys.size() > 1) return match_in_graph(all, pattern);
  // There is one graph or none: to ask for it is to ask for everything.
  if (all.graph_keys.empty() || all.graph_keys.front() != *pattern.graph) return {all, Order::spog, no_term, 0, 0};
  return match_triples(all, {pattern.subject, pattern.predicate, pattern.object, std::nullopt});
}

Matches Store::quads() const { return match({}); }

bool Store::contains(const Quad& quad) const {
  return !match({quad.subject, quad.predicate, quad.object, quad.graph}).empty();
}

std::vector<TermId> Store::graphs() const {
  auto keys = columns().graph_keys;
  if (!keys.empty() && keys.front() == no_term) keys = keys.subspan(1);
  return {keys.begin(), keys.end()};
}

std::vector<TermCount> Store::predicate_counts() const {
  return counts(columns().predicate_keys, columns().predicate_starts);
}

std::vector<TermCount> Store::graph_counts() const { return counts(columns().graph_keys, columns().graph_starts); }

}  // namespace dossier::graph
