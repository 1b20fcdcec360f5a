// What is written is read back the same, and the order and the labels in which quads come decide nothing.
#include <random>

#include "tests/graph/rdf/rdf_text.h"

using namespace dossier;
using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

const std::vector<std::string> texts{"",
                                     " ",
                                     "x",
                                     "a\nb",
                                     "\n",
                                     "\"",
                                     "\"\"\"",
                                     "\\",
                                     "\\\"\n\"",
                                     "tab\tcr\r",
                                     "\r\n",
                                     "\x01\x7F\x1F",
                                     "\xC3\xA9 \xF0\x9F\x98\x80 \xEF\xBF\xBD",
                                     "'''",
                                     "<a>&amp;]]>",
                                     "\\u0041",
                                     "ends in \"\n\"",
                                     "{}[]().;,#",
                                     "@en",
                                     "^^",
                                     "  two  spaces  ",
                                     std::string("zero\0zero", 9)};
const std::vector<std::string> numbers{"0", "-1", "+2", "1.5", ".5", "1e3", "1.", "true", "false", "NaN", "01"};
const std::vector<std::string> iris{"http://ex.org/a",
                                    "http://ex.org/b.c",
                                    "http://ex.org/d.",
                                    "http://ex.org/",
                                    "http://ex.org/%20",
                                    "http://ex.org/\xC3\xA9",
                                    "urn:x:y",
                                    "http://ex.org/a#b?c",
                                    "http://ex.org/-x",
                                    "http://ex.org/1",
                                    "http://e/a'b(c)*!$&,;=@~",
                                    "mailto:a@b.c",
                                    "http://e/./a/../b/.",
                                    "x:../y",
                                    "http://e/\xF3\xBF\xBF\xBEm",
                                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil",
                                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#List"};

/// Random quads over few terms, so that blank nodes are shared, nested, listed and go round in circles.
class Maker {
 public:
  Maker(unsigned seed, bool plain) : random_(seed), plain_(plain) {}

  std::vector<OwnedQuad> make(std::size_t count) {
    std::vector<OwnedQuad> quads;
    while (quads.size() < count) {
      switch (below(6)) {
        case 0: list(quads); break;
        default: quads.push_back({resource(), predicate(), object(), graph()});
      }
    }
    return quads;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  const std::string& one(const std::vector<std::string>& of) { return of[below(of.size())]; }

  Term blank() { return BlankNode{"n" + std::to_string(below(8))}; }
  Term resource() {
    const std::string& iri = one(iris);
    const bool odd = iri.find("/.") != std::string::npos || iri.find(":.") != std::string::npos;
    return below(2) == 0 && !(plain_ && odd) ? Term(Iri{iri}) : blank();
  }
  std::string text() {
    for (;;) {
      std::string text = one(texts);
      const bool odd = text.find('\x01') != std::string::npos || text.find('\0') != std::string::npos;
      if (!plain_ || !odd) return text;
    }
  }
  Term predicate() {
    switch (below(6)) {
      case 0: return Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"};
      case 1: return Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#first"};
      case 2: return Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"};
      case 3: return Iri{"http://ex.org/q"};
      default: return Iri{plain_ ? "http://ex.org/p" : one(iris)};
    }
  }
  Term object() {
    static const std::vector<std::string> types{"integer", "decimal", "double", "boolean", "date"};
    switch (below(6)) {
      case 0: return Literal(text());
      case 1: return Literal::tagged(text(), below(2) == 0 ? "en-GB" : "de");
      case 2: return Literal::typed(one(numbers), "http://www.w3.org/2001/XMLSchema#" + one(types));
      case 3: return Literal::typed(text(), "http://ex.org/type");
      default: return resource();
    }
  }
  std::optional<Term> graph() {
    switch (below(5)) {
      case 0: return Iri{"http://ex.org/g"};
      case 1: return blank();
      default: return std::nullopt;
    }
  }
  void list(std::vector<OwnedQuad>& quads) {
    const auto where = graph();
    Term head = Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"};
    for (std::size_t i = below(4); i > 0; --i) {
      const Term cell = BlankNode{"c" + std::to_string(++cells_)};
      quads.push_back({cell, Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#first"}, object(), where});
      quads.push_back({cell, Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"}, head, where});
      head = cell;
    }
    for (std::size_t i = below(3); i > 0; --i) quads.push_back({resource(), predicate(), head, where});
  }

  std::mt19937 random_;
  bool plain_;  // only what RDF/XML can say
  int cells_ = 0;
};

std::vector<OwnedQuad> without_graphs(std::vector<OwnedQuad> quads) {
  for (OwnedQuad& quad : quads) quad.graph.reset();
  return quads;
}

std::vector<OwnedQuad> relabelled(std::vector<OwnedQuad> quads, const std::string& prefix) {
  const auto change = [&](Term& term) {
    if (auto* blank = std::get_if<BlankNode>(&term)) {
      std::ranges::reverse(blank->label);
      blank->label = prefix + blank->label;
    }
  };
  for (OwnedQuad& quad : quads) {
    change(quad.subject);
    change(quad.object);
    if (quad.graph) change(*quad.graph);
  }
  return quads;
}

void check_round_trip(const std::vector<OwnedQuad>& quads, Syntax syntax) {
  const auto expected = has_graphs(syntax) ? quads : without_graphs(quads);
  Prefixes prefixes = Prefixes::usual();
  prefixes.declare("ex", "http://ex.org/");
  const std::string text = text_of(expected, syntax, prefixes);
  BOOST_TEST_INFO(name_of(syntax) << "\n" << text << "\nfrom\n" << lines_of(expected));
  BOOST_REQUIRE_EQUAL(complaint(text, syntax), "");
  BOOST_REQUIRE(isomorphic(expected, quads_of(text, syntax)));
}

}  // namespace

BOOST_AUTO_TEST_CASE(random_datasets_come_back) {
  for (unsigned seed = 0; seed < 120; ++seed) {
    const auto odd = Maker(seed, false).make(1 + seed % 40);
    for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads})
      check_round_trip(odd, syntax);
    check_round_trip(Maker(seed, true).make(1 + seed % 40), Syntax::rdfxml);
  }
}

BOOST_AUTO_TEST_CASE(every_nasty_text_and_iri_comes_back) {
  for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads}) {
    for (const std::string& text : texts)
      check_round_trip({{Iri{"http://e/a"}, Iri{"http://e/p"}, Literal(text), {}},
                        {Iri{"http://e/a"}, Iri{"http://e/p"}, Literal::tagged(text, "x-Y-1"), {}}},
                       syntax);
    for (const std::string& iri : iris)
      check_round_trip({{Iri{iri}, Iri{iri}, Iri{iri}, Iri{iri}}, {Iri{iri}, Iri{iri}, Literal::typed("x", iri), {}}},
                       syntax);
  }
}

BOOST_AUTO_TEST_CASE(the_order_of_quads_decides_nothing) {
  std::mt19937 random(7);
  for (unsigned seed = 0; seed < 60; ++seed) {
    auto quads = Maker(seed, true).make(30);
    for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::rdfxml}) {
      const std::string first = text_of(quads, syntax);
      for (int i = 0; i < 5; ++i) {
        std::ranges::shuffle(quads, random);
        BOOST_REQUIRE_EQUAL(text_of(quads, syntax), first);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_labels_of_blank_nodes_decide_nothing) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const auto quads = Maker(seed, true).make(30);
    for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::rdfxml})
      BOOST_REQUIRE_EQUAL(text_of(quads, syntax), text_of(relabelled(quads, "z"), syntax));
  }
  const std::string alike =
      "_:a :p _:b . _:b :q _:a . _:c :p _:d . _:d :q _:c . _:e :p _:f . _:f :q _:e . :x :y _:a, _:c, _:e .";
  BOOST_TEST(text_of(turtle(alike), Syntax::turtle) == text_of(relabelled(turtle(alike), "k"), Syntax::turtle));
}

