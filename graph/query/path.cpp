#include "graph/query/path.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "graph/query/fact_finder.h"

namespace dossier::graph {
namespace {

bool has_happened(const Fact& fact) {
  return fact.factuality == "Occurred" || fact.factuality == "Ongoing" || fact.factuality == "Historical";
}

bool asks_nothing(const FactFilter& filter) {
  return !filter.about && !filter.subject && !filter.predicate && !filter.object && !filter.speaker && !filter.type &&
         filter.factuality.empty() && !filter.document && filter.since.empty() && filter.until.empty();
}

/// Walks from `b` towards `a`, so that afterwards each thing knows how far it is from `b`; then lists the ways that
/// come one step nearer each time.
class Walk {
 public:
  Walk(const Store& store, const FactFilter& filter) : finder_(store), filter_(filter) {}

  /// Whether `from` was found within `max_length` steps of `to`.
  bool measure(TermId from, TermId to, std::size_t max_length) {
    distance_[to] = 0;
    std::vector<TermId> level{to};
    for (std::size_t depth = 1; depth <= max_length && !level.empty() && !distance_.contains(from); ++depth) {
      std::vector<TermId> next;
      for (const TermId thing : level)
        for (const FactLink& link : links(thing))
          if (!is_literal(link.other) && distance_.try_emplace(link.other, depth).second) next.push_back(link.other);
      level = std::move(next);
    }
    return distance_.contains(from);
  }

  void list(TermId from, std::size_t max_count) {
    if (found_.size() >= max_count) return;
    if (distance_.at(from) == 0) {
      found_.push_back(path_);
      return;
    }
    for (const Fact& fact : steps(from)) {
      if (found_.size() >= max_count) return;
      path_.push_back(fact);
      list(step_target(fact, from), max_count);
      path_.pop_back();
    }
  }

  std::vector<std::vector<Fact>> take() { return std::move(found_); }

 private:
  [[nodiscard]] bool is_literal(TermId thing) const { return finder_.store().kind(thing) == TermKind::literal; }

  std::vector<FactLink> links(TermId thing) {
    if (asks_nothing(filter_)) return finder_.links(thing);
    FactFilter filter = filter_;
    filter.about = thing;
    std::vector<FactLink> links;
    for (const Fact& fact : finder_.find(filter))
      links.push_back({fact.id, step_target(fact, thing), fact.subject == thing});
    return links;
  }

  /// The facts that lead from a thing one step nearer, in the order in which paths are listed.
  const std::vector<Fact>& steps(TermId from) {
    const auto [entry, is_new] = steps_.try_emplace(from);
    std::vector<Fact>& facts = entry->second;
    if (!is_new) return facts;
    const std::size_t nearer = distance_.at(from) - 1;
    for (const FactLink& link : links(from)) {
      const auto other = distance_.find(link.other);
      if (other == distance_.end() || other->second != nearer) continue;
      if (auto fact = finder_.read(link.fact)) facts.push_back(std::move(*fact));
    }
    std::ranges::sort(facts, {}, [from](const Fact& fact) {
      return std::tuple(!has_happened(fact), step_target(fact, from), fact.predicate, fact.id);
    });
    return facts;
  }

  FactFinder finder_;
  const FactFilter& filter_;
  std::unordered_map<TermId, std::size_t> distance_;
  std::unordered_map<TermId, std::vector<Fact>> steps_;  // references stay valid while it grows
  std::vector<Fact> path_;
  std::vector<std::vector<Fact>> found_;
};

}  // namespace

std::vector<std::vector<Fact>> paths(const Store& store, TermId a, TermId b, std::size_t max_length,
                                     std::size_t max_count, const FactFilter& filter) {
  if (a == b || store.kind(a) == TermKind::literal || store.kind(b) == TermKind::literal) return {};
  Walk walk(store, filter);
  if (walk.measure(a, b, max_length)) walk.list(a, max_count);
  return walk.take();
}

}  // namespace dossier::graph
