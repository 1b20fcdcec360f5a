/// A small graph after docs/model.md, written by hand: two documents about a briefing and a summit.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/facts.h"
#include "graph/store/builder.h"
#include "graph/term/edtf.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph::sample {

/// "pa:Person" and the like, "person/choi" below the base, "2018-09" a date, "=text" a plain and "@text" an English
/// literal, "#4" an integer.
inline Term term(std::string_view spelling) {
  if (spelling.front() == '=') return Literal(std::string(spelling.substr(1)));
  if (spelling.front() == '@') return Literal::tagged(std::string(spelling.substr(1)), "en");
  if (spelling.front() == '#') return Literal::typed(std::string(spelling.substr(1)), xsd::integer);
  if (const auto date = Edtf::parse(spelling)) return Literal::typed(std::string(spelling), date->datatype());
  if (auto expanded = Prefixes::usual().expand(spelling)) return Iri{*expanded};
  return Iri{std::string(default_base).append(spelling)};
}

/// How a thing was said to be.
struct Circumstances {
  std::string factuality = "Occurred";
  std::string speaker;  ///< a spelling, or empty
  double confidence = 0.9;
  bool plain = true;  ///< the plain triple as well
};

/// Feeds a Builder as `record` does: everything of a document into the graph of its name.
class SampleBuilder {
 public:
  void quad(std::string_view subject, std::string_view predicate, std::string_view object) {
    const Term s = term(subject), p = term(predicate), o = term(object), g = term(graph_);
    builder_.quad({s, p, o, g});
  }

  void document(const std::string& id, const std::string& title, const std::string& published) {
    graph_ = "document/" + id;
    quad(graph_, "rdf:type", "pa:Document");
    quad(graph_, "pa:identifier", "=" + id);
    quad(graph_, "pa:name", "@" + title);
    quad(graph_, "pa:source", "=news/" + id + ".txt");
    quad(graph_, "pa:published", published);
  }

  void sentence(unsigned number, const std::string& quote) {
    evidence_ = graph_ + "#s" + std::to_string(number);
    quad(evidence_, "rdf:type", "pa:Evidence");
    quad(evidence_, "oa:hasSource", graph_);
    quad(evidence_, "pa:sentence", "#" + std::to_string(number));
    quad(evidence_, "oa:start", "#" + std::to_string(number * 100));
    quad(evidence_, "oa:end", "#" + std::to_string(number * 100 + quote.size()));
    quad(evidence_, "pa:byteStart", "#" + std::to_string(number * 100 + 2));
    quad(evidence_, "pa:byteEnd", "#" + std::to_string(number * 100 + 2 + quote.size()));
    quad(evidence_, "oa:exact", "@" + quote);
  }

  /// Something that the sentence mentions.
  void thing(std::string_view iri, std::string_view type, std::string_view name) {
    quad(iri, "rdf:type", type);
    quad(iri, "pa:name", "@" + std::string(name));
    quad(iri, "pa:evidence", evidence_);
  }

  /// A node with parts that the sentence tells of.
  void node(std::string_view iri, std::string_view type) {
    quad(iri, "rdf:type", type);
    quad(iri, "pa:evidence", evidence_);
  }

  /// The node's IRI is made of the fact's parts, so that two documents that say the same speak of one.
  void fact(const std::string& subject, const std::string& predicate, const std::string& object,
            const Circumstances& how = {}) {
    const std::string node = fact_iri(subject, predicate, object, how.factuality);
    quad(node, "rdf:type", "pa:Fact");
    quad(node, "rdf:subject", subject);
    quad(node, "rdf:predicate", "pa:" + predicate);
    quad(node, "rdf:object", object);
    quad(node, "pa:factuality", "pa:" + how.factuality);
    quad(node, "pa:evidence", evidence_);
    quad(node, "pa:rule", "=rule-" + predicate);
    quad(node, "pa:confidence", "=" + std::to_string(how.confidence).substr(0, 4));
    if (!how.speaker.empty()) quad(node, "pa:speaker", how.speaker);
    if (how.plain) quad(subject, "pa:" + predicate, object);
  }

  static std::string fact_iri(std::string_view subject, std::string_view predicate, std::string_view object,
                              std::string_view factuality) {
    const auto short_name = [](std::string_view text) { return std::string(text.substr(text.find_last_of("/:") + 1)); };
    return "fact/" + short_name(subject) + "." + std::string(predicate) + "." + short_name(object) + "." +
           std::string(factuality);
  }

  [[nodiscard]] const std::string& evidence() const noexcept { return evidence_; }
  [[nodiscard]] Store build() { return builder_.build(); }

 private:
  Builder builder_;
  std::string graph_, evidence_;
};

