#include "graph/draw/selection.h"

#include <algorithm>
#include <compare>
#include <limits>
#include <map>
#include <unordered_set>

#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

using TermSet = std::unordered_set<TermId>;

/// The facts of a store, sorted into lines and what stands inside boxes.
class Sorter {
 public:
  Sorter(const Store& store, const SelectionOptions& options)
      : store_(store),
        options_(options),
        holds_position_(id_of_pa(store, "holdsPosition")),
        evidence_(id_of(store, pa::evidence)) {
    if (!options.bookkeeping) find_bookkeeping();
    facts_ = find_facts(store, {.factuality = options.factuality});
    for (const Fact& fact : facts_)
      if (fact.predicate == holds_position_ && !is_literal(fact.object))
        holders_.try_emplace(fact.object, fact.subject);
  }

  void sort(std::vector<Link>& links, std::vector<Link>& details) const {
    for (const Fact& fact : facts_) {
      if (noise_.contains(fact.subject) || noise_.contains(fact.object) || is_rdf_machinery(fact.predicate)) continue;
      const TermId from = box_of(fact.subject);
      if (fact.predicate == holds_position_ || is_literal(fact.object)) {
        details.push_back({from, fact.object, fact});
      } else if (const TermId to = box_of(fact.object); from != to) {
        links.push_back({from, to, fact});
      }
    }
  }

  /// The box that shows a thing: its own, or that of who holds the post.
  [[nodiscard]] TermId box_of(TermId thing) const {
    const auto holder = holders_.find(thing);
    return holder == holders_.end() ? thing : holder->second;
  }

 private:
  [[nodiscard]] bool is_literal(TermId id) const { return store_.kind(id) == TermKind::literal; }

  [[nodiscard]] bool is_rdf_machinery(TermId predicate) const {
    const std::string_view iri = store_.term(predicate).text;
    return iri.starts_with(rdf::space) || iri.starts_with(rdfs::space) || iri.starts_with(owl::space) ||
           predicate == evidence_;
  }

  /// The sources, and the nodes that only hold facts together.
  void find_bookkeeping() {
    for (const TermId graph : store_.graphs()) noise_.insert(graph);
    const TermId type = id_of(store_, rdf::type);
    for (const char* name : {"Statement", "Tenure", "Evidence", "Fact"})
      for (const TermId thing : subjects(store_, type, id_of_pa(store_, name))) noise_.insert(thing);
    for (const TermId asked : options_.about) noise_.erase(asked);
  }

  const Store& store_;
  const SelectionOptions& options_;
  TermId holds_position_, evidence_;
  std::vector<Fact> facts_;
  std::map<TermId, TermId> holders_;  ///< of posts; of several the first in find_facts' order
  TermSet noise_;
};

constexpr unsigned unreached = std::numeric_limits<unsigned>::max();

/// What the links make neighbours of what; things are numbered in the order of terms.
struct Network {
  std::vector<TermId> things;                        ///< ascending
  std::vector<std::vector<std::size_t>> neighbours;  ///< of each; as often as there are links

  [[nodiscard]] std::size_t number(TermId thing) const {
    return static_cast<std::size_t>(std::lower_bound(things.begin(), things.end(), thing) - things.begin());
  }
};

/// `about` is part of it even where nothing is linked.
Network network_of(const std::vector<Link>& links, const std::vector<TermId>& about) {
  Network network;
  network.things = about;
  for (const Link& link : links) network.things.insert(network.things.end(), {link.from, link.to});
  make_set(network.things);
  network.neighbours.resize(network.things.size());
  for (const Link& link : links) {
    const std::size_t from = network.number(link.from), to = network.number(link.to);
    network.neighbours[from].push_back(to);
    network.neighbours[to].push_back(from);
  }
  return network;
}

/// Steps from the things asked about; 0 for all when nothing is asked. What is farther than `depth` is unreached.
std::vector<unsigned> distances(const Network& network, const std::vector<TermId>& about, unsigned depth) {
  std::vector<unsigned> steps(network.things.size(), about.empty() ? 0 : unreached);
  std::vector<std::size_t> level;
  for (const TermId thing : about) {
    steps[network.number(thing)] = 0;
    level.push_back(network.number(thing));
  }
  for (unsigned step = 1; step <= depth && !level.empty(); ++step) {
    std::vector<std::size_t> next;
    for (const std::size_t thing : level) {
      for (const std::size_t other : network.neighbours[thing]) {
        if (steps[other] != unreached) continue;
        steps[other] = step;
        next.push_back(other);
      }
    }
    level = std::move(next);
  }
  return steps;
}

