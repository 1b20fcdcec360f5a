// RDF in and out, by every verb that writes it.
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "graph/rdf/isomorphism.h"
#include "graph/rdf/reader.h"
#include "tests/cli/run_program.h"
#include "tests/cli/sample.h"

using namespace dossier::cli::test;
namespace graph = dossier::graph;

namespace {

struct Quads final : graph::QuadSink {
  std::vector<graph::OwnedQuad> all;
  void quad(const graph::QuadView& quad) override { all.push_back(graph::OwnedQuad::of(quad)); }
};

std::vector<graph::OwnedQuad> quads_of(const std::string& text, graph::Syntax syntax) {
  Quads quads;
  std::istringstream in(text);
  graph::ReadOptions options;
  options.syntax = syntax;
  options.base = "http://example.org/";
  graph::read_rdf(in, options, quads);
  return quads.all;
}

struct Sample {
  Folder folder;
  std::string trig = folder.write("sample.trig", sample_trig);
};

constexpr const char* turtle =
    "@prefix ex: <http://example.org/> .\n"
    "ex:a ex:b ( 1 2 [ ex:c \"d\"@en ] ) ; a ex:K .\n"
    "[] ex:b ex:a .\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(formats, Sample)

BOOST_AUTO_TEST_CASE(every_syntax_to_every_other) {
  const auto wanted = quads_of(turtle, graph::Syntax::turtle);
  const std::string start = folder.write("start.ttl", turtle);
  for (const char* from : {"a.ttl", "a.trig", "a.nt", "a.nq", "a.rdf", "a.kg"}) {
    BOOST_REQUIRE(run_dossier({"convert", start, folder / from}).code == 0);
    for (const graph::Syntax to : graph::all_syntaxes()) {
      const Outcome outcome = run_dossier({"convert", folder / from, "-f", std::string(graph::name_of(to))});
      BOOST_TEST(outcome.code == 0);
      BOOST_TEST(graph::isomorphic(quads_of(outcome.out, to), wanted), from << " to " << graph::name_of(to));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_graph_file_keeps_everything) {
  BOOST_REQUIRE(run_dossier({"convert", trig, folder / "a.kg"}).code == 0);
  const Outcome back = run_dossier({"convert", folder / "a.kg", "-f", "nq"});
  BOOST_TEST(graph::isomorphic(quads_of(back.out, graph::Syntax::nquads), quads_of(sample_trig, graph::Syntax::trig)));
}

BOOST_AUTO_TEST_CASE(standard_input_is_recognised) {
  Call call;
  call.in = sample_trig;
  BOOST_TEST(run_dossier({"convert", "-", "-f", "nq"}, call).out == run_dossier({"convert", trig, "-f", "nq"}).out);
  call.in = run_dossier({"convert", trig, "-f", "nq"}).out;
  BOOST_TEST(run_dossier({"convert", "-", "-f", "nq"}, call).out == call.in);
  call.in = run_dossier({"convert", trig, "-f", "rdfxml"}).out;
  BOOST_TEST(run_dossier({"convert", "-", "-f", "nt"}, call).code == 0);
  call.in = "<http://example.org/a> a <http://example.org/b> .";
  BOOST_TEST(run_dossier({"convert", "-", "--from", "turtle", "-f", "nt"}, call).code == 0);
  BOOST_TEST(run_dossier({"convert", "-", "--from", "nt", "-f", "nt"}, call).code == 3);
}

BOOST_AUTO_TEST_CASE(graphs_that_a_syntax_does_not_have_are_told) {
  const Outcome outcome = run_dossier({"convert", trig, "-f", "ttl"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, "warning: turtle has no named graphs"));
}

BOOST_AUTO_TEST_CASE(export_gives_the_evidence_that_is_asked_for) {
  const Outcome all = run_dossier({"export", "-f", "nq", "--provenance", "reify", "-g", trig});
  BOOST_TEST(graph::isomorphic(quads_of(all.out, graph::Syntax::nquads), quads_of(sample_trig, graph::Syntax::trig)));
  const Outcome none = run_dossier({"export", "-f", "nt", "--provenance", "none", "-g", trig});
  BOOST_TEST(contains(none.out, "public-affairs#between> <https://w3id.org/dossier/id/state/norway>"));
  BOOST_TEST(!contains(none.out, "public-affairs#Fact>"));
  BOOST_TEST(!contains(none.out, "public-affairs#evidence>"));
  const Outcome usual = run_dossier({"export", "-g", trig});
  BOOST_TEST(usual.out.starts_with("@prefix"));
  BOOST_TEST(contains(usual.out, "pa:factuality pa:Denied"));
}

BOOST_AUTO_TEST_CASE(export_of_one_document) {
  const Outcome outcome =
      run_dossier({"export", "-f", "nq", "--provenance", "reify", "--doc", "reykjavik", "-g", trig});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.out, "/visited>") == false);
  BOOST_TEST(contains(outcome.out, "#visited>"));
  BOOST_TEST(!contains(outcome.out, "document/oslo>"));
}

BOOST_AUTO_TEST_CASE(pictures) {
  const Outcome dot = run_dossier({"render", "-f", "dot", "-g", trig});
  BOOST_TEST(dot.code == 0);
  BOOST_TEST(contains(dot.out, "digraph"));
  BOOST_TEST(contains(dot.out, "Fisheries Agreement"));
  const Outcome svg = run_dossier({"render", "--about", "Iceland", "-g", trig});
  BOOST_TEST(svg.code == 0);
  BOOST_TEST(contains(svg.out, "<svg"));
  BOOST_TEST(!contains(svg.out, "Kari Nordmann<"));
  BOOST_TEST(run_dossier({"render", "-o", folder / "p.png", "--width", "800", "-g", trig}).code == 0);
  BOOST_TEST(text_of(folder / "p.png").substr(1, 3) == "PNG");
  BOOST_TEST(run_dossier({"render", "--about", "Icelnd", "-g", trig}).code == 1);
  BOOST_TEST(run_dossier({"render", "-f", "ttl", "-g", trig}).code == 2);
}

BOOST_AUTO_TEST_CASE(a_file_is_replaced_whole_or_not_at_all) {
  const std::string out = folder.write("out.nt", "before\n");
  const std::string bad = folder.write("bad.ttl", "<http://a> <http://b> <http://c> .\n<http://a> <http://b> ; .\n");
  BOOST_TEST(run_dossier({"convert", bad, out}).code == 3);
  BOOST_TEST(text_of(out) == "before\n");
  BOOST_TEST((folder.names() == std::vector<std::string>{"bad.ttl", "out.nt", "sample.trig"}));
}

BOOST_AUTO_TEST_CASE(compressed_output_is_refused) {
  const Outcome outcome = run_dossier({"convert", trig, folder / "out.nq.gz"});
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(!std::filesystem::exists(folder / "out.nq.gz"));
}

BOOST_AUTO_TEST_SUITE_END()
