#include "graph/rdf/reader.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "tests/graph/rdf/rdf_text.h"

using namespace dossier;
using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

const std::string prolog = "@prefix ex: <http://ex.org/> .\n";

std::string xml(const std::string& body) {
  return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:ex=\"http://ex.org/\">\n" + body +
         "\n</rdf:RDF>\n";
}

struct Refusal {
  Syntax syntax;
  const char* text;
  const char* complaint;
};

std::ostream& operator<<(std::ostream& out, const Refusal& refusal) { return out << refusal.complaint; }

const Refusal refusals[] = {
    {Syntax::turtle, "@prefix ex: <http://ex.org/> .\nex:a ex:b \"x\" ;\n  ex:c ex:d ex:e .\n",
     "3:13 expected ',', ';' or '.', found 'ex:e'"},
    {Syntax::turtle, "@prefix ex: <http://ex.org/> .\nex:a ex:b .", "2:11 expected an object, found '.'"},
    {Syntax::turtle, "@prefix ex: <http://ex.org/> .\nex:a ex:b 1",
     "2:12 expected ',', ';' or '.', found the end of the text"},
    {Syntax::turtle, "# \xC3\xA9\n<http://e/\xC3\xA9> <http://e/p> \"\xC3\xA9\" foo .",
     "2:31 expected ',', ';' or '.', found 'foo'"},
    {Syntax::turtle, "ex:a ex:b 1 .", "1:1 the prefix 'ex:' is not declared"},
    {Syntax::turtle, "<http://e/a> <http://e/p> \"x\n\" .", "1:27 the string has no closing quote on its line"},
    {Syntax::turtle, "<http://e/a> <http://e/p> \"\"\"x\n\n", "1:27 the string has no closing quotes"},
    {Syntax::turtle, "<http://e/a> <http://e/p> \"a\\q\" .", "1:29 a string knows no such escape"},
    {Syntax::turtle, "<http://e/a> <http://e/p> \"\\uD800\" .", "1:28 the escape stands for no character"},
    {Syntax::turtle, "<http://e/a b> <http://e/p> 1 .", "1:12 an IRI cannot have a space in it"},
    {Syntax::turtle, "<http://e/\\u0020> <http://e/p> 1 .",
     "1:11 the escape stands for a character that no IRI may have"},
    {Syntax::turtle, "<http://e/a> a <http://e/T> ]", "1:29 expected ',', ';' or '.', found ']'"},
    {Syntax::turtle, "<http://e/g> { }", "1:14 expected a predicate, found '{'"},
    {Syntax::turtle, "\n\n  \x01", "3:3 unexpected control character"},
    {Syntax::turtle, "<http://e/a> <http://e/p> \xFF .", "1:27 the text is not UTF-8"},
    {Syntax::turtle, "<http://e/a> <http://e/p> \"\xC3", "1:28 the text ends in the middle of a character"},
    {Syntax::turtle, "<http://e/a> <http://e/p> \"\xED\xA0\x80\" .", "1:28 the text is not UTF-8"},
    {Syntax::turtle, "\r\n\r\n<http://e/a> 1 2 .", "3:14 expected a predicate, found '1'"},
    {Syntax::trig, "<http://e/g> {\n <http://e/a> <http://e/p> 1 . ",
     "2:32 expected a subject or '}', found the end of the text"},
    {Syntax::trig, "<http://e/g> { @prefix ex: <http://e/> . }", "1:16 expected a subject or '}', found '@prefix'"},
    {Syntax::ntriples, "<http://e/a> <http://e/p> \"1\" .\n<a> <http://e/p> \"1\" .\n",
     "2:1 a relative IRI is not allowed here"},
    {Syntax::ntriples, "<http://e/a> <http://e/p> \"1\"\n.", "1:30 expected '.', found the end of the line"},
    {Syntax::ntriples, "<http://e/a> <http://e/p> 1 .\n", "1:27 unexpected '1'"},
    {Syntax::ntriples, "<http://e/a> <http://e/p> \"1\" . <http://e/a>",
     "1:33 expected the end of the line, found '<http://e/a>'"},
    {Syntax::ntriples, "<http://e/a> <http://e/p> \"1\" <http://e/g> .", "1:31 expected '.', found '<http://e/g>'"},
    {Syntax::nquads, "<http://e/a> <http://e/p> \"1\" \"g\" .", "1:31 expected a graph or '.', found '\"g\"'"},
    {Syntax::rdfxml, "", "1:1 the XML has no element"},
};

}  // namespace

