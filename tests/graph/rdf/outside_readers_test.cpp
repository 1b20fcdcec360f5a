// What we write is read the same by programs that are not ours: rapper (Raptor, without our guards) and xmllint.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tests/graph/rdf/rdf_text.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

/// Everything that the syntaxes can say, in the part of it that rapper reads as it should.
const std::string sample =
    "@prefix : <http://ex.org/> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    ":a a :T, :U ; :p 1, -2.50, 1e3, true, 'x'@en, 'y'^^:t, \"\"\"two\nlines \"quoted\" \\\\ \\t\"\"\", :b, _:shared ; "
    "\n"
    "   :l ( 1 ( 'n' ) [ :q :b ] ) ; :n [ :q [ :r 'deep' ] ; :s 'x&<>y' ] .\n"
    "<urn:x:\xC3\xA9> :p _:shared, ( ), _:list . :c :p _:list . _:list rdf:first 1 ; rdf:rest ( 2 3 ) .\n"
    "_:r :p _:s . _:s :p _:r . [] :p '\xF0\x9F\x98\x80'@de . ";

std::filesystem::path written(const std::vector<OwnedQuad>& quads, Syntax syntax) {
  auto file = std::filesystem::temp_directory_path() / ("dossier_outside_" + std::string(name_of(syntax)));
  std::ofstream(file, std::ios::binary) << text_of(quads, syntax);
  return file;
}

bool runs(const std::string& command) { return std::system((command + " > /dev/null 2>&1").c_str()) == 0; }

const char* rapper_name(Syntax syntax) { return syntax == Syntax::ntriples ? "ntriples" : name_of(syntax).data(); }

}  // namespace

BOOST_AUTO_TEST_CASE(rapper_reads_the_same) {
  if (!runs("rapper --version")) {
    std::cout << "skipped: rapper is not installed\n";
    return;
  }
  const auto triples = quads_of(sample, Syntax::turtle);
  const auto quads = quads_of(sample + ":g { :a :p _:shared . :x :p [ :q 1 ] }", Syntax::trig);
  for (const Syntax syntax : all_syntaxes()) {
    const auto& expected = has_graphs(syntax) ? quads : triples;
    const auto file = written(expected, syntax);
    const auto answer = file.string() + ".nq";
    const std::string command =
        "rapper -q -i " + std::string(rapper_name(syntax)) + " -o nquads " + file.string() + " > " + answer;
    BOOST_TEST(std::system(command.c_str()) == 0);
    Collector collector;
    ReadOptions options;
    options.syntax = Syntax::nquads;
    read_rdf_file(answer, options, collector);
    BOOST_TEST_INFO(name_of(syntax) << "\n" << lines_of(collector.quads));
    BOOST_TEST(isomorphic(expected, collector.quads));
    std::filesystem::remove(file);
    std::filesystem::remove(answer);
  }
}

BOOST_AUTO_TEST_CASE(xmllint_accepts_it) {
  if (!runs("xmllint --version")) {
    std::cout << "skipped: xmllint is not installed\n";
    return;
  }
  const auto file = written(quads_of(sample, Syntax::turtle), Syntax::rdfxml);
  BOOST_TEST(runs("xmllint --noout --nonet " + file.string()));
  std::filesystem::remove(file);
}
