// Raptor keeps the length of a language tag in one byte and overruns its heap when a tag has 256 bytes or more
// (research/style.md, C.9): such a tag must be refused before Raptor sees it.
#include "tests/graph/rdf/rdf_text.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

std::string tag_of(std::size_t size) {
  std::string tag = "en";
  while (tag.size() + 9 <= size) tag += "-abcdefgh";
  if (tag.size() < size) tag += "-" + std::string(size - tag.size() - 1, 'x');
  if (tag.back() == '-') tag.replace(tag.size() - 2, 2, "yy");
  return tag;
}

std::string text_with(const std::string& tag, Syntax syntax) {
  if (syntax != Syntax::rdfxml) return "<http://e/a> <http://e/p> \"x\"@" + tag + " .\n";
  return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\"><rdf:Description "
         "rdf:about=\"http://e/a\"><e:p xml:lang=\"" +
         tag + "\">x</e:p></rdf:Description></rdf:RDF>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_longest_is_read_whole) {
  for (const Syntax syntax : all_syntaxes()) {
    const std::string tag = tag_of(255);
    BOOST_REQUIRE_EQUAL(tag.size(), 255U);
    BOOST_TEST(TermView(quads_of(text_with(tag, syntax), syntax).at(0).object).language == tag);
  }
}

BOOST_AUTO_TEST_CASE(longer_ones_are_refused) {
  for (const Syntax syntax : all_syntaxes())
    for (const std::size_t size : {std::size_t{256}, std::size_t{257}, std::size_t{1000}, std::size_t{1'000'000}}) {
      const auto error = error_of(text_with(tag_of(size), syntax), syntax);
      BOOST_REQUIRE(error.has_value());
      BOOST_TEST(std::string(error->what()) == "the language tag is longer than 255 bytes");
      BOOST_TEST(error->location().line == 1U);
      if (syntax != Syntax::rdfxml) BOOST_TEST(error->location().column == 30U);
    }
}

BOOST_AUTO_TEST_CASE(also_when_xml_spells_them_in_other_ways) {
  const std::string rest = text_with("&lang;", Syntax::rdfxml);
  const std::string entity =
      "<!DOCTYPE r [<!ENTITY part \"" + tag_of(200) + "\"><!ENTITY lang \"&part;&part;\">]>" + rest;
  BOOST_TEST(complaint(entity, Syntax::rdfxml).find("the language tag is longer than 255 bytes") != std::string::npos);
  std::string references;
  for (int i = 0; i < 300; ++i) references += "&#97;";
  BOOST_TEST(complaint(text_with(references, Syntax::rdfxml), Syntax::rdfxml).find("longer than 255") !=
             std::string::npos);
  const std::string defaulted =
      "<!DOCTYPE r [<!ATTLIST e:p xml:lang CDATA \"" + tag_of(300) + "\">]>" +
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\">"
      "<rdf:Description><e:p>x</e:p></rdf:Description></rdf:RDF>";
  BOOST_TEST(complaint(defaulted, Syntax::rdfxml).find("longer than 255") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_tag_is_refused) {
  BOOST_TEST(complaint(text_with("1en", Syntax::turtle), Syntax::turtle) == "1:30 this is not a language tag");
  BOOST_TEST(complaint(text_with("en-", Syntax::ntriples), Syntax::ntriples) == "1:30 this is not a language tag");
  BOOST_TEST(complaint(text_with("e n", Syntax::rdfxml), Syntax::rdfxml).find("'e n' is not a language tag") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(inside_of_strings_and_comments_nothing_is_a_tag) {
  const std::string tag = "@" + tag_of(300);
  BOOST_TEST(complaint("<http://e/a> <http://e/p> \"\\\"" + tag + "\" . # \"x\"" + tag, Syntax::turtle) == "");
  BOOST_TEST(complaint("<http://e/" + tag + "> <http://e/p> '''" + tag + "''' .", Syntax::turtle) == "");
}

BOOST_AUTO_TEST_CASE(they_are_not_written_either) {
  const std::vector<OwnedQuad> quads{{Iri{"http://e/a"}, Iri{"http://e/p"}, Literal::tagged("x", tag_of(256)), {}}};
  for (const Syntax syntax : all_syntaxes()) BOOST_CHECK_THROW(text_of(quads, syntax), dossier::Error);
}