BOOST_DATA_TEST_CASE(says_what_is_wrong_and_where, boost::unit_test::data::make(refusals), refusal) {
  BOOST_TEST(complaint(refusal.text, refusal.syntax) == refusal.complaint);
}

BOOST_AUTO_TEST_CASE(xml_faults_have_places) {
  BOOST_TEST(
      complaint(xml("<rdf:Description rdf:about=\"http://e/a\">\n <ex:p>x</ex:q></rdf:Description>"), Syntax::rdfxml)
          .starts_with("3:16 the XML is not well-formed: opening and ending tag mismatch"));
  const auto error =
      error_of(xml("<rdf:Description rdf:about=\"http://e/a b\"><ex:p>x</ex:p></rdf:Description>"), Syntax::rdfxml);
  BOOST_REQUIRE(error.has_value());
  BOOST_TEST(error->location().line == 2U);
  BOOST_TEST(std::string(error->what()) == "'http://e/a b' is not an absolute IRI");
  BOOST_TEST((error->kind() == ErrorKind::bad_input));
}

BOOST_AUTO_TEST_CASE(what_stands_before_the_fault_is_told) {
  std::istringstream in("<http://e/a> <http://e/p> 1 .\n<http://e/a> <http://e/p> 2 .\n<http://e/a> 3 .");
  Collector collector;
  ReadOptions options;
  options.source = "file.ttl";
  BOOST_CHECK_EXCEPTION(read_rdf(in, options, collector), Error,
                        [](const Error& error) { return to_string(error.location()) == "file.ttl:3:14"; });
  BOOST_TEST(collector.quads.size() == 2U);
}

BOOST_AUTO_TEST_CASE(relative_iris_need_a_base) {
  BOOST_TEST(complaint("<a> <b> <c> .", Syntax::turtle, "") == "1:1 a relative IRI, and there is no base");
  BOOST_TEST(complaint("@base <http://e/> . <a> <b> <c> .", Syntax::turtle, "") == "");
  BOOST_TEST(complaint("@prefix : <x#> .", Syntax::turtle, "") == "1:11 a relative IRI, and there is no base");
  BOOST_TEST(lines_of(quads_of("<a> <#b> <> .", Syntax::turtle, "http://e/x/y")) ==
             "<http://e/x/a> <http://e/x/y#b> <http://e/x/y> .\n");
  BOOST_TEST(complaint(xml("<rdf:Description rdf:about=\"a\"><ex:p>x</ex:p></rdf:Description>"), Syntax::rdfxml, "") ==
             "2:0 a relative IRI, and there is no base");
}

