#include "ontology/declaration_lines.h"

#include <boost/test/unit_test.hpp>

using dossier::ontology::DeclarationLines;

namespace {

std::uint64_t line(const std::optional<std::uint64_t>& found) { return found.value_or(0); }

std::string place(const std::optional<dossier::ontology::TextPlace>& found) {
  return found ? std::to_string(found->line) + ':' + std::to_string(found->column) : "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(finds_subjects_at_the_start_of_statements) {
  const DeclarationLines lines(R"(@prefix e: <https://e.org/> .
PREFIX f: <https://f.org/>
# e:a . e:b e:c e:d .
e:a a e:Class ; e:p e:b , <https://e.org/c> .
  <https://e.org/b> e:p "x . e:c a e:d" ;
     e:q [ e:p e:d ] . e:d a e:Class.
f:e a e:Class .
)");
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/a")), 4U);
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/b")), 5U);
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/d")), 6U);
  BOOST_CHECK_EQUAL(line(lines.line_of("https://f.org/e")), 7U);
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/c")), 0U);
}

BOOST_AUTO_TEST_CASE(prefers_the_statement_that_gives_the_type) {
  const DeclarationLines lines(R"(@prefix e: <https://e.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
e:a e:p [ a e:Thing ] .
e:a rdf:type e:Class .
e:b e:p 1.5 .
e:b a e:Class .
)");
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/a")), 4U);
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/b")), 6U);
}

BOOST_AUTO_TEST_CASE(finds_what_a_statement_says) {
  const DeclarationLines lines(R"(@prefix e: <https://e.org/> .
e:x e:p e:y .
e:a e:p e:x ;
  e:q [ e:r ( e:s
    e:y ) ] ;
  e:name "one
line", """he said "two" é""" .
e:a e:name 'three\u0020\"3\"' .
)");
  BOOST_CHECK_EQUAL(line(lines.line_of_iri("https://e.org/a", "https://e.org/y")), 5U);
  BOOST_CHECK_EQUAL(line(lines.line_of_iri("https://e.org/a", "https://e.org/q")), 4U);
  BOOST_CHECK_EQUAL(line(lines.line_of_iri("https://e.org/a", "https://e.org/a")), 0U);
  BOOST_CHECK_EQUAL(place(lines.place_of_literal("https://e.org/a", "he said \"two\" é")), "7:8");
  BOOST_CHECK_EQUAL(place(lines.place_of_literal("https://e.org/a", "three \"3\"")), "8:12");
  BOOST_CHECK_EQUAL(place(lines.place_of_literal("https://e.org/x", "three \"3\"")), "");
}

BOOST_AUTO_TEST_CASE(reads_trig_and_ntriples_too) {
  const DeclarationLines trig(R"(@prefix e: <https://e.org/> .
e:graph {
  e:a a e:Class . e:b e:p e:c
}
GRAPH e:other { e:c a e:Class }
e:d a e:Class .
)");
  BOOST_CHECK_EQUAL(line(trig.line_of("https://e.org/graph")), 0U);
  BOOST_CHECK_EQUAL(line(trig.line_of("https://e.org/b")), 3U);
  BOOST_CHECK_EQUAL(line(trig.line_of("https://e.org/c")), 5U);
  BOOST_CHECK_EQUAL(line(trig.line_of("https://e.org/d")), 6U);
  const DeclarationLines triples(
      "<https://e.org/a> <https://e.org/p> \"x\"@en .\n"
      "_:b <https://e.org/p> <https://e.org/a> .\n"
      "<https://e.org/b> <https://e.org/p> _:b .\n");
  BOOST_CHECK_EQUAL(line(triples.line_of("https://e.org/a")), 1U);
  BOOST_CHECK_EQUAL(line(triples.line_of("https://e.org/b")), 3U);
}

BOOST_AUTO_TEST_CASE(resolves_against_the_base) {
  const DeclarationLines lines(R"(@base <https://e.org/onto> .
@prefix : <#> .
:a a :Class .
<b> a :Class .
<#c\,d> a :Class . :e\,f a :Class .
)");
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/onto#a")), 3U);
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/b")), 4U);
  BOOST_CHECK_EQUAL(line(lines.line_of("https://e.org/onto#e,f")), 5U);
}

BOOST_AUTO_TEST_CASE(comes_to_an_end_on_anything) {
  for (const char* text :
       {"", "\"", "\"\"\"", "<", "@", "e:", "[", "}", "{ { .", "@prefix", "@prefix e:", "\\", "a \\", "#", ".\n.\n."})
    BOOST_CHECK(!DeclarationLines(text).line_of("https://e.org/a"));
}
