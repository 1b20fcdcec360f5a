// What the program answers about a graph that was written by hand.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/cli/run_program.h"
#include "tests/cli/sample.h"

using namespace dossier::cli::test;
namespace json = boost::json;

namespace {

struct Graph {
  Folder folder;
  std::string file = folder.write("sample.trig", sample_trig);

  Outcome ask(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"-g", file});
    return run_dossier(std::move(arguments));
  }
  json::value ask_json(std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    return json::parse(ask(std::move(arguments)).out);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(questions, Graph)

BOOST_AUTO_TEST_CASE(facts_are_a_table) {
  const Outcome outcome = ask({"facts"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.out ==
             "id     subject              relation        object       status    evidence\n"
             "bbbb2  Fisheries Agreement  between         Iceland      occurred  oslo:1\n"
             "aaaa1  Fisheries Agreement  between         Norway       occurred  oslo:1 reykjavik:1\n"
             "cccc3  Fisheries Agreement  signed on       2020-03-03   occurred  oslo:1\n"
             "eeee5  Kari Nordmann        holds position  Minister     occurred  oslo:2\n"
             "dddd4  Norway               hosted          Oslo Summit  denied    oslo:2\n"
             "ffff6  Iceland              visited         Ísafjörður   planned   reykjavik:1\n");
}

BOOST_AUTO_TEST_CASE(facts_are_filtered) {
  const auto ids = [this](std::vector<std::string> filter) {
    filter.insert(filter.begin(), {"facts", "-f", "tsv"});
    const std::string text = ask(std::move(filter)).out;
    std::string found;
    for (std::size_t at = text.find('\n') + 1; at < text.size(); at = text.find('\n', at) + 1)
      found += text.substr(at, 1);
    return found;
  };
  BOOST_TEST(ids({"--about", "Kari Nordmann"}) == "e");
  BOOST_TEST(ids({"--about", "kingdom of norway", "--relation", "between"}) == "a");
  BOOST_TEST(ids({"--by", "Kari Nordmann"}) == "d");
  BOOST_TEST(ids({"--speaker", "Minister Kari Nordmann"}) == "d");
  BOOST_TEST(ids({"--relation", "holds position"}) == "e");
  BOOST_TEST(ids({"--relation", "holdsPosition"}) == "e");
  BOOST_TEST(ids({"--type", "Summit"}) == "d");
  BOOST_TEST(ids({"--status", "planned,denied"}) == "df");
  BOOST_TEST(ids({"--status", "planned", "--status", "denied"}) == "df");
  BOOST_TEST(ids({"--doc", "reykjavik"}) == "af");
  BOOST_TEST(ids({"--since", "2020-03", "--until", "2020", "--relation", "signedOn"}) == "c");
  BOOST_TEST(ids({"--limit", "1"}).size() == 1);
}

BOOST_AUTO_TEST_CASE(no_fact_is_the_answer_no) {
  const Outcome outcome = ask({"facts", "--since", "2021"});
  BOOST_TEST(outcome.code == 1);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(outcome.err == "dossier: note: no fact fits\n");
  BOOST_TEST(ask({"facts", "--since", "2021", "--json"}).out == "[]\n");
  BOOST_TEST(ask({"facts", "--since", "last year"}).code == 2);
}

BOOST_AUTO_TEST_CASE(an_unknown_name_gets_the_nearest_ones) {
  const Outcome outcome = ask({"show", "Norwey"});
  BOOST_TEST(outcome.code == 1);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(
      contains(outcome.err, "dossier: error: nothing in the graph is called 'Norwey'\n  help: did you mean 'Norway'"));
}

BOOST_AUTO_TEST_CASE(other_names_are_mended_too) {
  BOOST_TEST(contains(ask({"facts", "--relation", "holdPosition"}).err, "did you mean 'holdsPosition'"));
  BOOST_TEST(contains(ask({"facts", "--type", "Sumit"}).err, "did you mean 'Summit'"));
  const Outcome status = ask({"facts", "--status", "plannd"});
  BOOST_TEST(status.code == 2);
  BOOST_TEST(contains(status.err, "did you mean 'planned'"));
  BOOST_TEST(contains(ask({"facts", "--doc", "osl"}).err, "did you mean 'oslo'"));
}

BOOST_AUTO_TEST_CASE(facts_are_csv_and_json) {
  const Outcome csv = ask({"facts", "-f", "csv", "--status", "denied"});
  BOOST_TEST(csv.out ==
             "id,subject,relation,object,status,speaker,doc,sentence,quote\n"
             "dddd4,Norway,hosted,Oslo Summit,denied,Kari Nordmann,oslo,2,Minister Kari Nordmann said Norway will not "
             "host the summit.\n");
  const json::value facts = ask_json({"facts", "--status", "denied"});
  const json::object& fact = facts.as_array().at(0).as_object();
  BOOST_TEST(fact.at("id").as_string() == "dddd4");
  BOOST_TEST(fact.at("subject").at("name").as_string() == "Norway");
  BOOST_TEST(fact.at("speaker").at("name").as_string() == "Kari Nordmann");
  BOOST_TEST(fact.at("evidence").at(0).at("sentence").as_int64() == 2);
  BOOST_TEST(fact.at("evidence").at(0).at("source").as_string() == "news/oslo.txt");
}

BOOST_AUTO_TEST_CASE(shows_everything_on_a_thing) {
  const Outcome outcome = ask({"show", "Kari", "Nordmann"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.out ==
             "Kari Nordmann\n"
             "  person\n"
             "  also: Minister Kari Nordmann\n"
             "  https://w3id.org/dossier/id/person/kari-nordmann\n"
             "  mentioned in 1 sentence of 1 document\n"
             "\n"
             "posts\n"
             "  Minister  2020-03-04    oslo:2\n"
             "holds position\n"
             "  Minister                oslo:2  eeee5\n");
}

BOOST_AUTO_TEST_CASE(shows_what_others_say_of_it) {
  const Outcome outcome = ask({"show", "the Kingdom of Norway"});
  BOOST_TEST(contains(outcome.out, "hosted\n  Oslo Summit"));
  BOOST_TEST(contains(outcome.out, "denied, said by Kari Nordmann"));
  BOOST_TEST(contains(outcome.out, "← between\n  Fisheries Agreement  2020-03-03"));
  const json::value entity = ask_json({"show", "Norway"});
  BOOST_TEST(entity.at("altNames").at(0).as_string() == "Kingdom of Norway");
  BOOST_TEST(entity.at("facts").as_array().size() == 1);
  BOOST_TEST(entity.at("factsAsObject").as_array().size() == 1);
}

BOOST_AUTO_TEST_CASE(neighbors_are_a_tree) {
  const Outcome outcome = ask({"neighbors", "Iceland", "--depth", "2"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.out.starts_with("Iceland\n"));
  BOOST_TEST(contains(outcome.out, "  visited → Ísafjörður"));
  BOOST_TEST(contains(outcome.out, "  ← between — Fisheries Agreement"));
  BOOST_TEST(contains(outcome.out, "    between → Norway"));
}

BOOST_AUTO_TEST_CASE(a_path_is_a_chain_of_facts) {
  const Outcome outcome = ask({"path", "Norway", "Iceland"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.out.starts_with("Norway\n  ← between — Fisheries Agreement"));
  BOOST_TEST(contains(outcome.out, "\n  between → Iceland"));
  const Outcome none = ask({"path", "Norway", "Minister"});
  BOOST_TEST(none.code == 1);
  BOOST_TEST(contains(none.err, "no chain of at most 6 facts"));
}

BOOST_AUTO_TEST_CASE(a_timeline_is_by_date) {
  const Outcome outcome = ask({"timeline"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.out, "2020-03-03  Fisheries Agreement"));
  BOOST_TEST(contains(outcome.out, "Iceland, Norway"));
  BOOST_TEST(ask({"timeline", "--since", "2021"}).code == 1);
  BOOST_TEST(ask_json({"timeline", "Norway"}).as_array().at(0).at("date").as_string() == "2020-03-03");
}

BOOST_AUTO_TEST_CASE(evidence_of_a_fact_is_its_sentences) {
  const Outcome outcome = ask({"evidence", "cccc"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.out ==
             "cccc3  Fisheries Agreement — signed on → 2020-03-03\n"
             "  read by \"example\", confidence 0.9, dated by \"on March 3\" and the document's date\n"
             "  news/oslo.txt, sentence 1, characters 0–61 (bytes 0–61)\n"
             "    Norway and Iceland signed the Fisheries Agreement on March 3.\n");
  BOOST_TEST(ask({"evidence", "https://w3id.org/dossier/id/fact/cccc3333dddd"}).out == outcome.out);
}

BOOST_AUTO_TEST_CASE(evidence_is_highlighted_in_colour) {
  BOOST_TEST(contains(ask({"evidence", "cccc", "--color", "always"}).out,
                      "\x1b[1mFisheries Agreement\x1b[0m \x1b[1mon March 3\x1b[0m."));
}

BOOST_AUTO_TEST_CASE(evidence_of_a_thing_is_what_mentions_it) {
  const Outcome outcome = ask({"evidence", "Norway"});
  BOOST_TEST(contains(outcome.out, "news/oslo.txt, sentence 1"));
  BOOST_TEST(contains(outcome.out, "news/reykjavik.txt, sentence 1"));
  BOOST_TEST(ask({"evidence", "zzzz"}).code == 1);
}

BOOST_AUTO_TEST_CASE(statistics) {
  const json::value is = ask_json({"stats"});
  BOOST_TEST(is.at("documents").as_int64() == 2);
  BOOST_TEST(is.at("facts").as_int64() == 6);
  BOOST_TEST(is.at("factMentions").as_int64() == 7);
  BOOST_TEST(is.at("factsByStatus").at("Denied").as_int64() == 1);
  BOOST_TEST(contains(ask({"stats"}).out, "things by class"));
}

BOOST_AUTO_TEST_CASE(colours_only_when_asked_for) {
  BOOST_TEST(!contains(ask({"facts"}).out, "\x1b["));
  BOOST_TEST(contains(ask({"facts", "--color=always"}).out, "\x1b["));
}

BOOST_AUTO_TEST_SUITE_END()