/// The briefing of December 2021 and the article on the Hanoi summit; both say that Kim heads North Korea.
inline Store sample_graph() {
  SampleBuilder b;
  b.document("briefing", "Three ministries brief", "2021-12-23");
  b.sentence(1, "Vice Minister Choi spoke at a joint briefing in Seoul.");
  b.thing("person/choi", "pa:Person", "Choi Young-joon");
  b.quad("person/choi", "pa:altName", "@Vice Minister Choi");
  b.thing("post/vice-minister", "pa:Post", "Vice Minister of Unification");
  b.thing("event/joint-briefing", "pa:Event", "joint briefing");
  b.thing("place/seoul", "pa:Place", "Seoul");
  b.fact("person/choi", "holdsPosition", "post/vice-minister");
  b.fact("event/joint-briefing", "heldIn", "place/seoul");
  b.fact("event/joint-briefing", "heldOn", "2021-12-23");
  b.fact("person/choi", "participatedIn", "event/joint-briefing");
  b.node("tenure/choi-vice-minister", "pa:Tenure");
  b.quad("tenure/choi-vice-minister", "pa:holder", "person/choi");
  b.quad("tenure/choi-vice-minister", "pa:post", "post/vice-minister");
  b.quad("tenure/choi-vice-minister", "pa:attestedOn", "2021-12-23");
  b.sentence(2, "He said the two Koreas plan another summit, and that no deal was signed.");
  b.thing("state/south-korea", "pa:State", "South Korea");
  b.quad("state/south-korea", "pa:altName", "@Republic of Korea");
  b.thing("state/north-korea", "pa:State", "North Korea");
  b.thing("event/next-summit", "pa:Summit", "next summit");
  b.fact("person/choi", "represents", "state/south-korea");
  b.fact("state/north-korea", "participatedIn", "event/next-summit", {"Planned", "person/choi", 0.7, false});
  b.fact("event/next-summit", "heldOn", "2022", {"Planned", "person/choi", 0.7, false});
  b.fact("state/south-korea", "pledged", "event/next-summit", {"Pledged", "person/choi", 0.8, true});
  b.sentence(3, "Kim Jong Un heads North Korea.");
  b.thing("person/kim", "pa:Person", "Kim Jong Un");
  b.fact("person/kim", "headOf", "state/north-korea", {"Occurred", "", 0.6, true});

  b.document("hanoi", "No deal in Hanoi", "2019-03-01");
  b.sentence(1, "Kim Jong Un, the leader of North Korea, met Donald Trump at the Hanoi Summit.");
  b.thing("person/kim", "pa:Person", "Kim Jong Un");
  b.thing("person/trump", "pa:Person", "Donald Trump");
  b.thing("state/north-korea", "pa:State", "North Korea");
  b.thing("state/usa", "pa:State", "United States");
  b.thing("event/hanoi-summit", "pa:Summit", "Hanoi Summit");
  b.thing("place/hanoi", "pa:Place", "Hanoi");
  b.fact("person/kim", "headOf", "state/north-korea", {"Occurred", "", 0.95, true});
  b.fact("person/trump", "headOf", "state/usa");
  b.fact("person/kim", "met", "person/trump");
  b.fact("person/kim", "participatedIn", "event/hanoi-summit");
  b.fact("person/trump", "participatedIn", "event/hanoi-summit");
  b.fact("event/hanoi-summit", "heldIn", "place/hanoi");
  b.fact("event/hanoi-summit", "heldOn", "2019-02-27/2019-02-28");
  b.sentence(2, "The summit did not end in a deal.");
  b.thing("agreement/deal", "pa:Agreement", "deal");
  b.fact("event/hanoi-summit", "resultedIn", "agreement/deal", {"Denied", "", 0.8, false});
  b.sentence(4, "The military agreement was signed on September 19, 2018.");
  b.thing("agreement/military", "pa:Agreement", "military agreement");
  b.thing("state/south-korea", "pa:State", "South Korea");
  b.fact("agreement/military", "between", "state/north-korea");
  b.fact("agreement/military", "between", "state/south-korea");
  b.fact("agreement/military", "signedOn", "2018-09-19");
  b.node("signing/september", "pa:Signing");
  b.quad("signing/september", "pa:affects", "agreement/military");
  b.quad("signing/september", "pa:actor", "state/north-korea");
  b.quad("signing/september", "pa:actor", "state/south-korea");
  b.quad("signing/september", "pa:time", "2018-09-19");
  b.quad("signing/september", "pa:factuality", "pa:Occurred");
  return b.build();
}

inline TermId id(const Store& store, std::string_view spelling) {
  const Term wanted = term(spelling);
  return store.find(wanted).value();
}

/// "kim": the last part of an IRI; a literal's text.
inline std::string short_name(const Store& store, TermId thing) {
  const TermView view = store.term(thing);
  return std::string(view.is_literal() ? view.text : view.text.substr(view.text.find_last_of('/') + 1));
}

/// "kim headOf north-korea Occurred briefing#s3 hanoi#s1"
inline std::string text(const Store& store, const Fact& fact) {
  std::string line = short_name(store, fact.subject) + ' ' + std::string(local_name(store.term(fact.predicate).text)) +
                     ' ' + short_name(store, fact.object) + ' ' + std::string(fact.factuality);
  for (const TermId evidence : fact.evidence) line += ' ' + short_name(store, evidence);
  return line;
}

/// One line a fact.
inline std::string text(const Store& store, const std::vector<Fact>& facts) {
  std::string lines;
  for (const Fact& fact : facts) lines += text(store, fact) + '\n';
  return lines;
}

/// "kim trump"
inline std::string text(const Store& store, const std::vector<TermId>& things) {
  std::string line;
  for (const TermId thing : things) line += (line.empty() ? "" : " ") + short_name(store, thing);
  return line;
}

}  // namespace dossier::graph::sample
