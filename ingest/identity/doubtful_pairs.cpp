#include "ingest/identity/doubtful_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "graph/query/facts.h"
#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/likeness.h"
#include "ingest/identity/minted_iri.h"

namespace dossier::ingest {
namespace {

using graph::Store;
using graph::TermId;

constexpr double least_plausible = 0.3;
constexpr std::size_t largest_block = 200;  // a key that so many names share tells nothing

struct Candidate {
  std::vector<TermId> ids;  ///< one thing; or all people whom their documents know by this name alone
  NameParts parts;
  std::optional<ontology::ClassId> type{};
  TermId type_id{};
  bool is_person = false;
  bool half_named = false;   ///< by one name, told apart by an office or a document
  bool name_alone = false;   ///< half-named, and no office is told
  std::size_t mentions = 0;

  [[nodiscard]] TermId id() const { return ids.front(); }
};

/// The keys by which alike names find each other.
std::vector<std::string> keys_of(const Candidate& candidate) {
  const NameParts& parts = candidate.parts;
  if (parts.words.empty()) return {};
  std::vector<std::string> keys{"=" + parts.letters};
  std::string sorted;
  for (const std::string& word : parts.content) sorted += word + ' ';
  keys.push_back("words " + sorted);
  if (candidate.is_person) {
    keys.push_back("person " + parts.words.back());
    if (parts.words.size() > 1) keys.push_back("person " + parts.words.front());
    return keys;
  }
  if (parts.is_short) keys.push_back("short " + parts.letters);
  if (parts.content.size() > 1)
    for (const std::string& initials : std::set{parts.initials, parts.long_initials}) keys.push_back("short " + initials);
  if (parts.letters.size() >= 8) {  // a slip leaves the beginning or the end whole
    keys.push_back("begin " + parts.letters.substr(0, 6));
    keys.push_back("end " + parts.letters.substr(parts.letters.size() - 6));
  }
  return keys;
}

class PairFinder {
 public:
  PairFinder(const Store& store, const ontology::Schema& schema, const Decisions& decisions)
      : store_(store), schema_(schema), decisions_(decisions), ids_(store), person_(schema.class_named("Person")) {}

  std::vector<DoubtfulPair> find() {
    collect();
    for (const auto& [key, members] : blocks()) {
      if (members.size() > largest_block) continue;
      for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j) consider(members[i], members[j]);
    }
    std::vector<DoubtfulPair> pairs;
    for (const auto& [both, likeness] : alike_) add(both, likeness, pairs);
    std::ranges::sort(pairs, [](const DoubtfulPair& a, const DoubtfulPair& b) {
      return std::tuple(-a.worth, a.fuller, a.other) < std::tuple(-b.worth, b.fuller, b.other);
    });
    return pairs;
  }

 private:
  using Both = std::pair<std::size_t, std::size_t>;

  /// Things with a proper name that are not of one document alone; documents, facts and sentences have none or are graphs.
  void collect() {
    const TermId name = graph::id_of(store_, graph::pa::name);
    std::vector<TermId> things;
    for (const graph::Quad& quad : store_.match({{}, name, {}, {}})) things.push_back(quad.subject);
    graph::make_set(things);
    std::set<std::string, std::less<>> documents;
    for (const TermId graph : store_.graphs()) documents.emplace(split_iri(store_.term(graph).text).second);
    std::map<std::string, std::size_t> alone;  // by name
    for (const TermId thing : things) {
      if (!store_.match({{}, {}, {}, thing}).empty()) continue;
      auto candidate = candidate_of(thing);
      const std::string_view name_in_iri = split_iri(store_.term(thing).text).second;
      const std::size_t dot = name_in_iri.find('.');
      candidate.half_named = dot != std::string_view::npos;
      candidate.name_alone = candidate.half_named && documents.contains(name_in_iri.substr(0, dot));
      if (!candidate.parts.is_proper || (candidate.half_named && (!candidate.is_person || candidate.parts.words.size() > 1))) continue;
      if (candidate.name_alone) {
        const auto [group, is_new] = alone.try_emplace(candidate.parts.letters, candidates_.size());
        if (!is_new) {
          candidates_[group->second].ids.push_back(thing);
          candidates_[group->second].mentions += candidate.mentions;
          continue;
        }
      }
      candidates_.push_back(std::move(candidate));
    }
  }

