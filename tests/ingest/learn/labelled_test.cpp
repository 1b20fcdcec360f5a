#include "ingest/learn/labelled.h"

#include <boost/test/unit_test.hpp>
#include <unistd.h>
#include <filesystem>
#include <tuple>
#include <fstream>

#include "graph/error/error.h"
#include "ingest/learn/agreement.h"

using namespace dossier::ingest;
namespace fs = std::filesystem;

namespace {

std::vector<LabelledText> read(const std::string& lines) {
  const fs::path file = fs::temp_directory_path() / ("dossier_labelled_" + std::to_string(::getpid()) + ".jsonl");
  std::ofstream(file, std::ios::binary) << lines;
  const fs::path files[] = {file};
  try {
    auto texts = read_labelled(files);
    fs::remove(file);
    return texts;
  } catch (...) {
    fs::remove(file);
    throw;
  }
}

LabelledFact fact(std::string subject, std::string object, std::optional<Span> subject_place = {}, std::optional<Span> object_place = {}) {
  return {"p", std::move(subject), std::move(object), subject_place, object_place};
}

}  // namespace

BOOST_AUTO_TEST_CASE(our_own_form) {
  const auto texts = read("{\"id\":\"a\",\"text\":\"\\u00c9va met Bo.\",\"facts\":[{\"s\":\"\\u00c9va\",\"p\":\"met\",\"o\":\"Bo\",\"sSpan\":[0,3],\"oSpan\":[8,10]}],\"asked\":[\"met\",\"left\"]}\n\n"
                          "{\"text\":\"Nothing.\",\"facts\":[]}\n");
  BOOST_REQUIRE(texts.size() == 2u);
  BOOST_TEST(texts[0].id == "a");
  BOOST_REQUIRE(texts[0].facts.size() == 1u);
  const Span subject = *texts[0].facts[0].subject_place, object = *texts[0].facts[0].object_place;
  BOOST_TEST(texts[0].text.substr(subject.begin, subject.size()) == "\xC3\x89va");  // code points became bytes
  BOOST_TEST(texts[0].text.substr(object.begin, object.size()) == "Bo");
  BOOST_TEST(texts[0].asked.size() == 2u);
  BOOST_TEST(texts[1].id == "3");
}

BOOST_AUTO_TEST_CASE(passages_of_documents) {
  const auto texts = read("{\"documentId\":\"7\",\"passages\":[{\"passageId\":\"7:10\",\"passageStart\":10,\"passageEnd\":22,\"passageText\":\"Bo knows Ann.\",\"exhaustivelyAnnotatedProperties\":[\"K\"],"
                          "\"facts\":[{\"propertyId\":\"K\",\"subjectStart\":10,\"subjectEnd\":12,\"objectStart\":19,\"objectEnd\":22,\"subjectText\":\"Bo\",\"objectText\":\"Ann\"}]}]}\n");
  BOOST_REQUIRE(texts.size() == 1u);
  BOOST_TEST(texts[0].group == "7");
  BOOST_TEST(texts[0].facts[0].object_place->begin == 9u);
}

BOOST_AUTO_TEST_CASE(lines_of_one_sentence_are_one_text) {
  const auto texts = read("{\"id\":\"1\",\"sent\":\"Bo wrote Sea.\",\"sub_label\":\"Sea\",\"rel_label\":\"author\",\"obj_label\":\"Bo\"}\n"
                          "{\"id\":\"2\",\"sent\":\"Bo wrote Sea.\",\"sub_label\":\"Bo\",\"rel_label\":\"works\",\"obj_label\":\"Sea\"}\n");
  BOOST_REQUIRE(texts.size() == 1u);
  BOOST_TEST(texts[0].facts.size() == 2u);
}

BOOST_AUTO_TEST_CASE(faults_are_told_with_their_line) {
  const std::string good = "{\"text\":\"x\",\"facts\":[]}\n";
  for (const auto& [line, message] : std::initializer_list<std::pair<const char*, const char*>>{
           {"{", "not JSON"}, {"[]", "not a JSON object"}, {"{\"id\":1}", "needs"}, {"{\"text\":\"x\"}", "no list \"facts\""},
           {"{\"text\":\"x\",\"facts\":[{\"p\":\"a\",\"s\":\"x\"}]}", "no text \"o\""},
           {"{\"text\":\"xy\",\"facts\":[{\"p\":\"a\",\"s\":\"x\",\"o\":\"y\",\"sSpan\":[0,9]}]}", "outside of the text"},
           {"{\"text\":\"xy\",\"facts\":[{\"p\":\"a\",\"s\":\"x\",\"o\":\"y\",\"sSpan\":[0]}]}", "not [begin, end]"}}) {
    BOOST_CHECK_EXCEPTION(read(good + line + "\n"), dossier::Error, [&](const dossier::Error& error) {
      BOOST_TEST(error.location().line == 2u, line);
      return std::string(error.what()).find(message) != std::string::npos;
    });
  }
  const fs::path nowhere[] = {"/no/such/file.jsonl"};
  BOOST_CHECK_THROW(std::ignore = read_labelled(nowhere), dossier::Error);
}

BOOST_AUTO_TEST_CASE(agreement_by_place_and_by_name) {
  const std::vector<LabelledFact> gold{fact("Bo", "Ann", Span{0, 2}, Span{9, 12})};
  const Agreement over = agreement(gold, std::vector{fact("Bo Li", "Ann", Span{0, 5}, Span{9, 12}), fact("x", "y", Span{20, 21}, Span{22, 23})}, false);
  BOOST_TEST(over.hits == 1u);
  BOOST_TEST(over.wrong == 1u);
  BOOST_TEST(over.missed == 0u);
  const std::vector<LabelledFact> named{fact("The Sea", "Bo"), fact("Land", "Ann")};
  const Agreement by_name = agreement(named, std::vector{fact("sea", "Bo"), fact("\"Sea\"", "Bo"), fact("Sea", "Ann")}, true);
  BOOST_TEST(by_name.hits == 1u);    // the second says the same again
  BOOST_TEST(by_name.wrong == 1u);
  BOOST_TEST(by_name.missed == 1u);
  BOOST_TEST(by_name.f1() == 0.5);
}

BOOST_AUTO_TEST_CASE(two_writings_of_a_name) {
  BOOST_TEST(name_key("Mad Max : Fury Road") == name_key("Mad Max: Fury Road"));
  BOOST_TEST(name_key("If It 's Lovin ' that You Want") == name_key("If It's Lovin' that You Want"));
  BOOST_TEST(name_key("The Sea") == name_key("sea"));
  BOOST_TEST(name_key("Theatre") != name_key("atre"));
  for (const char* date : {"5 May 2001", "05 May 2001", "May 5, 2001", "5th of May 2001", "2001-05-05", "5 May, 2001"}) BOOST_TEST(name_key(date) == "2001-5-5", date);
  BOOST_TEST(name_key("01 January 2009") == name_key("2009"));
  BOOST_TEST(name_key("01 April 1995") == name_key("April 1995"));
  BOOST_TEST(name_key("01 April 1995") != name_key("1995"));
  BOOST_TEST(name_key("31 May") == "31may");          // no year
  BOOST_TEST(name_key("1984 Games") == "1984games");  // no date
  BOOST_TEST(name_key("99 2001") == "992001");
}
