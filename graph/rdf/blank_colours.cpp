#include "graph/rdf/blank_colours.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string_view>

namespace dossier::graph {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// The mix of splitmix64 (Steele, Lea, Flood 2014).
std::uint64_t mix(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

std::uint64_t hash(const TermView& term) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const std::string_view part : {term.text, term.datatype, term.language}) {
    for (const char character : part) value = (value ^ static_cast<unsigned char>(character)) * 1099511628211ULL;
    value = mix(value);
  }
  return value;
}

std::array<TermId, 4> positions(const Quad& quad) { return {quad.subject, quad.predicate, quad.object, quad.graph}; }

}  // namespace

BlankColours::BlankColours(const Dataset& dataset)
    : dataset_(dataset), numbers_(dataset.terms().size() + 1, none), hashes_(dataset.terms().size() + 1, 0) {
  for (std::size_t id = 1; id < numbers_.size(); ++id) {
    const TermView term = dataset.term(static_cast<TermId>(id));
    if (term.is_blank()) {
      numbers_[id] = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back(static_cast<TermId>(id));
    }
  }
  if (nodes_.empty()) return;
  for (std::size_t id = 1; id < numbers_.size(); ++id)
    if (numbers_[id] == none) hashes_[id] = hash(dataset.term(static_cast<TermId>(id)));
  colours_.assign(nodes_.size(), 0);
  connect();
}

void BlankColours::connect() {
  starts_.assign(nodes_.size() + 1, 0);
  components_.resize(nodes_.size());
  std::iota(components_.begin(), components_.end(), 0U);
  const auto root = [this](std::uint32_t node) {
    while (components_[node] != node) node = components_[node] = components_[components_[node]];
    return node;
  };
  const auto each = [this](const auto& action) {
    for (std::uint32_t quad = 0; quad < dataset_.quads().size(); ++quad) {
      const auto terms = positions(dataset_.quads()[quad]);
      for (auto term = terms.begin(); term != terms.end(); ++term)
        if (*term != no_term && number(*term) != none && std::find(terms.begin(), term, *term) == term)
          action(number(*term), quad);
    }
  };
  each([this](std::uint32_t node, std::uint32_t) { ++starts_[node + 1]; });
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  incidences_.resize(starts_.back());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  std::uint32_t last_quad = none, last_node = none;
  each([&](std::uint32_t node, std::uint32_t quad) {
    incidences_[next[node]++] = quad;
    if (quad == last_quad) components_[root(node)] = root(last_node);
    last_quad = quad;
    last_node = node;
  });
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) components_[node] = root(node);
}

std::uint64_t BlankColours::seen(TermId term, std::uint32_t from) const {
  if (term == no_term) return 1;
  const std::uint32_t node = number(term);
  if (node == none) return hashes_[index(term)];
  return node == from ? 2 : colours_[node];
}

std::uint64_t BlankColours::look(std::uint32_t node) const {
  std::uint64_t sum = 0;  // a sum, because the order of quads must not matter
  for (std::uint32_t i = starts_[node]; i < starts_[node + 1]; ++i) {
    std::uint64_t value = 0;
    for (const TermId term : positions(dataset_.quads()[incidences_[i]])) value = mix(value ^ seen(term, node));
    sum += value;
  }
  return mix(colours_[node] ^ mix(sum));
}

bool BlankColours::refine(std::span<const std::uint32_t> members, std::uint64_t& budget) {
  std::vector<std::uint64_t> next(members.size()), sorted;
  const auto distinct = [&] {
    sorted.clear();
    for (const std::uint32_t node : members) sorted.push_back(colours_[node]);
    std::ranges::sort(sorted);
    return static_cast<std::size_t>(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
  };
  std::uint64_t visits = 0;
  for (const std::uint32_t node : members) visits += starts_[node + 1] - starts_[node] + 1;
  for (std::size_t before = distinct(), after = 0;; before = after) {
    if (budget < visits) return false;
    budget -= visits;
    std::ranges::transform(members, next.begin(), [this](std::uint32_t node) { return look(node); });
    for (std::size_t i = 0; i < members.size(); ++i) colours_[members[i]] = next[i];
    after = distinct();
    if (after == before || after == members.size()) return true;
  }
}

void BlankColours::single_out(std::uint32_t node) { colours_[node] = mix(colours_[node] ^ 0x5851F42D4C957F2DULL); }

namespace {

/// Gives the nodes of one component colours that differ, as far as the budget reaches. Which of several that look
/// alike is singled out decides nothing when they are interchangeable, and otherwise the smallest label does.
void tell_apart(BlankColours& colours, const Dataset& dataset, std::vector<std::uint32_t>& members,
                std::uint64_t& budget) {
  bool stable = colours.refine(members, budget);
  while (members.size() > 1 && stable) {
    std::ranges::sort(members, {}, [&](std::uint32_t node) { return colours.colour(node); });
    const auto tie = std::ranges::adjacent_find(members, {}, [&](std::uint32_t n) { return colours.colour(n); });
    if (tie == members.end()) return;
    std::uint32_t first = *tie;
    for (auto node = tie; node != members.end() && colours.colour(*node) == colours.colour(*tie); ++node)
      if (dataset.term(colours.nodes()[*node]) < dataset.term(colours.nodes()[first])) first = *node;
    colours.single_out(first);
    stable = colours.refine(members, budget);
  }
}

struct Component {
  std::vector<std::uint32_t> members;
  std::uint64_t colour = 0;   // of all of it
  std::string_view smallest;  // label
};

std::vector<Component> components_of(const BlankColours& colours) {
  std::vector<Component> components;
  std::vector<std::uint32_t> places(colours.nodes().size(), none);
  for (std::uint32_t node = 0; node < colours.nodes().size(); ++node) {
    std::uint32_t& place = places[colours.components()[node]];
    if (place == none) {
      place = static_cast<std::uint32_t>(components.size());
      components.emplace_back();
    }
    components[place].members.push_back(node);
  }
  return components;
}

}  // namespace

std::vector<std::uint32_t> order_of_blanks(const Dataset& dataset) {
  BlankColours colours(dataset);
  std::vector<std::uint32_t> order(dataset.terms().size() + 1, 0);
  std::vector<Component> components = components_of(colours);
  // Enough for any dataset that people label by hand, and a bound on the time that a hostile one can take.
  const std::uint64_t fair_share = 64 * (dataset.quads().size() + colours.nodes().size()) + 1'000'000;
  std::uint64_t budget = fair_share;
  for (Component& component : components) {
    tell_apart(colours, dataset, component.members, budget);
    component.smallest = dataset.term(colours.nodes()[component.members.front()]).text;
    for (const std::uint32_t node : component.members) {
      component.colour += mix(colours.colour(node));
      component.smallest = std::min(component.smallest, dataset.term(colours.nodes()[node]).text);
    }
  }
  std::ranges::sort(components, [](const Component& a, const Component& b) {
    return a.colour != b.colour ? a.colour < b.colour : a.smallest < b.smallest;
  });
  // Components that look alike keep their nodes in step: by colour first, then by component.
  struct Place {
    std::uint64_t colour;
    std::size_t component;
    TermView term;
    TermId id;
    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places;
  for (std::size_t i = 0; i < components.size(); ++i)
    for (const std::uint32_t node : components[i].members)
      places.push_back({colours.colour(node), i, dataset.term(colours.nodes()[node]), colours.nodes()[node]});
  std::ranges::sort(places);
  for (std::uint32_t i = 0; i < places.size(); ++i) order[index(places[i].id)] = i + 1;
  return order;
}

}  // namespace dossier::graph
