// Bad input, bad disks: each is told, with a place and an exit code, and nothing half-written is left.
#include <boost/test/unit_test.hpp>

#include "tests/cli/run_program.h"
#include "tests/cli/sample.h"

using namespace dossier::cli::test;

BOOST_AUTO_TEST_SUITE(failures)

BOOST_AUTO_TEST_CASE(missing_file) {
  const Outcome outcome = run_dossier({"build", "no-such.txt"});
  BOOST_TEST(outcome.code == 4);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(contains(outcome.err, "no-such.txt: error: no such file"));
  BOOST_TEST(run_dossier({"convert", "no-such.ttl"}).code == 4);
  BOOST_TEST(run_dossier({"stats", "-g", "no-such.kg"}).code == 4);
}

BOOST_AUTO_TEST_CASE(folder_without_documents) {
  const Folder folder;
  const Outcome outcome = run_dossier({"build", folder.path().string()});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, folder.path().string() + ": error: "));
}

BOOST_AUTO_TEST_CASE(binary_file) {
  const Folder folder;
  const std::string file = folder.write("picture.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const Outcome outcome = run_dossier({"build", file});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(contains(outcome.err, file + ": error: is "));
}

BOOST_AUTO_TEST_CASE(broken_utf8_is_repaired_and_told) {
  const Folder folder;
  std::string text = oslo;
  for (int i = 0; i < 20; ++i) text += "Norway – “not Iceland” – met in Reykjavík and Ísafjörður.\n";
  const std::string file = folder.write("broken.txt", text + "The Althing\xFF met in Reykjavík on May 1, 2020.\n");
  const Outcome outcome = run_dossier({"build", file, "-f", "nt"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, file + ":26:12: warning: "), outcome.err);
  BOOST_TEST(!contains(outcome.out, "\xFF"));
}

BOOST_AUTO_TEST_CASE(empty_file) {
  const Folder folder;
  const std::string file = folder.write("empty.txt", "");
  const Outcome outcome = run_dossier({"build", file});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(contains(outcome.err, file + ": error: has no text"));
}

BOOST_AUTO_TEST_CASE(one_bad_document_among_good_ones) {
  const Folder folder;
  folder.write("news/a.txt", oslo);
  folder.write("news/b.txt", "");
  const Outcome outcome = run_dossier({"build", folder / "news", "-g", folder / "all.kg"});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, "b.txt: error: "));
  BOOST_TEST(contains(outcome.err, "1 could not be read"));
  BOOST_TEST(contains(run_dossier({"stats", "-g", folder / "all.kg"}).out, "documents"));
  const Outcome strict = run_dossier({"build", folder / "news", "--no-keep-going", "-g", folder / "strict.kg"});
  BOOST_TEST(strict.code == 3);
  BOOST_TEST(!std::filesystem::exists(folder / "strict.kg"));
}

BOOST_AUTO_TEST_CASE(turtle_with_an_error_at_a_known_place) {
  const Folder folder;
  const std::string file =
      folder.write("bad.ttl", "@prefix ex: <http://example.org/> .\nex:a ex:b ex:c .\nex:a ex:b ; .\n");
  const Outcome outcome = run_dossier({"convert", file, folder / "out.nt"});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, file + ":3:11: error: "));
  BOOST_TEST(!std::filesystem::exists(folder / "out.nt"));
  const Outcome ontology = run_dossier({"ontology", "check", file});
  BOOST_TEST(ontology.code == 3);
  BOOST_TEST(contains(ontology.err, file + ":3:"));
}

