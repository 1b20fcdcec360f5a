#include "graph/query/fact_finder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace dossier::graph {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// Quads whose subjects contain every fact that is asked for; other subjects may be among them.
using Source = std::vector<Matches>;

/// Keeps the shortest source that it was offered.
class Shortest {
 public:
  void offer(Source source) {
    std::size_t size = 0;
    for (const Matches& matches : source) size += matches.size();
    if (size >= size_) return;
    size_ = size;
    source_ = std::move(source);
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  [[nodiscard]] std::vector<TermId> nodes() const {
    std::vector<TermId> nodes;
    nodes.reserve(size_);
    for (const Matches& matches : source_)
      for (const Quad quad : matches) nodes.push_back(quad.subject);
    make_set(nodes);
    return nodes;
  }

 private:
  Source source_;
  std::size_t size_ = std::numeric_limits<std::size_t>::max();
};

/// Offers what a filter's own positions lead to.
class Sources {
 public:
  Sources(const Store& store, const ModelIds& ids) : store_(store), ids_(ids) { offer_all(); }

  void at(TermId part, const std::optional<TermId>& value) {
    if (value) shortest_.offer({with(part, *value)});
  }

  void about(TermId thing) { shortest_.offer({with(ids_.subject, thing), with(ids_.object, thing)}); }

  void any_of(TermId part, const std::vector<TermId>& values) {
    Source source;
    for (const TermId value : values) source.push_back(with(part, value));
    shortest_.offer(std::move(source));
  }

  void document(TermId document) {
    Source source{store_.match({{}, ids_.type, ids_.fact, document})};
    const Matches sentences = with(ids_.has_source, document);
    if (sentences.size() >= shortest_.size()) return;
    for (const Quad quad : sentences) source.push_back(with(ids_.evidence, quad.subject));
    shortest_.offer(std::move(source));
  }

  /// Facts around each of the things, and some facts themselves.
  void things(const std::vector<TermId>& things, const std::vector<TermId>& facts = {}) {
    if (things.size() + facts.size() >= shortest_.size()) return;
    Source source;
    for (const TermId thing : things)
      for (const TermId part : {ids_.subject, ids_.object}) source.push_back(with(part, thing));
    for (const TermId fact : facts) source.push_back(store_.match({fact, ids_.type, ids_.fact, {}}));
    shortest_.offer(std::move(source));
  }

  [[nodiscard]] const Shortest& shortest() const noexcept { return shortest_; }

 private:
  void offer_all() { shortest_.offer({with(ids_.type, ids_.fact)}); }
  [[nodiscard]] Matches with(TermId part, TermId value) const { return store_.match({{}, part, value, {}}); }

  const Store& store_;
  const ModelIds& ids_;
  Shortest shortest_;
};

bool is_or_unset(TermId value, const std::optional<TermId>& wanted) { return !wanted || value == *wanted; }

}  // namespace

std::vector<TermId> FactFinder::factualities_named(const std::vector<std::string>& names) const {
  std::vector<std::string> wanted;
  for (const std::string& name : names) wanted.push_back(lower(name));
  std::vector<TermId> found;
  for (const TermId id : distinct_objects(store(), ids().factuality))
    if (std::ranges::find(wanted, lower(local_name(store().term(id).text))) != wanted.end()) found.push_back(id);
  return found;
}

std::vector<TermId> FactFinder::candidates(const FactFilter& filter, const Window& window,
                                           const std::vector<TermId>& factualities) const {
  Sources sources(store(), ids());
  sources.at(ids().subject, filter.subject);
  sources.at(ids().predicate, filter.predicate);
  sources.at(ids().object, filter.object);
  sources.at(ids().speaker, filter.speaker);
  if (filter.about) sources.about(*filter.about);
  if (!filter.factuality.empty()) sources.any_of(ids().factuality, factualities);
  if (filter.document) sources.document(*filter.document);
  // These two cost a walk of their own, which a narrow filter does not repay.
  if (filter.type && store().match({{}, ids().type, *filter.type, {}}).size() < sources.shortest().size())
    sources.things(subjects(store(), ids().type, *filter.type));
  constexpr std::size_t few = 1000;
  if (!window.open() && sources.shortest().size() > few) {
    const auto found = dates_.inside(window);
    sources.things(found.things, found.facts);
  }
  return sources.shortest().nodes();
}

bool FactFinder::fits(const Fact& fact, const FactFilter& filter) {
  const auto has = [this](TermId subject, TermId predicate, TermId object) {
    return !store().match({subject, predicate, object, {}}).empty();
  };
  if (!is_or_unset(fact.subject, filter.subject) || !is_or_unset(fact.predicate, filter.predicate) ||
      !is_or_unset(fact.object, filter.object))
    return false;
  if (filter.about && fact.subject != *filter.about && fact.object != *filter.about) return false;
  if (filter.speaker && !has(fact.id, ids().speaker, *filter.speaker)) return false;
  if (filter.type && !has(fact.subject, ids().type, *filter.type) && !has(fact.object, ids().type, *filter.type))
    return false;
  return !filter.document || std::ranges::binary_search(fact.documents, *filter.document);
}

bool FactFinder::happens_inside(const Fact& fact, const Window& window) {
  if (window.open()) return true;
  if (const auto date = date_of(store(), fact.object)) return window.holds(*date);
  const auto holds = [&window](const Edtf& date) { return window.holds(date); };
  return std::ranges::any_of(dates_.of(fact.subject), holds) || std::ranges::any_of(dates_.of(fact.object), holds);
}

std::vector<Fact> FactFinder::find(const FactFilter& filter) {
  const Window window = Window::parse(filter.since, filter.until);
  const std::vector<TermId> factualities = factualities_named(filter.factuality);
  const auto has_factuality = [&](TermId node) {
    return filter.factuality.empty() || std::ranges::any_of(factualities, [&](TermId factuality) {
             return !store().match({node, ids().factuality, factuality, {}}).empty();
           });
  };
  std::vector<Fact> found;
  for (const TermId node : candidates(filter, window, factualities)) {
    if (!has_factuality(node)) continue;
    auto fact = reader_.read(node);
    if (fact && fits(*fact, filter) && happens_inside(*fact, window)) found.push_back(std::move(*fact));
  }
  reader_.sort(found);
  return found;
}

std::vector<FactLink> FactFinder::links(TermId thing) const {
  std::vector<FactLink> links;
  const auto take = [&](TermId near, TermId far, bool outgoing) {
    for (const TermId fact : subjects(store(), near, thing)) {
      if (store().match({fact, ids().type, ids().fact, {}}).empty()) continue;
      const TermId other = first_object(store(), fact, far);
      if (other != no_term && first_object(store(), fact, ids().predicate) != no_term)
        links.push_back({fact, other, outgoing});
    }
  };
  take(ids().subject, ids().object, true);
  take(ids().object, ids().subject, false);
  return links;
}

}  // namespace dossier::graph