namespace {

struct Thrower : QuadSink {
  void quad(const QuadView&) override {
    if (++count == 2) throw std::runtime_error("enough");
  }
  int count = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(an_exception_of_the_sink_passes_through) {
  const auto nt =
      "<http://e/a> <http://e/p> \"1\" .\n<http://e/a> <http://e/p> \"2\" .\n<http://e/a> <http://e/p> \"3\" .\n";
  const auto rdf =
      xml("<rdf:Description rdf:about=\"http://e/a\"><ex:p>1</ex:p><ex:p>2</ex:p><ex:p>3</ex:p></rdf:Description>");
  for (const Syntax syntax : all_syntaxes()) {
    std::istringstream in(syntax == Syntax::rdfxml ? rdf : nt);
    ReadOptions options;
    options.syntax = syntax;
    Thrower sink;
    BOOST_CHECK_EXCEPTION(read_rdf(in, options, sink), std::runtime_error,
                          [](const std::runtime_error& error) { return std::string(error.what()) == "enough"; });
    BOOST_TEST(sink.count == 2);
  }
}

BOOST_AUTO_TEST_CASE(warnings_go_to_the_caller) {
  std::vector<Diagnostic> told;
  ReadOptions options;
  options.syntax = Syntax::rdfxml;
  options.source = "w.rdf";
  options.diagnostics = [&told](const Diagnostic& diagnostic) { told.push_back(diagnostic); };
  std::istringstream in(xml("<rdf:Odd rdf:about=\"http://e/a\"/>"));
  Collector collector;
  BOOST_TEST(read_rdf(in, options, collector) == 1U);
  BOOST_REQUIRE_EQUAL(told.size(), 1U);
  BOOST_TEST((told[0].severity == Severity::warning));
  BOOST_TEST(told[0].location.source == "w.rdf");
  BOOST_TEST(told[0].location.line == 2U);
}

BOOST_AUTO_TEST_CASE(prefixes_are_told) {
  std::istringstream in("@prefix a: <http://e/a#> . PREFIX b: <b/> @prefix : <#> . :x :y :z .");
  Collector collector;
  ReadOptions options;
  options.base = "http://e/d";
  read_rdf(in, options, collector);
  BOOST_TEST(collector.prefixes.all().size() == 3U);
  BOOST_TEST(collector.prefixes.all().at("b") == "http://e/b/");
  BOOST_TEST(collector.prefixes.all().at("") == "http://e/d#");
}

BOOST_AUTO_TEST_CASE(blank_nodes_never_meet_by_accident) {
  const auto quads = turtle("[] :p _:anon1, _:anon_1, [], _:a .");
  std::set<std::string> labels;
  for (const OwnedQuad& quad : quads) labels.insert(std::get<BlankNode>(quad.object).label);
  labels.insert(std::get<BlankNode>(quads[0].subject).label);
  BOOST_TEST(labels.size() == 5U);
}

BOOST_AUTO_TEST_CASE(a_dot_after_a_blank_node_ends_the_statement) {
  for (const Syntax syntax : {Syntax::turtle, Syntax::ntriples, Syntax::nquads})
    BOOST_TEST(lines_of(quads_of("_:a.b<http://e/p>_:c.d.", syntax)) == "_:a.b <http://e/p> _:c.d .\n");
}

BOOST_AUTO_TEST_CASE(a_prefix_keeps_the_blank_nodes_of_files_apart) {
  std::istringstream in("_:a <http://e/p> [] .");
  Collector collector;
  ReadOptions options;
  options.blank_prefix = "f1-";
  read_rdf(in, options, collector);
  BOOST_TEST(std::get<BlankNode>(collector.quads.at(0).subject).label == "f1-a");
  BOOST_TEST(std::get<BlankNode>(collector.quads.at(0).object).label == "f1-anon1");
}

BOOST_AUTO_TEST_CASE(bom_crlf_and_missing_last_line_end) {
  for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads}) {
    BOOST_TEST(
        quads_of("\xEF\xBB\xBF<http://e/a> <http://e/p> \"1\" .\r\n# c\r\n<http://e/a> <http://e/p> \"2\" .", syntax)
            .size() == 2U);
    BOOST_TEST(quads_of("", syntax).empty());
    BOOST_TEST(quads_of("\xEF\xBB\xBF", syntax).empty());
    BOOST_TEST(quads_of(" \t\r\n# only a comment", syntax).empty());
    BOOST_TEST(quads_of("<http://e/a> <http://e/p> \"1\" .\r<http://e/a> <http://e/p> \"2\" .\r", syntax).size() == 2U);
  }
  BOOST_TEST(complaint("\xEF\xBB\xBF!", Syntax::turtle) == "1:1 unexpected '!'");
}

