// Builds a graph of the gold articles, and of articles of our own, with the program, exports its facts as JSON Lines and has
// them scored.
// The thresholds are a little below what is reached, which stands in docs/quality.md.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

namespace fs = std::filesystem;

/// What a command prints; fails the test when it ends with another code than 0.
std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  BOOST_REQUIRE_MESSAGE(::pclose(pipe) == 0, command);
  return out;
}

double f1(const boost::json::value& total, const char* measure) { return total.at(measure).at("F1").to_number<double>(); }

/// Builds a graph of the articles in `folder`, prints how far it agrees with their annotations, and returns the totals.
boost::json::value score(const fs::path& folder) {
  std::string pattern = (fs::temp_directory_path() / "dossier-gold.XXXXXX").string();
  BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  const fs::path made = pattern;
  const std::string program = DOSSIER_PROGRAM, graph = (made / "gold.kg").string(), lines = (made / "gold.jsonl").string();
  output_of(program + " -q build '" + (folder / "texts").string() + "' -g " + graph);
  output_of(program + " -q facts -f jsonl -g " + graph + " > " + lines);
  const std::string score = "python3 '" DOSSIER_SHARED "/gold/score.py' " + lines + " --gold '" + (folder / "annotations").string() + "'";
  std::cout << output_of(score + " --per-doc");
  boost::json::value result = boost::json::parse(output_of(score + " --json")).at("total");
  fs::remove_all(made);
  return result;
}

bool can_score() {
  if (fs::exists(DOSSIER_SHARED "/gold/score.py") && std::system("command -v python3 >/dev/null") == 0) return true;
  std::cout << "skipped: the gold annotations or python3 are not here\n";
  return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(seven_articles) {
  if (!can_score()) return;
  const boost::json::value total = score(DOSSIER_SHARED "/gold");
  BOOST_CHECK_GE(f1(total, "entity"), 0.77);
  BOOST_CHECK_GE(f1(total, "relaxed"), 0.57);
  BOOST_CHECK_GE(f1(total, "strict"), 0.53);
}

BOOST_AUTO_TEST_CASE(articles_of_our_own) {
  if (!can_score()) return;
  const boost::json::value total = score(DOSSIER_SOURCE "/tests/quality/articles");
  BOOST_CHECK_GE(f1(total, "entity"), 0.8);
  BOOST_CHECK_GE(f1(total, "relaxed"), 0.44);
  BOOST_CHECK_GE(f1(total, "strict"), 0.42);
}