BOOST_AUTO_TEST_CASE(full_disk) {
  const Folder folder;
  const std::string file = folder.write("sample.trig", sample_trig);
  Call call;
  call.out_file = "/dev/full";
  for (const auto& arguments : std::vector<std::vector<std::string>>{{"facts", "-g", file},
                                                                     {"show", "Norway", "-g", file},
                                                                     {"export", "-g", file},
                                                                     {"convert", file, "-f", "nt"},
                                                                     {"--help"},
                                                                     {"stats", "--json", "-g", file},
                                                                     {"timeline", "-g", file},
                                                                     {"path", "Norway", "Iceland", "-g", file},
                                                                     {"version"}}) {
    const Outcome outcome = run_dossier(arguments, call);
    BOOST_TEST(outcome.code == 4, arguments.front());
    BOOST_TEST(contains(outcome.err, "standard output: error: cannot write: No space left on device"),
               arguments.front());
  }
  const Outcome to_file = run_dossier({"export", "-g", file, "-f", "ttl", "-o", "/dev/full"});
  BOOST_TEST(to_file.code == 4);
  BOOST_TEST(contains(to_file.err, "/dev/full: error: cannot write"));
}

BOOST_AUTO_TEST_CASE(unwritable_folder) {
  const Folder folder;
  const std::string file = folder.write("sample.trig", sample_trig);
  const Outcome outcome = run_dossier({"export", "-g", file, "-o", folder / "no/such/folder.ttl"});
  BOOST_TEST(outcome.code == 4);
  BOOST_TEST(contains(outcome.err, "folder.ttl: error: cannot write"));
}

BOOST_AUTO_TEST_CASE(closed_pipe_ends_quietly) {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += "<http://example.org/s" + std::to_string(i) + "> <http://example.org/p> \"some text\" .\n";
  const std::string file = folder.write("big.nt", lines);
  const std::string status = folder / "status";
  const std::string command = std::string("{ '") + DOSSIER_PROGRAM + "' convert '" + file + "' -f nq 2>'" +
                              (folder / "err") + "'; echo $? >'" + status + "'; } | head -n 1 >/dev/null";
  BOOST_TEST(std::system(command.c_str()) == 0);
  BOOST_TEST(text_of(status) == "0\n");
  BOOST_TEST(text_of(folder / "err").empty());
}

BOOST_AUTO_TEST_CASE(corrupt_and_truncated_graphs) {
  const Folder folder;
  const std::string trig = folder.write("sample.trig", sample_trig);
  BOOST_REQUIRE(run_dossier({"convert", trig, folder / "good.kg"}).code == 0);
  const std::string good = text_of(folder / "good.kg");
  const auto refused = [&](const std::string& bytes, const char* what) {
    const std::string file = folder.write("bad.kg", bytes);
    for (const auto& arguments : {std::vector<std::string>{"stats", "-g", file},
                                  {"remove", "oslo", "-g", file},
                                  {"convert", file, "-f", "nt"}}) {
      const Outcome outcome = run_dossier(arguments);
      BOOST_TEST(outcome.code == 3, what);
      BOOST_TEST(contains(outcome.err, file + ": error: "), what);
      BOOST_TEST(outcome.out.empty(), what);
    }
    BOOST_TEST(text_of(file) == bytes, what);  // as it was
  };
  std::string flipped = good;
  flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 0x10);
  refused(flipped, "flipped");
  refused(good.substr(0, good.size() / 2), "truncated");
  refused("not a graph\n", "text");
  refused("", "empty");
}

BOOST_AUTO_TEST_CASE(a_broken_graph_is_not_built_upon) {
  const Folder folder;
  const std::string article = folder.write("oslo.txt", oslo), file = folder.write("bad.kg", "not a graph\n");
  const Outcome outcome = run_dossier({"build", article, "-g", file});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(text_of(file) == "not a graph\n");
}

BOOST_AUTO_TEST_CASE(a_broken_ontology_has_a_place) {
  const Folder folder;
  const std::string file = folder.write("mine.ttl",
                                        "@prefix ex: <http://example.org/> .\n"
                                        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                                        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                                        "ex:A a owl:Class ; rdfs:subClassOf ex:B .\n"
                                        "ex:B a owl:Class ; rdfs:subClassOf ex:A .\n");
  const Outcome outcome = run_dossier({"ontology", "check", file});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, file + ":"));
  BOOST_TEST(contains(outcome.err, "error: "));
}

BOOST_AUTO_TEST_SUITE_END()