BOOST_AUTO_TEST_CASE(the_character_zero_is_kept) {
  using namespace std::string_literals;
  const std::string odd = "a\0b\xF3\xBF\xBF\xBE"s + "0c";
  for (const Syntax syntax : {Syntax::turtle, Syntax::ntriples}) {
    const auto raw = quads_of("<http://e/a> <http://e/p> \"a\0b\xF3\xBF\xBF\xBE"s + "0c\" .", syntax);
    BOOST_TEST(TermView(raw.at(0).object).text == odd);
    const auto escaped = quads_of(R"(<http://e/a> <http://e/p> "a\u0000b\U000FfFfE0c" .)", syntax);
    BOOST_TEST(TermView(escaped.at(0).object).text == odd);
    BOOST_TEST(TermView(quads_of(R"(<http://e/a> <http://e/p> "\\u0000" .)", syntax).at(0).object).text == "\\u0000");
  }
  BOOST_TEST(complaint("\0"s, Syntax::turtle) == "1:1 unexpected control character");
}

BOOST_AUTO_TEST_CASE(language_tags_keep_their_case) {
  for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads})
    BOOST_TEST(
        lines_of(quads_of("<http://e/a> <http://e/p> \"x\"@en-GB .\n<http://e/b> <http://e/p> \"x\"@EN .\n", syntax)) ==
        "<http://e/a> <http://e/p> \"x\"@en-GB .\n<http://e/b> <http://e/p> \"x\"@EN .\n");
  BOOST_TEST(lines_of(quads_of(
                 xml("<rdf:Description rdf:about=\"http://e/a\"><ex:p xml:lang=\"en-GB\">x</ex:p></rdf:Description>"),
                 Syntax::rdfxml)) == "<http://e/a> <http://ex.org/p> \"x\"@en-GB .\n");
}

// The document is cut for Raptor many times, inside of graphs too: nobody must be able to tell.
BOOST_AUTO_TEST_CASE(long_documents_are_one_document) {
  std::string text = "@base <http://b/> . @prefix p: <p#> .\nGRAPH _:anon { \n";
  constexpr int count = 20'000;
  for (int i = 0; i < count; ++i) text += "_:shared p:n " + std::to_string(i) + ", [] . # \n";
  text += "}\n_:shared <rel> _:anon .\n";
  const auto quads = quads_of(text, Syntax::trig);
  BOOST_REQUIRE_EQUAL(quads.size(), 2U * count + 1);
  std::set<Term> subjects, graphs, objects;
  for (const OwnedQuad& quad : quads) {
    subjects.insert(quad.subject);
    objects.insert(quad.object);
    if (quad.graph) graphs.insert(*quad.graph);
  }
  BOOST_TEST(subjects.size() == 1U);
  BOOST_TEST(graphs.size() == 1U);
  BOOST_TEST(objects.size() == 2U * count + 1);
  BOOST_TEST((quads.back().object == *graphs.begin()));
  BOOST_TEST(complaint(text + "?", Syntax::trig) == std::to_string(count + 5) + ":1 unexpected '?'");
}

