#include "graph/rdf/isomorphism.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "graph/rdf/blank_colours.h"

namespace dossier::graph {
namespace {

struct Side {
  Dataset dataset;
  explicit Side(std::span<const OwnedQuad> quads) {
    for (const OwnedQuad& quad : quads) dataset.add(quad.view(), true);
    dataset.close();
  }
};

/// Nodes in the order of their colours.
std::vector<std::uint32_t> by_colour(const BlankColours& colours, std::vector<std::uint32_t> nodes) {
  std::ranges::sort(nodes, {}, [&](std::uint32_t node) { return colours.colour(node); });
  return nodes;
}

class Matching {
 public:
  Matching(const Side& a, const Side& b) : a_(a), b_(b), colours_a_(a.dataset), colours_b_(b.dataset) {}

  bool found() {
    if (colours_a_.nodes().size() != colours_b_.nodes().size()) return false;
    nodes_.resize(colours_a_.nodes().size());
    std::iota(nodes_.begin(), nodes_.end(), 0U);
    return search();
  }

 private:
  bool search() {
    std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();
    colours_a_.refine(nodes_, unlimited);
    colours_b_.refine(nodes_, unlimited);
    const auto left = by_colour(colours_a_, nodes_), right = by_colour(colours_b_, nodes_);
    const auto same_colour = [this](std::uint32_t x, std::uint32_t y) {
      return colours_a_.colour(x) == colours_b_.colour(y);
    };
    if (!std::ranges::equal(left, right, same_colour)) return false;
    const auto tie = std::ranges::adjacent_find(left, {}, [this](std::uint32_t n) { return colours_a_.colour(n); });
    if (tie == left.end()) return same_quads(left, right);
    return try_each(*tie, right);
  }

  /// One node of `a` must go to one of those in `b` that look like it.
  bool try_each(std::uint32_t node, const std::vector<std::uint32_t>& candidates) {
    const auto before_a = colours_a_.colours(), before_b = colours_b_.colours();
    const std::uint64_t colour = colours_a_.colour(node);
    colours_a_.single_out(node);
    const auto singled_a = colours_a_.colours();
    for (const std::uint32_t candidate : candidates) {
      if (before_b[candidate] != colour) continue;
      colours_a_.recolour(singled_a);
      colours_b_.recolour(before_b);
      colours_b_.single_out(candidate);
      if (search()) return true;
    }
    colours_a_.recolour(before_a);
    colours_b_.recolour(before_b);
    return false;
  }

  /// The proof: every quad of `a`, renamed, is in `b`.
  bool same_quads(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) const {
    std::vector<TermId> images(a_.dataset.terms().size() + 1, no_term);
    for (std::size_t i = 0; i < left.size(); ++i)
      images[index(colours_a_.nodes()[left[i]])] = colours_b_.nodes()[right[i]];
    for (std::size_t id = 1; id < images.size(); ++id) {
      if (images[id] != no_term) continue;
      const auto image = b_.dataset.terms().find(a_.dataset.term(static_cast<TermId>(id)));
      if (!image) return false;
      images[id] = *image;
    }
    return std::ranges::all_of(a_.dataset.quads(), [&](const Quad& quad) {
      const Quad image{images[index(quad.subject)], images[index(quad.predicate)], images[index(quad.object)],
                       images[index(quad.graph)]};
      return std::ranges::binary_search(b_.dataset.quads(), image);
    });
  }

  const Side& a_;
  const Side& b_;
  BlankColours colours_a_, colours_b_;
  std::vector<std::uint32_t> nodes_;
};

}  // namespace

OwnedQuad OwnedQuad::of(const QuadView& quad) {
  OwnedQuad owned{quad.subject.own(), quad.predicate.own(), quad.object.own(), std::nullopt};
  if (quad.graph) owned.graph = quad.graph->own();
  return owned;
}

QuadView OwnedQuad::view() const {
  QuadView quad{TermView(subject), TermView(predicate), TermView(object), std::nullopt};
  if (graph) quad.graph = TermView(*graph);
  return quad;
}

bool isomorphic(std::span<const OwnedQuad> a, std::span<const OwnedQuad> b) {
  const Side left(a), right(b);
  return left.dataset.quads().size() == right.dataset.quads().size() && Matching(left, right).found();
}

}  // namespace dossier::graph