  [[nodiscard]] Candidate candidate_of(TermId thing) const {
    Candidate candidate{.ids = {thing}, .parts = NameParts(graph::display_name(store_, thing))};
    candidate.mentions = graph::objects(store_, thing, ids_.evidence).size();
    for (const TermId type : graph::types(store_, thing)) {
      candidate.type_id = type;
      candidate.type = schema_.find_class(store_.term(type).text);
      if (candidate.type) break;
    }
    candidate.is_person = candidate.type && person_ && schema_.is_a(*candidate.type, *person_);
    return candidate;
  }

  [[nodiscard]] bool are_different(const Candidate& a, const Candidate& b) const {
    return std::ranges::any_of(a.ids, [&](TermId one) {
      return std::ranges::any_of(b.ids, [&](TermId other) { return decisions_.are_different(store_.term(one).text, store_.term(other).text); });
    });
  }

  [[nodiscard]] std::map<std::string, std::vector<std::size_t>> blocks() const {
    std::map<std::string, std::vector<std::size_t>> found;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      for (std::string& key : keys_of(candidates_[i])) {
        auto& members = found[std::move(key)];
        if (members.empty() || members.back() != i) members.push_back(i);
      }
    return found;
  }

  [[nodiscard]] bool compatible(const Candidate& a, const Candidate& b) const {
    if (!a.type || !b.type) return a.type_id == b.type_id;
    return a.is_person == b.is_person && !schema_.disjoint(*a.type, *b.type);
  }

  /// Alike only in a name that is the same letter for letter: "Congress" the body and "Congress" the place.
  [[nodiscard]] bool related(const Candidate& a, const Candidate& b) const {
    return a.type == b.type || !a.type || !b.type || schema_.is_a(*a.type, *b.type) || schema_.is_a(*b.type, *a.type);
  }

  void consider(std::size_t i, std::size_t j) {
    const Candidate &a = candidates_[i], &b = candidates_[j];
    if (alike_.contains({i, j}) || !compatible(a, b)) return;
    if (a.half_named && b.half_named && !a.name_alone && !b.name_alone) return;  // two offices: told apart for a reason
    auto likeness = a.is_person ? persons_alike(a.parts, b.parts) : others_alike(a.parts, b.parts);
    if (!likeness || are_different(a, b)) return;
    if (!related(a, b)) likeness->plausible *= 0.8;
    if (likeness->short_form) shares_[shorter(i, j)].add(weight(longer(i, j)));
    alike_.emplace(Both(i, j), *std::move(likeness));
  }

  [[nodiscard]] bool is_shorter(std::size_t i, std::size_t j) const {
    return candidates_[i].parts.letters.size() < candidates_[j].parts.letters.size();
  }
  [[nodiscard]] std::size_t shorter(std::size_t i, std::size_t j) const { return is_shorter(i, j) ? i : j; }
  [[nodiscard]] std::size_t longer(std::size_t i, std::size_t j) const { return is_shorter(i, j) ? j : i; }
  [[nodiscard]] double weight(std::size_t i) const { return 1.0 + static_cast<double>(candidates_[i].mentions); }

  void add(const Both& both, const Likeness& likeness, std::vector<DoubtfulPair>& pairs) const {
    const std::size_t fuller = fuller_of(both, likeness), other = fuller == both.first ? both.second : both.first;
    const Candidate &a = candidates_[fuller], &b = candidates_[other];
    if (a.half_named && b.half_named && shares_.contains(other)) return;  // a whole name is a better answer
    DoubtfulPair pair{a.id(), b.id(), likeness.plausible, 0, {likeness.reason}, a.mentions, b.mentions};
    if (b.name_alone) pair.name_alone = b.parts.name;
    if (likeness.short_form) {
      const Fits& fits = shares_.at(shorter(both.first, both.second));
      pair.plausible *= weight(longer(both.first, both.second)) / fits.weight;
      if (fits.number > 1) pair.reasons.front() += ", which fits " + std::to_string(fits.number - 1) + (fits.number == 2 ? " other" : " others");
    }
    // Cheap first: what context can no longer save is not worth the look.
    if (pair.plausible * 1.5 < least_plausible) return;
    if (a.half_named) pair.reasons.front() = "the same name, once with an office";
    weigh_context(a, b, likeness, pair);
    if (pair.plausible < least_plausible) return;
    if (a.type_id != b.type_id)
      pair.reasons.push_back("read as " + graph::display_name(store_, a.type_id) + " and as " + graph::display_name(store_, b.type_id));
    pair.worth = pair.plausible * std::log2(1.0 + static_cast<double>(std::min(a.mentions, b.mentions)));
    pairs.push_back(std::move(pair));
  }

