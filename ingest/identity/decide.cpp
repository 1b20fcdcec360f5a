#include "ingest/identity/decide.h"

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>
#include <unordered_map>

#include "graph/error/error.h"
#include "graph/rdf/reader.h"
#include "graph/rdf/writer.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/minted_iri.h"

namespace dossier::ingest {
namespace {

using graph::Dictionary;
using graph::TermId;
using graph::TermView;
using graph::Triple;
using Triples = std::vector<Triple>;

void make_set(Triples& triples) {
  std::ranges::sort(triples);
  const auto repeated = std::ranges::unique(triples);
  triples.erase(repeated.begin(), repeated.end());
}

Triples without(const Triples& all, const Triples& some) {
  Triples rest;
  std::ranges::set_difference(all, some, std::back_inserter(rest));
  return rest;
}

Triples with(const Triples& all, const Triples& more) {
  Triples sum;
  std::ranges::set_union(all, more, std::back_inserter(sum));
  return sum;
}

/// What each thing of a document becomes.
using Renaming = std::map<TermId, DecidedEntity>;

/// Rewrites triples of one document by one renaming.
class Rewriter {
 public:
  Rewriter(Dictionary& terms, Renaming renaming, const Triples& triples)
      : terms_(terms),
        renaming_(std::move(renaming)),
        type_(iri(graph::rdf::type)),
        name_(iri(graph::pa::name)),
        other_name_(iri(graph::pa::alt_name)) {
    for (const auto& [old, decided] : renaming_) ids_[old] = iri(decided.iri);
    name_nodes_again(triples);
  }

  /// What stands in the place of a triple; the triple itself when it does not change.
  void rewrite(const Triple& triple, Triples& out) {
    const auto decided = renaming_.find(triple.subject);
    const Triple renamed{renamed_id(triple.subject), triple.predicate, renamed_id(triple.object)};
    if (decided == renaming_.end()) return out.push_back(renamed);
    const DecidedEntity& entity = decided->second;
    if (triple.predicate == type_ && !entity.type.empty()) return out.push_back({renamed.subject, type_, iri(entity.type)});
    const bool names = triple.predicate == name_ || triple.predicate == other_name_;
    if (!names || entity.name.empty()) return out.push_back(renamed);
    const TermView said = terms_.term(triple.object);
    if (triple.predicate == name_) out.push_back({renamed.subject, name_, terms_.intern(TermView::tagged(entity.name, said.language))});
    if (said.text != entity.name) out.push_back({renamed.subject, other_name_, triple.object});
  }

  /// Those of the triples that change, and what they change to; both sorted.
  struct Change {
    Triples before, after;
  };
  Change change(const Triples& triples) {
    Change change;
    for (const Triple& triple : triples) {
      Triples becomes;
      rewrite(triple, becomes);
      if (becomes.size() == 1 && becomes.front() == triple) continue;
      change.before.push_back(triple);
      change.after.insert(change.after.end(), becomes.begin(), becomes.end());
    }
    make_set(change.before);
    make_set(change.after);
    return change;
  }

 private:
  TermId iri(std::string_view text) { return terms_.intern(TermView::iri(text)); }
  [[nodiscard]] TermId renamed_id(TermId id) const {
    const auto found = ids_.find(id);
    return found == ids_.end() ? id : found->second;
  }
  [[nodiscard]] std::string_view text(TermId id) const { return id == graph::no_term ? std::string_view() : terms_.term(id).text; }

  /// Facts and tenures that speak of what is renamed are named after other parts from now on.
  void name_nodes_again(const Triples& triples) {
    std::map<TermId, Triples> nodes;
    for (const Triple& triple : triples)
      if (renaming_.contains(triple.object)) nodes[triple.subject];
    for (const Triple& triple : triples)
      if (const auto found = nodes.find(triple.subject); found != nodes.end()) found->second.push_back(triple);
    for (const auto& [node, said] : nodes) {
      const auto [space, name] = split_iri(text(node));
      const std::function<std::string(bool)> make = [&, tenure = space.ends_with("/tenure/")](bool now) {
        return tenure ? name_of_tenure(said, now) : name_of_fact(said, now);
      };
      if (terms_.term(node).is_iri() && name == make(false)) ids_[node] = iri(std::string(space) + make(true));
    }
  }