/// PageRank (Brin and Page, 1998) over the links, both ways. A fixed number of rounds in a fixed order; rounded, so
/// that things in the same position are equal whatever the order of additions was.
std::vector<long long> importance(const Network& network) {
  constexpr int rounds = 30;
  constexpr double damping = 0.85;
  std::vector<double> weight(network.things.size(), 1.0);
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> next(weight.size(), 1 - damping);
    for (std::size_t thing = 0; thing < weight.size(); ++thing) {
      const double share =
          damping * weight[thing] / static_cast<double>(std::max<std::size_t>(1, network.neighbours[thing].size()));
      for (const std::size_t other : network.neighbours[thing]) next[other] += share;
    }
    weight = std::move(next);
  }
  std::vector<long long> rounded(weight.size());
  std::transform(weight.begin(), weight.end(), rounded.begin(),
                 [](double w) { return static_cast<long long>(w * 1e9); });
  return rounded;
}

/// A thing that might be drawn; the ones to keep come first.
struct Candidate {
  unsigned step = 0;
  long long less_important = 0;  ///< the negated importance
  std::string name;
  TermId thing{};
  auto operator<=>(const Candidate&) const = default;
};

/// The candidates in order. Names are looked up only where they may decide: around the `most` that have room.
std::vector<TermId> ranked(const Store& store, const Network& network, const std::vector<unsigned>& steps,
                           std::size_t most) {
  const auto weight = importance(network);
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (steps[i] != unreached) candidates.push_back({steps[i], -weight[i], {}, network.things[i]});
  std::sort(candidates.begin(), candidates.end());
  if (most < candidates.size()) {
    std::size_t named = std::min(4 * most, candidates.size());  // those left alone are replaced by later ones
    const auto ties_with_next = [&](std::size_t i) {
      return candidates[i - 1].step == candidates[i].step &&
             candidates[i - 1].less_important == candidates[i].less_important;
    };
    while (named < candidates.size() && ties_with_next(named)) ++named;
    for (std::size_t i = 0; i < named; ++i) candidates[i].name = display_name(store, candidates[i].thing);
    std::sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(named));
  }
  std::vector<TermId> order;
  for (const Candidate& candidate : candidates) order.push_back(candidate.thing);
  return order;
}

/// Whether the thing has a neighbour among the chosen.
bool is_linked(const Network& network, TermId thing, const TermSet& chosen) {
  const auto& neighbours = network.neighbours[network.number(thing)];
  return std::any_of(neighbours.begin(), neighbours.end(),
                     [&](std::size_t other) { return chosen.contains(network.things[other]); });
}

/// The first `most` of the order, without those that nothing links to the others: the next ones take their places.
std::vector<TermId> choose(std::vector<TermId> order, const Network& network, std::size_t most,
                           const std::vector<TermId>& keep) {
  while (true) {
    const auto last = order.begin() + static_cast<std::ptrdiff_t>(std::min(most, order.size()));
    const TermSet chosen(order.begin(), last);
    const auto lonely = [&](TermId thing) {
      return !is_linked(network, thing, chosen) && std::find(keep.begin(), keep.end(), thing) == keep.end();
    };
    const auto linked_end = std::remove_if(order.begin(), last, lonely);
    if (linked_end == last) {
      order.erase(last, order.end());
      return order;
    }
    order.erase(linked_end, last);
  }
}

}  // namespace

Selection select(const Store& store, const SelectionOptions& options) {
  const Sorter sorter(store, options);
  std::vector<Link> links, details;
  sorter.sort(links, details);
  std::vector<TermId> about;
  for (const TermId thing : options.about) about.push_back(sorter.box_of(thing));

  const Network network = network_of(links, about);
  const std::size_t most = options.max_nodes == 0 ? network.things.size() : options.max_nodes;
  const auto order = ranked(store, network, distances(network, about, options.depth), most);

  Selection selection;
  selection.nodes = choose(order, network, most, about);
  selection.left_out = order.size() - selection.nodes.size();
  selection.about = options.about;
  std::sort(selection.nodes.begin(), selection.nodes.end());
  const TermSet chosen(selection.nodes.begin(), selection.nodes.end());
  for (Link& link : links)
    if (chosen.contains(link.from) && chosen.contains(link.to)) selection.links.push_back(std::move(link));
  for (Link& detail : details)
    if (chosen.contains(detail.from)) selection.details.push_back(std::move(detail));
  return selection;
}

}  // namespace dossier::graph
