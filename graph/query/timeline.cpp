#include "graph/query/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "graph/query/fact_finder.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

bool has(const std::vector<TermId>& ids, TermId id) { return std::ranges::find(ids, id) != ids.end(); }

class Timeline {
 public:
  Timeline(const Store& store, const TimelineFilter& filter)
      : store_(store),
        filter_(filter),
        window_(Window::parse(filter.since, filter.until)),
        reader_(store),
        finder_(store),
        event_(id_of_pa(store, "Event")),
        affects_(id_of_pa(store, "affects")),
        actor_(id_of_pa(store, "actor")),
        event_dates_(ids_of_pa(store, {"heldOn", "time"})),
        dates_(ids_of_pa(store, {"heldOn", "time", "signedOn", "dated"})),
        outward_(ids_of_pa(store, {"between", "actor", "recipient", "participant", "signatory"})),
        inward_(ids_of_pa(store, {"participatedIn", "signed", "hosted"})),
        places_(ids_of_pa(store, {"heldIn", "place"})) {}

  std::vector<Happening> rows() {
    if (filter_.about) look_around(*filter_.about);
    const auto found = HappeningDates(store_).inside(window_);
    for (const TermId node : found.facts)
      if (may_fit(first_object(store_, node, reader_.ids().subject)))
        if (const auto fact = reader_.read(node)) add_fact(*fact);
    for (const TermId thing : found.things)
      if (may_fit(thing)) add_own_dates(thing);
    std::erase_if(rows_, [this](const Happening& row) { return is_told_by_agreement(row); });
    for (Happening& row : rows_) complete(row);
    std::erase_if(rows_, [this](const Happening& row) { return !fits(row); });
    std::ranges::sort(rows_, before);
    return std::move(rows_);
  }

 private:
  /// Everything that `thing` could be a party or a place of, and more.
  void look_around(TermId thing) {
    near_.insert(thing);
    for (const Quad quad : store_.match({thing, {}, {}, {}})) near_.insert(quad.object);
    for (const Quad quad : store_.match({{}, {}, thing, {}})) {
      near_.insert(quad.subject);
      for (const TermId agreement : objects(store_, quad.subject, affects_)) near_.insert(agreement);
    }
    for (const FactLink& link : finder_.links(thing)) near_.insert(link.other);
  }

  [[nodiscard]] bool may_fit(TermId thing) const { return !filter_.about || near_.contains(thing); }

  void add_fact(const Fact& fact) {
    const auto date = date_of(store_, fact.object);
    if (!date) return;
    add(*date, fact.subject, fact.predicate, fact.factuality, fact.evidence);
  }

  /// The dates that the thing's own triples give and no fact does.
  void add_own_dates(TermId thing) {
    for (const TermId predicate : dates_) {
      for (const TermId literal : objects(store_, thing, predicate)) {
        const auto date = date_of(store_, literal);
        if (!date || !window_.holds(*date) || dated_.contains({thing, to_string(*date)})) continue;
        const TermId factuality = first_object(store_, thing, reader_.ids().factuality);
        std::vector<TermId> evidence = objects(store_, thing, reader_.ids().evidence);
        reader_.sort_evidence(evidence);
        add(*date, thing, predicate,
            factuality == no_term ? std::string_view("Occurred") : local_name(store_.term(factuality).text), evidence);
      }
    }
  }

  void add(const Edtf& date, TermId thing, TermId predicate, std::string_view factuality,
           const std::vector<TermId>& evidence) {
    dated_.emplace(thing, to_string(date));
    rows_.push_back({date, thing, {}, what(thing, predicate), {}, {}, factuality, evidence});
  }

  /// The most telling class of an event, else the relation.
  [[nodiscard]] TermId what(TermId thing, TermId predicate) const {
    const auto classes = types(store_, thing);
    if (!has(event_dates_, predicate) || classes.empty()) return predicate;
    const auto special = std::ranges::find_if(classes, [this](TermId type) { return type != event_; });
    return special == classes.end() ? event_ : *special;
  }

  [[nodiscard]] bool is_told_by_agreement(const Happening& row) const {
    const auto affected = objects(store_, row.thing, affects_);
    return std::ranges::any_of(affected, [&](TermId agreement) {
      return dated_.contains({agreement, to_string(row.date)});
    });
  }

  void complete(Happening& row) {
    row.label = display_name(store_, row.thing);
    for (const Quad quad : store_.match({row.thing, {}, {}, {}})) place(row, quad.predicate, quad.object, true);
    for (const Quad quad : store_.match({{}, {}, row.thing, {}})) place(row, quad.predicate, quad.subject, false);
    for (const FactLink& link : finder_.links(row.thing)) {
      const auto fact = reader_.read(link.fact);
      if (fact && fact->factuality != "Denied") place(row, fact->predicate, link.other, link.outgoing);
    }
    for (const TermId signing : subjects(store_, affects_, row.thing))
      for (const TermId actor : objects(store_, signing, actor_)) row.parties.push_back(actor);
    make_set(row.parties);
    make_set(row.places);
  }

  void place(Happening& row, TermId predicate, TermId other, bool outgoing) const {
    if (has(outgoing ? outward_ : inward_, predicate)) row.parties.push_back(other);
    if (outgoing && has(places_, predicate)) row.places.push_back(other);
  }

  bool fits(const Happening& row) {
    if (filter_.about && row.thing != *filter_.about && !has(row.parties, *filter_.about) &&
        !has(row.places, *filter_.about))
      return false;
    return !filter_.document || std::ranges::any_of(row.evidence, [this](TermId evidence) {
      return reader_.place(evidence).document == *filter_.document;
    });
  }

  static bool before(const Happening& a, const Happening& b) {
    if (a.date != b.date) return earlier(a.date, b.date);
    return std::tie(a.label, a.thing, a.what, a.factuality) < std::tie(b.label, b.thing, b.what, b.factuality);
  }

  const Store& store_;
  const TimelineFilter& filter_;
  Window window_;
  FactReader reader_;
  FactFinder finder_;
  TermId event_, affects_, actor_;
  std::vector<TermId> event_dates_, dates_, outward_, inward_, places_;
  std::unordered_set<TermId> near_;
  std::vector<Happening> rows_;
  std::set<std::pair<TermId, std::string>> dated_;
};

}  // namespace

std::vector<Happening> timeline(const Store& store, const TimelineFilter& filter) {
  return Timeline(store, filter).rows();
}

}  // namespace dossier::graph
