#include "tests/quality/conll_score.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "graph/error/error.h"

using dossier::ingest::TreebankSentence;
using namespace dossier::quality;

namespace {

/// "form head relation [name]" for each word; a "+" before the form puts it into the surface token of the word before.
TreebankSentence sentence(const std::vector<std::string>& words) {
  TreebankSentence result;
  for (const std::string& text : words) {
    std::istringstream in(text);
    auto& word = result.words.emplace_back();
    in >> word.form >> word.head >> word.relation >> word.name;
    const bool part = word.form.size() > 1 && word.form[0] == '+';
    if (part) word.form.erase(0, 1);
    const std::size_t before = result.words.size() - 1;
    word.surface = before == 0 ? 0 : result.words[before - 1].surface + (part ? 0 : 1);
    word.lemma = word.form;
    word.upos = word.form.size() > 3 ? "LONG" : "SHORT";
    word.xpos = word.form.substr(0, 1);
  }
  return result;
}

void check(const Score& score, std::size_t gold, std::size_t system, std::size_t correct) {
  BOOST_CHECK_EQUAL(score.gold, gold);
  BOOST_CHECK_EQUAL(score.system, system);
  BOOST_CHECK_EQUAL(score.correct, correct);
}

const TreebankSentence seoul_signed = sentence({"Seoul 2 nsubj", "signed 0 root", "it 2 obj", ". 2 punct"});

}  // namespace

BOOST_AUTO_TEST_CASE(a_text_agrees_with_itself) {
  const ConllScores scores = conll_score({seoul_signed}, {seoul_signed});
  for (const Score& score :
       {scores.tokens, scores.words, scores.upos, scores.xpos, scores.lemmas, scores.uas, scores.las})
    check(score, 4, 4, 4);
  check(scores.sentences, 1, 1, 1);
  check(scores.clas, 3, 3, 3);
  BOOST_CHECK_EQUAL(scores.las.f1(), 1.0);
}

BOOST_AUTO_TEST_CASE(heads_relations_and_tags_are_counted_apart) {
  TreebankSentence system = seoul_signed;
  system.words[0].relation = "nsubj:pass";  // a subtype does not count
  system.words[2].relation = "iobj";
  system.words[3].head = 3;
  system.words[1].upos = "VERB";
  system.words[1].lemma = "sign";
  const ConllScores scores = conll_score({seoul_signed}, {system});
  check(scores.uas, 4, 4, 3);
  check(scores.las, 4, 4, 2);
  check(scores.clas, 3, 3, 2);
  check(scores.upos, 4, 4, 3);
  check(scores.lemmas, 4, 4, 3);
}

BOOST_AUTO_TEST_CASE(other_tokens_lose_themselves_and_what_hangs_on_them) {
  const TreebankSentence gold = sentence({"Young-joon 2 nsubj", "left 0 root", ". 2 punct"});
  const TreebankSentence system = sentence({"Young 4 nsubj", "- 1 punct", "joon 1 flat", "left 0 root", ". 4 punct"});
  const ConllScores scores = conll_score({gold}, {system});
  check(scores.tokens, 3, 5, 2);
  check(scores.words, 3, 5, 2);
  check(scores.las, 3, 5, 2);
  BOOST_CHECK_CLOSE(scores.words.f1(), 0.5, 1e-9);
  BOOST_CHECK_CLOSE(scores.words.precision(), 0.4, 1e-9);
  BOOST_CHECK_CLOSE(scores.words.recall(), 2.0 / 3, 1e-9);
  const TreebankSentence head_lost = sentence({"Kim 4 nsubj", "ha 4 dep", "- 4 punct", "s 0 root"});
  const TreebankSentence head_whole = sentence({"Kim 2 nsubj", "ha-s 0 root"});
  check(conll_score({head_whole}, {head_lost}).uas, 2, 4, 0);
}

BOOST_AUTO_TEST_CASE(other_sentences) {
  const TreebankSentence first = sentence({"He 2 nsubj", "left 0 root"}),
                         second = sentence({"She 2 nsubj", "stayed 0 root"});
  const TreebankSentence both = sentence({"He 2 nsubj", "left 0 root", "She 4 nsubj", "stayed 2 parataxis"});
  const ConllScores scores = conll_score({first, second}, {both});
  check(scores.sentences, 2, 1, 0);
  check(scores.words, 4, 4, 4);
  check(scores.las, 4, 4, 3);
}

BOOST_AUTO_TEST_CASE(words_of_one_token_align_by_their_forms) {
  const TreebankSentence gold = sentence({"I 2 nsubj", "do 0 root", "+n't 2 advmod", ". 2 punct"});
  const TreebankSentence whole = sentence({"I 2 nsubj", "don't 0 root", ". 2 punct"});
  check(conll_score({gold}, {whole}).tokens, 3, 3, 3);
  check(conll_score({gold}, {whole}).words, 4, 3, 2);
  const TreebankSentence other = sentence({"I 2 nsubj", "don 0 root", "+'t 2 advmod", ". 2 punct"});
  check(conll_score({gold}, {other}).words, 4, 4, 2);
  const TreebankSentence tokens = sentence({"I 2 nsubj", "do 0 root", "n't 2 advmod", ". 2 punct"});
  check(conll_score({gold}, {tokens}).words, 4, 4, 4);
  check(conll_score({gold}, {tokens}).tokens, 3, 4, 2);
}

BOOST_AUTO_TEST_CASE(other_texts_are_refused) {
  BOOST_CHECK_THROW((void)conll_score({seoul_signed}, {sentence({"Seoul 0 root"})}), dossier::Error);
}

BOOST_AUTO_TEST_CASE(names_need_their_type_and_place) {
  const TreebankSentence gold =
      sentence({"Kim 0 root B-PER", "Gu 1 flat I-PER", "Seoul 1 dep B-LOC", "UN 1 dep B-ORG", "Jan 1 dep O"});
  const TreebankSentence system =
      sentence({"Kim 0 root B-PER", "Gu 1 flat I-PER", "Seoul 1 dep B-ORG", "UN 1 dep I-ORG", "Jan 1 dep B-PER"});
  const NameScores scores = name_score({gold}, {system});
  check(scores.all, 3, 3, 1);
  check(scores.by_type.at("PER"), 1, 2, 1);
  check(scores.by_type.at("ORG"), 1, 1, 0);
  check(scores.by_type.at("LOC"), 1, 0, 0);
  // tokens need not be the same; two names side by side are two
  const TreebankSentence split =
      sentence({"Kim 0 root B-PER", "G 1 flat I-PER", "u 1 flat I-PER", "SeoulUN 1 dep O", "Jan 1 dep O"});
  check(name_score({gold}, {split}).all, 3, 1, 1);
  const TreebankSentence one = sentence({"A 0 root B-PER"}), two = sentence({"B 0 root I-PER"});
  check(name_score({one, two}, {one, two}).all, 2, 2, 2);
}
