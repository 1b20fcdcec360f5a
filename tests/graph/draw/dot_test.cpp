#include "graph/draw/dot.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/graph/draw/briefing_picture.h"
#include "tests/graph/draw/hard_pictures.h"

using namespace dossier::graph;

namespace {

Picture small() {
  Picture picture{"Who heads what", {"Source: a.txt"}, {}, {}};
  picture.nodes = {{"n_choi", "Choi", {"Vice Minister"}, "person", "s1: Choi said \"no\"."},
                   {"n_통일부", "통일부", {}, "body", ""}};
  picture.edges = {{"n_choi", "n_통일부", {"member of · s1", "supports · s1"}, LineKind::happened, true, "s1: x"}};
  return picture;
}

std::string without_heading(const std::string& dot) {
  std::istringstream lines(dot);
  std::string out;
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("  label=<")) out += line + '\n';
  return out;
}

/// What `dot -Tcanon` says of it on standard error; nothing when dot is content or not installed.
std::string complaints_of_dot(const std::string& text) {
  if (std::system("command -v dot >/dev/null 2>&1") != 0) return {};
  const auto file =
      std::filesystem::temp_directory_path() / ("dossier_dot_test_" + std::to_string(std::rand()) + ".dot");
  std::ofstream(file) << text;
  const std::string said = file.string() + ".err";
  const int status = std::system(("dot -Tcanon '" + file.string() + "' >/dev/null 2>'" + said + "'").c_str());
  std::ostringstream complaints;
  complaints << std::ifstream(said).rdbuf();
  std::filesystem::remove(file);
  std::filesystem::remove(said);
  return complaints.str() + (status == 0 ? "" : "failed");
}

/// The longest string of a DOT text, escapes and all.
std::size_t longest_string(const std::string& dot) {
  std::size_t longest = 0, line = 0;
  for (const char c : dot) {
    line = c == '\n' ? 0 : line + 1;
    longest = std::max(longest, line);
  }
  return longest;
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_statement_a_line) {
  BOOST_TEST(without_heading(to_dot(small(), {.direction = Direction::right, .font = "Sans"})) == R"(digraph dossier {
  bgcolor="#FFFFFF"
  charset="UTF-8"
  fontcolor="#1A1A1A"
  fontname="Sans"
  labeljust=l
  labelloc=t
  layout=dot
  nodesep=0.22
  rankdir=LR
  ranksep=0.35
  node [fontcolor="#1A1A1A" fontname="Sans" fontsize=11 height=0.3 id="\N" margin="0.11,0.05" width=0.3]
  edge [arrowsize=0.6 fontname="Sans" fontsize=9]
  subgraph kind_body {
    node [class="body" color="#A86F00" fillcolor="#FBE8C4" shape=box style="filled"]
    n_통일부 [label=<<b>통일부</b>>]
  }
  subgraph kind_person {
    node [class="person" color="#2A78AE" fillcolor="#DCEDF8" shape=box style="rounded,filled"]
    n_choi [label=<<table border="0" cellborder="0" cellpadding="0" cellspacing="0"><tr><td><b>Choi</b></td></tr><tr><td><font point-size="9">Vice Minister</font></td></tr></table>> tooltip="s1: Choi said \"no\"."]
  }
  subgraph lines_happened {
    edge [class=happened color="#3A3A3A" fontcolor="#3A3A3A" penwidth=1.2 style=solid]
    n_choi -> n_통일부 [id=e1 label="member of · s1\nsupports · s1" tooltip="s1: x"]
  }
}
)");
}

BOOST_AUTO_TEST_CASE(the_key_names_only_what_occurs) {
  const std::string plain = to_dot(small());
  BOOST_TEST(plain.find("organization") != std::string::npos);
  BOOST_TEST(plain.find("agreement") == std::string::npos);
  BOOST_TEST(plain.find("happened&#160;") == std::string::npos);  // a key of one line tells nothing
  Picture denied = small();
  denied.edges.front().line = LineKind::denied;
  BOOST_TEST(to_dot(denied).find("denied&#160;") != std::string::npos);
  BOOST_TEST(to_dot(denied, {.legend = false}).find("denied&#160;") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(says_that_there_is_nothing) {
  BOOST_TEST(to_dot(Picture{}).find("No facts to draw") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(graphviz_accepts_it) {
  const Store store = sample::briefing();
  for (const Picture& picture : {Picture{}, small(), sample::hostile(), sample::scripts(), sample::dense(80),
                                 make_picture(store, select(store))})
    BOOST_TEST(complaints_of_dot(to_dot(picture)) == "");
}

BOOST_AUTO_TEST_CASE(no_string_is_too_long) {
  Picture picture = small();
  const std::string endless(100000, '"');
  picture.title = picture.nodes[0].name = picture.nodes[0].tooltip = picture.edges[0].tooltip = endless;
  picture.caption.assign(100, endless);
  picture.nodes[0].details.assign(100, endless);
  picture.edges[0].labels.assign(100, endless);
  for (int i = 0; i < 100; ++i) picture.nodes.push_back({"n_x" + std::to_string(i), "x", {}, "class" + endless, ""});
  // a node's line holds two strings
  BOOST_TEST(longest_string(to_dot(picture)) < 2 * 16384u);
}