  [[nodiscard]] std::size_t fuller_of(const Both& both, const Likeness& likeness) const {
    const auto [i, j] = both;
    if (likeness.short_form) return longer(i, j);
    if (candidates_[i].name_alone != candidates_[j].name_alone) return candidates_[i].name_alone ? j : i;
    if (candidates_[i].is_person && candidates_[i].parts.words.size() != candidates_[j].parts.words.size())
      return candidates_[i].parts.words.size() > candidates_[j].parts.words.size() ? i : j;
    return candidates_[i].mentions >= candidates_[j].mentions ? i : j;
  }

  void weigh_context(const Candidate& a, const Candidate& b, const Likeness& likeness, DoubtfulPair& pair) const {
    for (const char* relation : {"holdsPosition", "headOf", "memberOf", "partOf"}) {
      const TermId predicate = graph::id_of_pa(store_, relation);
      const TermId shared = shared_object(a, b, predicate);
      if (shared == graph::no_term) continue;
      pair.plausible = std::min(0.99, pair.plausible * 1.5);
      pair.reasons.push_back("both " + graph::display_name(store_, predicate) + ": " + graph::display_name(store_, shared));
      break;
    }
    const auto documents_a = documents(a), documents_b = documents(b);
    std::vector<TermId> shared;
    std::ranges::set_intersection(documents_a, documents_b, std::back_inserter(shared));
    pair.shared_documents = shared.size();
    if (shared.empty() && !a.is_person && likeness.short_form && b.parts.letters.size() < 3) pair.plausible *= 0.5;  // two letters mean much
    if (shared.empty()) return;
    // A document that has both names as two persons had no reason to think them one.
    if (a.is_person && !likeness.short_form) pair.plausible *= 0.9;
    if (!a.is_person && likeness.short_form) pair.plausible = std::min(0.99, pair.plausible * 1.2);
    pair.reasons.push_back("together in " + std::to_string(shared.size()) + (shared.size() == 1 ? " document" : " documents"));
  }

  /// How often the documents give a thing each object of a relation, and all together.
  [[nodiscard]] std::map<TermId, double> shares_of(const Candidate& candidate, TermId predicate) const {
    std::map<TermId, double> found;
    double all = 0;
    for (const TermId thing : candidate.ids)
      for (const graph::Quad& quad : store_.match({thing, predicate, {}, {}})) found[quad.object] += 1, all += 1;
    for (auto& [object, share] : found) share /= all;
    return found;
  }

  /// The office or body that both have, as more than a slip of reading: a tenth of what is said of either at least.
  [[nodiscard]] TermId shared_object(const Candidate& a, const Candidate& b, TermId predicate) const {
    const auto of_a = shares_of(a, predicate), of_b = shares_of(b, predicate);
    TermId best = graph::no_term;
    double most = 0.1;
    for (const auto& [object, share] : of_a) {
      const auto other = of_b.find(object);
      if (other == of_b.end() || std::min(share, other->second) < most) continue;
      best = object;
      most = std::min(share, other->second);
    }
    return best;
  }

  [[nodiscard]] std::vector<TermId> documents(const Candidate& candidate) const {
    std::vector<TermId> found;
    for (const TermId thing : candidate.ids)
      for (const graph::Quad& quad : store_.match({thing, ids_.evidence, {}, {}})) found.push_back(quad.graph);
    graph::make_set(found);
    return found;
  }

  const Store& store_;
  const ontology::Schema& schema_;
  const Decisions& decisions_;
  graph::ModelIds ids_;
  std::optional<ontology::ClassId> person_;
  std::vector<Candidate> candidates_;
  std::map<Both, Likeness> alike_;
  /// What a short form may mean.
  struct Fits {
    double weight = 0;
    std::size_t number = 0;
    void add(double more) { weight += more, ++number; }
  };
  std::unordered_map<std::size_t, Fits> shares_;  // of short forms
};

}  // namespace

std::vector<DoubtfulPair> doubtful_pairs(const Store& store, const ontology::Schema& schema, const Decisions& decisions) {
  return PairFinder(store, schema, decisions).find();
}

}  // namespace dossier::ingest