  [[nodiscard]] TermId part(TermId id, bool now) const { return now ? renamed_id(id) : id; }

  [[nodiscard]] std::string name_of_fact(const Triples& said, bool now) const {
    FactParts parts;
    for (const Triple& triple : said) {
      const std::string_view predicate = text(triple.predicate);
      const std::string_view object = text(part(triple.object, now));
      if (predicate == graph::rdf::subject) parts.subject = object;
      if (predicate == graph::rdf::predicate) parts.predicate = object;
      if (predicate == graph::rdf::object) parts.object = object;
      if (predicate == graph::pa::factuality) parts.factuality = object;
      if (predicate == graph::pa::speaker) parts.speaker = object;
    }
    return fact_name(parts);
  }

  [[nodiscard]] std::string name_of_tenure(const Triples& said, bool now) const {
    std::vector<std::pair<std::string_view, std::string_view>> parts;
    for (const Triple& triple : said) {
      const std::string_view predicate = text(triple.predicate);
      const bool about_it = predicate == graph::rdf::type || predicate == graph::pa::factuality || predicate == graph::pa::evidence;
      if (!about_it && terms_.term(triple.object).is_iri()) parts.emplace_back(predicate, text(part(triple.object, now)));
    }
    return tenure_name(std::move(parts));
  }

  Dictionary& terms_;
  Renaming renaming_;
  TermId type_, name_, other_name_;
  std::unordered_map<TermId, TermId> ids_;  // of what is renamed and of what is named after it
};

Renaming find_renaming(const DocumentGraph& document, const Decisions& decisions) {
  std::map<TermId, std::vector<std::string>> names;
  const auto name = document.terms.find(TermView::iri(graph::pa::name));
  const auto self = document.terms.find(TermView::iri(document.name));
  for (const Triple& triple : document.triples) {
    names[triple.subject];
    if (document.terms.term(triple.object).is_iri()) names[triple.object];
    if (triple.predicate == name) names[triple.subject].emplace_back(document.terms.term(triple.object).text);
  }
  if (self) names.erase(*self);
  Renaming renaming;
  for (const auto& [id, called] : names) {
    const std::string_view iri = document.terms.term(id).text;
    auto decided = decisions.decide(iri, called, document.name);
    if (decided && decided->iri != iri) renaming.emplace(id, *std::move(decided));
  }
  return renaming;
}

/// Whether a prefix can be called so: "public-body".
bool is_plain(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  return !name.empty() && std::ranges::all_of(name, fits) && name.front() != '-' && name.back() != '-';
}

/// Short names for the namespaces of these triples, found in the triples alone: the note must not depend on anything else.
graph::Prefixes prefixes_of(const Triples& triples, const Dictionary& terms) {
  graph::Prefixes prefixes = graph::Prefixes::usual();
  std::map<std::string, std::string, std::less<>> spaces;
  for (const Triple& triple : triples)
    for (const TermId id : {triple.subject, triple.object}) {
      const TermView term = terms.term(id);
      const std::string_view space = term.is_iri() ? split_iri(term.text).first : std::string_view();
      if (space.size() < 2 || prefixes.shorten(term.text)) continue;
      const std::string_view name = split_iri(space.substr(0, space.size() - 1)).second;
      if (is_plain(name) && !prefixes.all().contains(name)) spaces.emplace(space, name);
    }
  for (auto at = spaces.rbegin(); at != spaces.rend(); ++at) prefixes.declare(at->second, at->first);
  return prefixes;
}

std::string as_turtle(const Triples& triples, const Dictionary& terms) {
  std::ostringstream out;
  const auto writer = graph::make_writer(out, {graph::Syntax::turtle, prefixes_of(triples, terms)});
  for (const Triple& triple : triples) writer->quad({terms.term(triple.subject), terms.term(triple.predicate), terms.term(triple.object), {}});
  writer->finish();
  return std::move(out).str();
}

/// Takes triples into a document's dictionary.
class TripleSink final : public graph::QuadSink {
 public:
  TripleSink(Dictionary& terms, Triples& triples) : terms_(terms), triples_(triples) {}
  void quad(const graph::QuadView& quad) override {
    triples_.push_back({terms_.intern(quad.subject), terms_.intern(quad.predicate), terms_.intern(quad.object)});
  }