BOOST_AUTO_TEST_CASE(deep_and_long_structures_come_back) {
  constexpr int depth = 1500;
  std::vector<OwnedQuad> chain, list;
  Term next = Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"};
  for (int i = 0; i < depth; ++i) {
    chain.push_back(
        {BlankNode{"n" + std::to_string(i)}, Iri{"http://e/p"}, BlankNode{"n" + std::to_string(i + 1)}, {}});
    const Term cell = BlankNode{"l" + std::to_string(i)};
    list.push_back({cell, Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#first"}, Literal("same"), {}});
    list.push_back({cell, Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"}, next, {}});
    next = cell;
  }
  list.push_back({Iri{"http://e/a"}, Iri{"http://e/p"}, next, {}});
  BOOST_TEST(complaint(text_of(chain, Syntax::turtle), Syntax::turtle) == "");
  BOOST_TEST(quads_of(text_of(chain, Syntax::turtle), Syntax::turtle).size() == chain.size());
  const std::string text = text_of(list, Syntax::turtle);
  BOOST_TEST(text.find("rdf:first") == std::string::npos);
  BOOST_TEST(quads_of(text, Syntax::turtle).size() == list.size());
}

BOOST_AUTO_TEST_CASE(turtle_and_ntriples_of_one_dataset_agree) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const auto quads = without_graphs(Maker(seed, false).make(25));
    const auto through = quads_of(text_of(quads, Syntax::turtle), Syntax::turtle);
    BOOST_TEST(isomorphic(through, quads_of(text_of(quads, Syntax::ntriples), Syntax::ntriples)));
    // Written again, it is the same text.
    BOOST_REQUIRE_EQUAL(text_of(through, Syntax::turtle), text_of(quads, Syntax::turtle));
  }
}
