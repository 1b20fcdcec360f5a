#include "graph/query/provenance.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

constexpr std::array<std::pair<std::string_view, Provenance>, 4> names{{{"none", Provenance::none},
                                                                        {"event", Provenance::event},
                                                                        {"graph", Provenance::graph},
                                                                        {"reify", Provenance::reify}}};

bool contains(const std::vector<TermId>& sorted, TermId id) { return std::ranges::binary_search(sorted, id); }

class Sender {
 public:
  Sender(const Store& store, Provenance level, QuadSink& sink)
      : store_(store), ids_(store), level_(level), sink_(sink) {}

  void send() {
    for (const auto& [name, iri] : store_.prefixes().all()) sink_.prefix(name, iri);
    if (level_ == Provenance::none) drop_all_evidence();
    if (level_ == Provenance::event || level_ == Provenance::graph) drop_plain_facts();
    if (level_ != Provenance::reify) drop_bookkeeping();
    for (const Quad quad : store_.quads())
      if (!is_dropped(quad)) send_one(quad);
  }

 private:
  /// A triple and a sentence that states it.
  struct Stated {
    Triple triple;
    TermId evidence{};
    auto operator<=>(const Stated&) const = default;
  };

  void drop_all_evidence() {
    for (const TermId type : {ids_.fact, ids_.evidence_class, id_of_pa(store_, "Tenure")})
      for (const TermId node : subjects(store_, ids_.type, type)) dropped_nodes_.push_back(node);
    make_set(dropped_nodes_);
    dropped_predicates_ = {ids_.evidence, ids_.rule, ids_.confidence};
    make_set(dropped_predicates_);
  }

  /// What a graph keeps for its own upkeep.
  void drop_bookkeeping() {
    for (const std::string_view note : {pa::digest, pa::decision, pa::as_read}) dropped_predicates_.push_back(id_of(store_, note));
    make_set(dropped_predicates_);
  }

  void drop_plain_facts() {
    read_facts();
    for (const auto& [triple, node] : facts_) {
      if (!is_plain(triple, node) || is_referred_to(node)) continue;
      dropped_nodes_.push_back(node);
      if (level_ != Provenance::graph) continue;
      for (const TermId evidence : objects(store_, node, ids_.evidence)) stated_.push_back({triple, evidence});
    }
    make_set(dropped_nodes_);
    std::ranges::sort(stated_);
    if (level_ == Provenance::event) drop_unused_evidence();
  }

  void read_facts() {
    for (const TermId node : subjects(store_, ids_.type, ids_.fact))
      facts_.push_back({{first_object(store_, node, ids_.subject), first_object(store_, node, ids_.predicate),
                         first_object(store_, node, ids_.object)},
                        node});
    std::ranges::sort(facts_);
  }

  /// Whether some node speaks of the fact itself: then the fact must stay one.
  [[nodiscard]] bool is_referred_to(TermId node) const { return !store_.match({{}, {}, node, {}}).empty(); }

  [[nodiscard]] bool is_plain(const Triple& triple, TermId node) const {
    if (store_.match({triple.subject, triple.predicate, triple.object, {}}).empty()) return false;
    if (has_happened(node)) return true;
    const auto same = std::ranges::equal_range(facts_, triple, {}, [](const auto& fact) { return fact.first; });
    return same.size() == 1;
  }

  [[nodiscard]] bool has_happened(TermId node) const {
    return std::ranges::any_of(happened_, [&](TermId factuality) {
      return !store_.match({node, ids_.factuality, factuality, {}}).empty();
    });
  }

  void drop_unused_evidence() {
    std::vector<TermId> unused;
    for (const TermId evidence : subjects(store_, ids_.type, ids_.evidence_class)) {
      const Matches uses = store_.match({{}, {}, evidence, {}});
      if (std::ranges::all_of(uses, [this](const Quad& use) { return contains(dropped_nodes_, use.subject); }))
        unused.push_back(evidence);
    }
    dropped_nodes_.insert(dropped_nodes_.end(), unused.begin(), unused.end());
    make_set(dropped_nodes_);
  }

  [[nodiscard]] bool is_dropped(const Quad& quad) const {
    return contains(dropped_predicates_, quad.predicate) || contains(dropped_nodes_, quad.subject) ||
           contains(dropped_nodes_, quad.object);
  }

  void send_one(const Quad& quad) {
    const auto statements =
        std::ranges::equal_range(stated_, quad.triple(), {}, [](const Stated& stated) { return stated.triple; });
    if (statements.empty()) {
      send_quad(quad.triple(), quad.graph);
    } else if (last_stated_ != quad.triple()) {  // once, though several documents have the triple
      TermId last = no_term;
      for (const Stated& stated : statements)
        if (std::exchange(last, stated.evidence) != stated.evidence) send_quad(quad.triple(), stated.evidence);
      last_stated_ = quad.triple();
    }
  }

  void send_quad(const Triple& triple, TermId graph) {
    QuadView view{store_.term(triple.subject), store_.term(triple.predicate), store_.term(triple.object), {}};
    if (graph != no_term) view.graph = store_.term(graph);
    sink_.quad(view);
  }

  const Store& store_;
  ModelIds ids_;
  Provenance level_;
  QuadSink& sink_;
  std::vector<TermId> happened_ = ids_of_pa(store_, {"Occurred", "Ongoing", "Historical"});
  std::vector<TermId> dropped_nodes_, dropped_predicates_;  // ascending
  std::vector<std::pair<Triple, TermId>> facts_;            // with their triples, ascending
  std::vector<Stated> stated_;                              // ascending
  Triple last_stated_{};
};

}  // namespace

std::optional<Provenance> provenance_named(std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const auto& entry) { return entry.first; });
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

void send_with_provenance(const Store& store, Provenance level, QuadSink& sink) { Sender(store, level, sink).send(); }

}  // namespace dossier::graph