 private:
  Dictionary& terms_;
  Triples& triples_;
};

/// The note of one renaming is a line as in the decisions file.
std::string note_of(std::string_view old, const DecidedEntity& decided) {
  return to_line({Verdict::same, decided.iri, std::string(old), decided.type, decided.name, 0});
}

}  // namespace

void DocumentGraph::add(const TermView& subject, const TermView& predicate, const TermView& object) {
  triples.push_back({terms.intern(subject), terms.intern(predicate), terms.intern(object)});
}

void DocumentGraph::send(graph::QuadSink& sink) const {
  const TermView self = TermView::iri(name);
  for (const Triple& triple : triples) sink.quad({terms.term(triple.subject), terms.term(triple.predicate), terms.term(triple.object), self});
}

void decide(DocumentGraph& document, const Decisions& decisions) {
  make_set(document.triples);
  const Renaming renaming = find_renaming(document, decisions);
  if (renaming.empty()) return;
  const auto change = Rewriter(document.terms, renaming, document.triples).change(document.triples);
  Triples fallen_upon;
  std::ranges::set_intersection(document.triples, change.after, std::back_inserter(fallen_upon));
  const std::string before = as_turtle(with(change.before, fallen_upon), document.terms);
  document.triples = with(without(document.triples, change.before), change.after);
  const TermView self = TermView::iri(document.name);
  document.add(self, TermView::iri(graph::pa::as_read), TermView::literal(before));
  for (const auto& [old, decided] : renaming)
    document.add(self, TermView::iri(graph::pa::decision), TermView::literal(note_of(document.terms.term(old).text, decided)));
  make_set(document.triples);
}

void take_back(DocumentGraph& document) {
  Dictionary& terms = document.terms;
  const TermId self = terms.intern(TermView::iri(document.name));
  const TermId as_read = terms.intern(TermView::iri(graph::pa::as_read)), decision = terms.intern(TermView::iri(graph::pa::decision));
  Triples notes, before;
  Renaming renaming;
  for (const Triple& triple : document.triples) {
    if (triple.subject != self || (triple.predicate != as_read && triple.predicate != decision)) continue;
    notes.push_back(triple);
    const std::string note(terms.term(triple.object).text);
    if (triple.predicate == decision) {
      const Decisions one = Decisions::parse(note, document.name);
      for (const Decision& line : one.all()) renaming[terms.intern(TermView::iri(line.other))] = {line.entity, line.type, line.name};
    } else {
      std::istringstream in(note);
      graph::ReadOptions options;
      options.source = document.name;
      TripleSink sink(terms, before);
      graph::read_rdf(in, options, sink);
    }
  }
  make_set(before);
  make_set(notes);
  make_set(document.triples);
  const auto change = Rewriter(terms, renaming, before).change(before);
  document.triples = with(without(without(document.triples, notes), change.after), before);
}

void DecidingSink::quad(const graph::QuadView& quad) {
  if (document_.triples.empty() && quad.graph) document_.name = quad.graph->text;
  document_.add(quad.subject, quad.predicate, quad.object);
}

void DecidingSink::finish() {
  decide(document_, decisions_);
  document_.send(sink_);
  document_ = {};
}

}  // namespace dossier::ingest
