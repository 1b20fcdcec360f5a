#include "graph/query/happening_dates.h"

#include <algorithm>
#include <utility>

#include "graph/error/error.h"

namespace dossier::graph {
namespace {

std::optional<Edtf> bound(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto date = Edtf::parse(text);
  if (!date || !date->earliest() || !date->latest())
    throw Error(ErrorKind::usage, "'" + text + "' is no date with a year", "write 2018-09-19, 2018-09 or 2018");
  return date;
}

}  // namespace

Window Window::parse(const std::string& since, const std::string& until) { return {bound(since), bound(until)}; }

HappeningDates::HappeningDates(const Store& store)
    : store_(&store),
      ids_(store),
      predicates_(ids_of_pa(store, {"heldOn", "signedOn", "dated", "time", "endTime", "saidOn"})) {}

bool HappeningDates::is_date_predicate(TermId predicate) const {
  return std::ranges::find(predicates_, predicate) != predicates_.end();
}

const std::vector<Edtf>& HappeningDates::of(TermId thing) {
  const auto [entry, is_new] = dates_.try_emplace(thing);
  std::vector<Edtf>& dates = entry->second;
  if (!is_new || store_->kind(thing) == TermKind::literal) return dates;
  std::vector<TermId> literals;
  for (const TermId predicate : predicates_)
    for (const Quad quad : store_->match({thing, predicate, {}, {}})) literals.push_back(quad.object);
  for (const Quad quad : store_->match({{}, ids_.subject, thing, {}}))
    if (is_date_predicate(first_object(*store_, quad.subject, ids_.predicate)))
      literals.push_back(first_object(*store_, quad.subject, ids_.object));
  make_set(literals);
  for (const TermId literal : literals)
    if (literal != no_term)
      if (const auto date = date_of(*store_, literal)) dates.push_back(*date);
  std::ranges::sort(dates, earlier);
  return dates;
}

HappeningDates::Found HappeningDates::inside(const Window& window) const {
  Found found;
  const auto take = [&](const Quad& quad) {
    if (quad.predicate != ids_.object) {
      if (is_date_predicate(quad.predicate)) found.things.push_back(quad.subject);
      return;
    }
    found.facts.push_back(quad.subject);
    if (is_date_predicate(first_object(*store_, quad.subject, ids_.predicate)))
      found.things.push_back(first_object(*store_, quad.subject, ids_.subject));
  };
  // Dates begin with a digit, or with an X when the year is not known.
  for (const auto& [first, last] : {std::pair("0", ":"), std::pair("X", "Y")}) {
    const IdRange literals = literals_between(*store_, first, last);
    for (std::uint32_t id = number_of(literals.front); id < number_of(literals.back); ++id) {
      const auto date = date_of(*store_, TermId{id});
      if (!date || !window.holds(*date)) continue;
      for (const Quad quad : store_->match({{}, {}, TermId{id}, {}})) take(quad);
    }
  }
  make_set(found.things);
  make_set(found.facts);
  return found;
}

}  // namespace dossier::graph