BOOST_AUTO_TEST_CASE(very_long_tokens_and_lines) {
  const std::string longer(3'000'000, 'x');
  for (const Syntax syntax : {Syntax::turtle, Syntax::ntriples}) {
    const auto quads = quads_of("<http://e/" + longer + "> <http://e/p> \"" + longer + "\" . # " + longer, syntax);
    BOOST_TEST(TermView(quads.at(0).object).text.size() == longer.size());
  }
  BOOST_TEST(complaint("<http://e/a> <http://e/p> \"" + longer + "\" ; 1 .", Syntax::turtle) ==
             "1:" + std::to_string(longer.size() + 32) + " expected ',', ';' or '.', found '1'");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused_and_not_fatal) {
  for (const std::string open : {"(", "[<http://e/p> ", "(["}) {
    std::string text = "<http://e/a> <http://e/p> ";
    for (int i = 0; i < 1'000'000; ++i) text += open;
    const auto error = error_of(text, Syntax::turtle);
    BOOST_REQUIRE(error.has_value());
    BOOST_TEST(error->location().line == 1U);
  }
  const auto nested = [](int depth) {
    return "<http://e/a> <http://e/p> " + std::string(static_cast<std::size_t>(depth), '(') +
           std::string(static_cast<std::size_t>(depth), ')') + " .";
  };
  BOOST_TEST(complaint(nested(500), Syntax::turtle) == "");
  BOOST_TEST(complaint(nested(501), Syntax::turtle) == "1:527 brackets and lists nest deeper than 500 levels");
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<rdf:Description><ex:p>";
  BOOST_TEST(complaint(xml(deep), Syntax::rdfxml).find("the XML is not well-formed: ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_is_fetched_or_expanded_without_end) {
  const std::string outside = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" +
                              xml("<rdf:Description><ex:p>&x;</ex:p></rdf:Description>");
  BOOST_TEST(complaint(outside, Syntax::rdfxml).find("is in another file") != std::string::npos);
  std::string laughs =
      "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">";
  for (char c = 'b'; c <= 'p'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\">";
  }
  laughs += "]>" + xml("<rdf:Description><ex:p>&p;</ex:p></rdf:Description>");
  BOOST_TEST(complaint(laughs, Syntax::rdfxml) != "");
  BOOST_TEST(quads_of("<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"http://example.invalid/x.dtd\">" +
                          xml("<rdf:Description><ex:p>x</ex:p></rdf:Description>"),
                      Syntax::rdfxml)
                 .size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_text_cut_anywhere_is_read_or_refused) {
  const std::string text =
      prolog +
      "@base <http://e/> .\nGRAPH <g> { ex:a a ex:T ; ex:p \"\"\"l\xC3\xA9\n\\u00e9\"\"\"@en-GB, -1.5e3, "
      "( 1 [ ex:q 'x'^^ex:d ] ) . _:b.c ex:p%20\\- true }\n# end\n";
  for (std::size_t size = 0; size <= text.size(); ++size) error_of(text.substr(0, size), Syntax::trig);
  BOOST_TEST(complaint(text, Syntax::trig) == "");
  const std::string rdf =
      xml("<ex:T rdf:ID=\"i\" xml:lang=\"en\"><ex:p rdf:parseType=\"Collection\"><ex:U/></ex:p>"
          "<ex:q rdf:parseType=\"Literal\"><b>&amp;</b></ex:q></ex:T>");
  for (std::size_t size = 0; size + 1 < rdf.size(); ++size)
    BOOST_TEST(complaint(rdf.substr(0, size), Syntax::rdfxml) != "");
  BOOST_TEST(complaint(rdf, Syntax::rdfxml) == "");
  const std::string nq =
      "<http://e/a> <http://e/p> \"\\u00e9 \xC3\xA9\"@en-GB _:g . # c\n_:a <http://e/p> \"1\"^^<http://e/d> .\n";
  for (std::size_t size = 0; size <= nq.size(); ++size) error_of(nq.substr(0, size), Syntax::nquads);
}

BOOST_AUTO_TEST_CASE(files_have_addresses) {
  const auto folder = std::filesystem::temp_directory_path() / "dossier reader test";
  std::filesystem::create_directories(folder);
  const auto file = folder / "a b.ttl";
  std::ofstream(file) << "<> <#p> 1 .";
  Collector collector;
  BOOST_TEST(read_rdf_file(file, {}, collector) == 1U);
  BOOST_TEST(TermView(collector.quads[0].subject).text.ends_with("/dossier%20reader%20test/a%20b.ttl"));
  BOOST_TEST(TermView(collector.quads[0].subject).text.starts_with("file:///"));
  std::filesystem::remove_all(folder);
  BOOST_CHECK_EXCEPTION(read_rdf_file(file, {}, collector), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::io; });
  BOOST_CHECK_EXCEPTION(read_rdf_file("/", {}, collector), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::io; });
}
