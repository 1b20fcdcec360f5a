#include "graph/rdf/writer.h"

#include <fstream>
#include <random>

#include "tests/graph/rdf/rdf_text.h"

using namespace dossier;
using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

Prefixes prefixes() {
  Prefixes all = Prefixes::usual();
  all.declare("", "http://ex.org/");
  return all;
}

std::string pretty(const std::vector<OwnedQuad>& quads, Syntax syntax = Syntax::turtle) {
  return text_of(quads, syntax, prefixes());
}

const std::string colon = "@prefix : <http://ex.org/> .\n";

}  // namespace

BOOST_AUTO_TEST_CASE(types_then_names_then_the_rest_in_order) {
  BOOST_TEST(pretty(turtle(
                 ":b :p :c, :a ; :a 1 ; <http://www.w3.org/2000/01/rdf-schema#label> 'B'@en ; a :T . :a :p 'x' .")) ==
             colon +
                 "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n"
                 ":a :p \"x\" .\n\n"
                 ":b a :T ;\n    rdfs:label \"B\"@en ;\n    :a 1 ;\n    :p :a, :c .\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_nothing) {
  BOOST_TEST(pretty({}) == "");
  BOOST_TEST(pretty({}, Syntax::trig) == "");
  BOOST_TEST(pretty({}, Syntax::ntriples) == "");
}

BOOST_AUTO_TEST_CASE(numbers_and_booleans_stand_bare_where_they_can) {
  const auto object = [](std::string text, std::string_view type) {
    const std::string out =
        pretty({{Iri{"http://ex.org/a"},
                 Iri{"http://ex.org/p"},
                 Literal::typed(std::move(text), "http://www.w3.org/2001/XMLSchema#" + std::string(type)),
                 {}}});
    const std::size_t start = out.find(":a :p ") + 6;
    return out.substr(start, out.rfind(" .") - start);
  };
  BOOST_TEST(object("1", "integer") == "1");
  BOOST_TEST(object("-007", "integer") == "-007");
  BOOST_TEST(object("+1", "integer") == "+1");
  BOOST_TEST(object("1", "int") == "\"1\"^^xsd:int");
  BOOST_TEST(object("1.0", "integer") == "\"1.0\"^^xsd:integer");
  BOOST_TEST(object(" 1", "integer") == "\" 1\"^^xsd:integer");
  BOOST_TEST(object("", "integer") == "\"\"^^xsd:integer");
  BOOST_TEST(object("1.5", "decimal") == "1.5");
  BOOST_TEST(object(".5", "decimal") == ".5");
  BOOST_TEST(object("1.", "decimal") == "\"1.\"^^xsd:decimal");
  BOOST_TEST(object("1", "decimal") == "\"1\"^^xsd:decimal");
  BOOST_TEST(object("1e6", "double") == "1e6");
  BOOST_TEST(object("-.5E-3", "double") == "-.5E-3");
  BOOST_TEST(object("1.e6", "double") == "\"1.e6\"^^xsd:double");
  BOOST_TEST(object("INF", "double") == "\"INF\"^^xsd:double");
  BOOST_TEST(object("1e", "double") == "\"1e\"^^xsd:double");
  BOOST_TEST(object("true", "boolean") == "true");
  BOOST_TEST(object("1", "boolean") == "\"1\"^^xsd:boolean");
  BOOST_TEST(object("true", "string") == "\"true\"");
}

BOOST_AUTO_TEST_CASE(text_with_line_ends_is_written_in_lines) {
  BOOST_TEST(
      pretty({{Iri{"http://ex.org/a"}, Iri{"http://ex.org/p"}, Literal("one \"1\"\n\"\"\"two\"\r\n\\\""), {}}}) ==
      colon + "\n:a :p \"\"\"one \"1\"\n\\\"\\\"\\\"two\"\\r\n\\\\\\\"\"\"\" .\n");
}

BOOST_AUTO_TEST_CASE(brackets_and_lists) {
  BOOST_TEST(pretty(turtle(":a :p [ :q 1 ], ( 1 ( ) ( :x [ ] ) ) ; :r [ :s 1 ; :t 2 ] . [] :u () .")) ==
             colon +
                 "\n:a :p [ :q 1 ], ( 1 () ( :x [] ) ) ;\n"
                 "    :r [\n        :s 1 ;\n        :t 2\n    ] .\n\n"
                 "[] :u () .\n");
}

BOOST_AUTO_TEST_CASE(long_object_lists_are_broken) {
  std::string text = ":a :p 0";
  for (int i = 1; i < 40; ++i) text += ", " + std::to_string(i);
  const std::string out = pretty(turtle(text + " ."));
  BOOST_TEST(out.find(":a :p\n        0,\n        1,\n        10,\n") != std::string::npos);
}

// Raptor's own writer loses a list that two subjects share (dajobe/raptor#73).
BOOST_AUTO_TEST_CASE(a_shared_list_is_written_once_and_read_back) {
  const auto quads = turtle(
      ":a :p _:l . :b :p _:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ; "
      "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ( 2 3 ) .");
  const std::string out = pretty(quads);
  BOOST_TEST(out == colon +
                        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n\n"
                        ":a :p _:b1 .\n\n:b :p _:b1 .\n\n_:b1 rdf:first 1 ;\n    rdf:rest ( 2 3 ) .\n");
  BOOST_TEST(isomorphic(quads, quads_of(out, Syntax::turtle)));
}

BOOST_AUTO_TEST_CASE(lists_that_are_none) {
  const std::string rdf = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . ";
  for (const char* text :
       {":a :p _:l . _:l rdf:first 1 .", ":a :p _:l . _:l rdf:rest () .",
        ":a :p _:l . _:l rdf:first 1, 2 ; rdf:rest () .", ":a :p _:l . _:l rdf:first 1 ; rdf:rest _:l .",
        ":a :p _:l . _:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest _:l .",
        ":a :p _:l . _:l rdf:first 1 ; rdf:rest () ; :extra 1 .", ":a :p _:l . _:l rdf:first _:l ; rdf:rest () .",
        "_:l rdf:first 1 ; rdf:rest ( 2 ) .", ":a :p _:l . _:l rdf:first 1 ; rdf:rest 'end' .",
        ":a :p ( 1 _:m ) . _:m :q ( _:n ) . _:n :q _:m .",
        ":a :p _:l . _:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest () . :b :p _:m .",
        ":a rdf:first 1 ; rdf:rest ( 2 ) .",
        "_:l rdf:first _:h ; rdf:rest _:t . _:t rdf:first 1 ; rdf:rest () . _:h :p _:l ."}) {
    const auto quads = turtle(rdf + text);
    const std::string out = pretty(quads);
    BOOST_TEST_INFO(out);
    BOOST_TEST(isomorphic(quads, quads_of(out, Syntax::turtle)));
  }
}

BOOST_AUTO_TEST_CASE(graphs_in_trig) {
  const auto quads = quads_of(
      "@prefix : <http://ex.org/> . :g { :a :p _:x . } :f { :a :p [ :q 1 ] . _:x :p 1 } :z :p 2 . _:g { :b :p 3 }",
      Syntax::trig);
  BOOST_TEST(pretty(quads, Syntax::trig) == colon +
                                                "\n:z :p 2 .\n\n"
                                                ":f {\n    :a :p [ :q 1 ] .\n\n    _:b1 :p 1 .\n}\n\n"
                                                ":g {\n    :a :p _:b1 .\n}\n\n"
                                                "_:b2 {\n    :b :p 3 .\n}\n");
}

BOOST_AUTO_TEST_CASE(a_triple_of_two_graphs_is_one_triple_where_there_are_no_graphs) {
  const auto quads =
      quads_of("<http://e/a> <http://e/p> 1 . <http://e/g> { <http://e/a> <http://e/p> 1 }", Syntax::trig);
  for (const Syntax syntax : {Syntax::turtle, Syntax::ntriples, Syntax::rdfxml})
    BOOST_TEST(quads_of(text_of(quads, syntax), syntax).size() == 1U);
  BOOST_TEST(quads_of(text_of(quads, Syntax::nquads), Syntax::nquads).size() == 2U);
}

BOOST_AUTO_TEST_CASE(rdfxml_golden) {
  BOOST_TEST(pretty(turtle(":a a :T ; :p 'x<&>\"'@en-GB, 1, _:b ; <http://other.org/x/q1> :c . _:b :p '' ."),
                    Syntax::rdfxml) ==
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF\n"
             "    xmlns:ns1=\"http://ex.org/\"\n"
             "    xmlns:ns2=\"http://other.org/x/\"\n"
             "    xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
             "  <rdf:Description rdf:about=\"http://ex.org/a\">\n"
             "    <rdf:type rdf:resource=\"http://ex.org/T\"/>\n"
             "    <ns1:p rdf:datatype=\"http://www.w3.org/2001/XMLSchema#integer\">1</ns1:p>\n"
             "    <ns1:p xml:lang=\"en-GB\">x&lt;&amp;&gt;&quot;</ns1:p>\n"
             "    <ns1:p rdf:nodeID=\"b1\"/>\n"
             "    <ns2:q1 rdf:resource=\"http://ex.org/c\"/>\n"
             "  </rdf:Description>\n"
             "  <rdf:Description rdf:nodeID=\"b1\">\n    <ns1:p></ns1:p>\n  </rdf:Description>\n"
             "</rdf:RDF>\n");
}

BOOST_AUTO_TEST_CASE(what_rdfxml_cannot_say_is_an_error) {
  const auto quad = [](std::string predicate, std::string text) {
    return std::vector<OwnedQuad>{{Iri{"http://e/a"}, Iri{std::move(predicate)}, Literal(std::move(text)), {}}};
  };
  for (const char* predicate : {"http://e/1", "http://e/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#li",
                                "http://www.w3.org/1999/02/22-rdf-syntax-ns#Description", "http://e/p%20"}) {
    BOOST_CHECK_EXCEPTION(text_of(quad(predicate, "x"), Syntax::rdfxml), Error, [&](const Error& error) {
      return error.kind() == ErrorKind::bad_input && std::string(error.what()).find(predicate) != std::string::npos;
    });
  }
  for (const char* text : {"\x01", "\x7F\x0B", "\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    BOOST_CHECK_THROW(text_of(quad("http://e/p", text), Syntax::rdfxml), Error);
}

BOOST_AUTO_TEST_CASE(what_is_no_rdf_is_an_error) {
  const std::vector<OwnedQuad> bad{{Literal("x"), Iri{"http://e/p"}, Iri{"http://e/o"}, {}},
                                   {Iri{"http://e/a"}, BlankNode{"b"}, Iri{"http://e/o"}, {}},
                                   {Iri{"relative"}, Iri{"http://e/p"}, Iri{"http://e/o"}, {}},
                                   {Iri{"http://e/a b"}, Iri{"http://e/p"}, Iri{"http://e/o"}, {}},
                                   {Iri{"http://e/a>"}, Iri{"http://e/p"}, Iri{"http://e/o"}, {}},
                                   {BlankNode{"a b"}, Iri{"http://e/p"}, Iri{"http://e/o"}, {}},
                                   {BlankNode{""}, Iri{"http://e/p"}, Iri{"http://e/o"}, {}},
                                   {BlankNode{"a."}, Iri{"http://e/p"}, Iri{"http://e/o"}, {}},
                                   {Iri{"http://e/a"}, Iri{"http://e/p"}, Literal::tagged("x", "e n"), {}},
                                   {Iri{"http://e/a"}, Iri{"http://e/p"}, Literal::typed("x", "no iri"), {}},
                                   {Iri{"http://e/a"}, Iri{"http://e/p"}, Iri{"http://e/o"}, Literal("g")}};
  for (const OwnedQuad& quad : bad)
    for (const Syntax syntax : all_syntaxes()) BOOST_CHECK_THROW(text_of({quad}, syntax), Error);
}

BOOST_AUTO_TEST_CASE(prefixes_that_turtle_cannot_declare_are_left_out) {
  Prefixes odd;
  odd.declare("1a", "http://ex.org/");
  odd.declare("b.", "http://ex.org/");
  odd.declare("c d", "http://ex.org/");
  odd.declare("e", "http://ex.org/ x>");
  BOOST_TEST(text_of(turtle(":a :p 1 ."), Syntax::turtle, odd) == "<http://ex.org/a> <http://ex.org/p> 1 .\n");
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_an_error) {
  std::ofstream full("/dev/full");
  if (!full) return;
  WriteOptions options;
  for (const Syntax syntax : all_syntaxes()) {
    options.syntax = syntax;
    full.clear();
    const auto writer = make_writer(full, options);
    BOOST_CHECK_EXCEPTION(
        {
          for (int i = 0; i < 10'000; ++i) {
            const std::string text = std::to_string(i);
            writer->quad({TermView::iri("http://e/a"), TermView::iri("http://e/p"), TermView::literal(text), {}});
          }
          writer->finish();
        },
        Error, [](const Error& error) { return error.kind() == ErrorKind::io; });
  }
}
