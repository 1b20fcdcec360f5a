#include "ingest/language/sentence_boundaries.h"

#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>

#include "graph/error/error.h"
#include "ingest/language/tokenizer.h"
#include "ingest/language/training/boundaries.h"

using namespace dossier::ingest;

namespace {

/// A treebank of these sentences, without anything but words.
std::vector<TreebankSentence> treebank(const std::vector<std::string>& sentences) {
  std::vector<TreebankSentence> result;
  for (const std::string& sentence : sentences) {
    TreebankSentence& one = result.emplace_back();
    one.new_document = result.size() % 4 == 1;
    std::istringstream in(sentence);
    for (std::string form; in >> form;) {
      TreebankWord word;
      word.form = form;
      word.surface = static_cast<std::uint32_t>(one.words.size());
      one.words.push_back(word);
    }
    for (std::size_t i = 0; i + 1 < one.words.size(); ++i)
      if (one.words[i + 1].form == "." || one.words[i + 1].form == "?") one.words[i].space_after = false;
  }
  return result;
}

const std::vector<std::string> small = {"The envoy met Dr. Kim .",
                                        "They left the U.S. in May .",
                                        "Why did Dr. Park go ?",
                                        "He met the U.S. envoy .",
                                        "The talks failed .",
                                        "Dr. Lee said no .",
                                        "They met in the U.S. last May .",
                                        "Who knows ?"};

std::string shown(const BoundaryModel& model, std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::string out;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : model.sentence_ends(text, tokens, 0)) {
    out += (begin == 0 ? "" : " // ") +
           std::string(text.substr(tokens[begin].span.begin, tokens[end - 1].span.end - tokens[begin].span.begin));
    begin = end;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(learns_what_it_is_shown) {
  const std::string section = train_boundaries(treebank(small), {.passes = 60, .step = 0.2F});
  const BoundaryModel model(section);
  BOOST_CHECK_EQUAL(shown(model, "The envoy met Dr. Kim. They left the U.S. in May. Who knows?"),
                    "The envoy met Dr. Kim. // They left the U.S. in May. // Who knows?");
  BOOST_CHECK_EQUAL(shown(model, "no end"), "no end");
}

BOOST_AUTO_TEST_CASE(training_gives_the_same_bytes_again) {
  BOOST_CHECK(train_boundaries(treebank(small)) == train_boundaries(treebank(small)));
  BOOST_CHECK(train_boundaries(treebank(small), {.seed = 1}) != train_boundaries(treebank(small), {.seed = 2}));
}

BOOST_AUTO_TEST_CASE(later_tokens_only) {
  const std::string section = train_boundaries(treebank(small));
  const BoundaryModel model(section);
  const std::string_view text = "Talks failed. Who knows?";
  std::vector<Token> tokens;
  tokenize(text, {0, 13}, tokens);
  const auto first = static_cast<std::uint32_t>(tokens.size());
  tokenize(text, {14, 24}, tokens);
  BOOST_CHECK_EQUAL(model.sentence_ends(text, tokens, first).back(), 6);
}

BOOST_AUTO_TEST_CASE(a_damaged_model_is_refused) {
  std::string section = train_boundaries(treebank(small));
  BOOST_CHECK_THROW(BoundaryModel(std::string_view(section).substr(1)), dossier::Error);
  BOOST_CHECK_THROW(BoundaryModel(""), dossier::Error);
  section[0] = 'X';
  BOOST_CHECK_THROW(BoundaryModel{std::string_view(section)}, dossier::Error);
}
