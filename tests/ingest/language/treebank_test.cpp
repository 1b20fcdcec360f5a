#include "ingest/language/treebank.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "graph/error/error.h"
#include "ingest/language/name_annotations.h"

using namespace dossier::ingest;

namespace {

/// "form/upos/xpos/head/relation" for each word; "_" glues a word to the next one, "+" makes both one surface token.
TreebankSentence sentence(const std::vector<std::string>& words) {
  std::string text;
  std::size_t number = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::istringstream in(words[i]);
    std::string form, upos, xpos, head, relation, mark, lemma, name;
    for (std::string* part : {&form, &upos, &xpos, &head, &relation, &mark, &lemma, &name})
      std::getline(in, *part, '/');
    ++number;
    const std::string id = std::to_string(number);
    if (mark == "+") text += id + "-" + std::to_string(number + 1) + "\t" + form + "…\t_\t_\t_\t_\t_\t_\t_\t_\n";
    text += id + "\t" + form + "\t" + (lemma.empty() ? form : lemma) + "\t" + upos + "\t" + xpos + "\t_\t" + head +
            "\t" + relation + "\t_\t" + (mark == "_" ? "SpaceAfter=No" : "_") + (name.empty() ? "" : "|Name=" + name) +
            "\n";
  }
  std::istringstream in(text);
  return read_treebank(in, "test").front();
}

std::string shown(const TreebankSentence& sentence) {
  std::string out;
  for (const TreebankWord& w : sentence.words)
    out += (out.empty() ? "" : " ") + w.form + "/" + w.upos + "/" + w.xpos + "/" + std::to_string(w.head) + "/" +
           w.relation;
  return out;
}

std::vector<TreebankSentence> read(const std::string& text) {
  std::istringstream in(text);
  return read_treebank(in, "a.conllu");
}

std::uint64_t line_of_fault(const std::string& text) {
  try {
    (void)read(text);
  } catch (const dossier::Error& error) {
    BOOST_CHECK_EQUAL(error.location().source, "a.conllu");
    return error.location().line;
  }
  return 0;
}

std::string row(const std::string& id, const std::string& form, const std::string& head) {
  return id + "\t" + form + "\t" + form + "\tX\tXX\t_\t" + head + "\tdep\t_\t_\n";
}

std::filesystem::path shared(const std::string& name) { return std::filesystem::path(DOSSIER_SHARED) / "data" / name; }

}  // namespace

BOOST_AUTO_TEST_CASE(words_ranges_and_comments) {
  const auto sentences = read("# newdoc id = d\n# sent_id = s1\n# newpar\n# text = I don't.\n" + row("1", "I", "2") +
                              "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" + row("2", "do", "0") +
                              row("3", "n't", "2") + "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n" + row("4", ".", "2") +
                              "\n# newpar_block = x\n# sent_id = s2\n" + row("1", "No", "0"));
  BOOST_REQUIRE_EQUAL(sentences.size(), 2);
  const TreebankSentence& first = sentences[0];
  BOOST_CHECK(first.new_document && first.new_paragraph);
  BOOST_CHECK_EQUAL(first.text, "I don't.");
  BOOST_REQUIRE_EQUAL(first.words.size(), 4);
  BOOST_CHECK_EQUAL(first.words[1].surface, 1);
  BOOST_CHECK_EQUAL(first.words[2].surface, 1);
  BOOST_CHECK_EQUAL(first.words[3].surface, 2);
  BOOST_CHECK(first.words[0].space_after && !first.words[1].space_after && !first.words[2].space_after);
  BOOST_CHECK_EQUAL(sentences[1].id, "s2");
  BOOST_CHECK(!sentences[1].new_paragraph);
}

BOOST_AUTO_TEST_CASE(faults_have_a_line) {
  BOOST_CHECK_EQUAL(line_of_fault(row("1", "a", "0") + "2\tb\n"), 2);
  BOOST_CHECK_EQUAL(line_of_fault(row("1", "a", "0") + row("3", "b", "1")), 2);
  BOOST_CHECK_EQUAL(line_of_fault(row("1", "a", "x")), 1);
  BOOST_CHECK_EQUAL(line_of_fault(row("1", "a", "2") + row("2", "b", "1") + "\n"), 3);
  BOOST_CHECK_EQUAL(line_of_fault(row("1", "a", "0") + row("2", "b", "0") + "\n"), 3);
  BOOST_CHECK_EQUAL(line_of_fault(row("1", "a", "7") + "\n"), 2);
  BOOST_CHECK_EQUAL(line_of_fault("2-1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1);
  BOOST_CHECK_EQUAL(line_of_fault("1-2\tb\t_\t_\t_\t_\t_\t_\t_\t_\n" + row("1", "a", "0") + "\n"), 3);
  BOOST_CHECK_EQUAL(line_of_fault("# sent_id = 1\n\n"), 2);
}

BOOST_AUTO_TEST_CASE(hyphenated_names_become_one_word) {
  BOOST_CHECK_EQUAL(
      shown(join_hyphens(sentence({"Choi/PROPN/NNP/5/nsubj", "Young/PROPN/NNP/1/flat/_", "-/PUNCT/HYPH/2/punct/_",
                                   "joon/PROPN/NNP/1/flat", "said/VERB/VBD/0/root"}))),
      "Choi/PROPN/NNP/3/nsubj Young-joon/PROPN/NNP/1/flat said/VERB/VBD/0/root");
}

BOOST_AUTO_TEST_CASE(compounds_before_a_noun_become_adjectives) {
  BOOST_CHECK_EQUAL(shown(join_hyphens(sentence({"long/ADJ/JJ/3/amod/_", "-/PUNCT/HYPH/3/punct/_",
                                                 "term/NOUN/NN/4/compound", "plans/NOUN/NNS/0/root"}))),
                    "long-term/ADJ/JJ/2/amod plans/NOUN/NNS/0/root");
  const TreebankSentence based =
      join_hyphens(sentence({"Seoul/PROPN/NNP/3/obl:unmarked/_//B-LOC", "-/PUNCT/HYPH/3/punct/_//O",
                             "based/VERB/VBN/4/amod//base/O", "firms/NOUN/NNS/0/root///O"}));
  BOOST_CHECK_EQUAL(shown(based), "Seoul-based/ADJ/JJ/2/amod firms/NOUN/NNS/0/root");
  BOOST_CHECK_EQUAL(based.words[0].lemma, "Seoul-based");
  BOOST_CHECK_EQUAL(based.words[0].name, "O");
  BOOST_CHECK_EQUAL(
      shown(join_hyphens(sentence({"end/NOUN/NN/6/compound/_", "-/PUNCT/HYPH/1/punct/_", "of/ADP/IN/5/case/_",
                                   "-/PUNCT/HYPH/5/punct/_", "war/NOUN/NN/1/nmod", "declaration/NOUN/NN/0/root"}))),
      "end-of-war/ADJ/JJ/2/amod declaration/NOUN/NN/0/root");
}

BOOST_AUTO_TEST_CASE(numbers_and_nouns_stay_what_they_are) {
  BOOST_CHECK_EQUAL(shown(join_hyphens(sentence(
                        {"1950/NUM/CD/4/nummod/_", "-/SYM/SYM/3/case/_", "53/NUM/CD/1/nmod", "war/NOUN/NN/0/root"}))),
                    "1950-53/NUM/CD/2/nummod war/NOUN/NN/0/root");
  const TreebankSentence pilots = join_hyphens(sentence(
      {"They/PRON/PRP/4/nsubj", "co/NOUN/NN/4/compound/_", "-/PUNCT/HYPH/4/punct/_", "pilots/NOUN/NNS/0/root//pilot"}));
  BOOST_CHECK_EQUAL(shown(pilots), "They/PRON/PRP/2/nsubj co-pilots/NOUN/NNS/0/root");
  BOOST_CHECK_EQUAL(pilots.words[1].lemma, "co-pilot");
}

BOOST_AUTO_TEST_CASE(dashes_stay_tokens) {
  for (const char* dash : {"-/PUNCT/,/1/punct/_", "–/PUNCT/:/1/punct/_", "-/PUNCT/HYPH/1/punct"}) {
    const TreebankSentence one =
        sentence({"scam/NOUN/NN/0/root/_", dash, "as/SCONJ/IN/4/mark", "shown/VERB/VBN/1/advcl"});
    BOOST_CHECK_EQUAL(join_hyphens(one).words.size(), 4);
  }
}

BOOST_AUTO_TEST_CASE(treebanks_stay_trees) {
  if (!std::filesystem::exists(shared("treebanks"))) {
    std::cout << "skipped: the treebanks are not here\n";
    return;
  }
  for (const char* name :
       {"ewt-train", "ewt-dev", "ewt-test", "gum-open-train", "gum-open-dev", "gum-open-test", "pud-test"}) {
    const auto sentences = read_treebank(shared("treebanks/en_" + std::string(name) + ".conllu"));
    std::size_t words = 0, joined_words = 0;
    for (const TreebankSentence& one : sentences) {
      const TreebankSentence joined = join_hyphens(one);
      BOOST_REQUIRE_MESSAGE(is_tree(joined.words), one.id);
      std::string before, after;
      for (const TreebankWord& word : one.words) before += word.form + (word.space_after ? " " : "");
      for (const TreebankWord& word : joined.words) after += word.form + (word.space_after ? " " : "");
      BOOST_REQUIRE_EQUAL(before, after);
      words += one.words.size();
      joined_words += joined.words.size();
    }
    std::cout << name << ": " << sentences.size() << " sentences, " << words << " words, " << joined_words
              << " with compounds joined\n";
  }
}

BOOST_AUTO_TEST_CASE(names_are_read_and_mended) {
  std::istringstream in(
      "# sent_id = 1\n# text = Al-Zaman of "
      "US\n1\tAl-Zaman\tB-ORG\t-\tx\n2\tof\tB-O\t-\tx\n3\tUS\tI-LOC\t-\tx\n\n0\tRed\tB-MISC\n");
  const auto names = read_names(in, "test");
  BOOST_REQUIRE_EQUAL(names.size(), 2);
  BOOST_CHECK_EQUAL(names[0].words[1].name, "O");
  BOOST_CHECK_EQUAL(names[0].words[2].name, "B-LOC");
  BOOST_CHECK_EQUAL(names[1].words[0].name, "O");
  auto treebank = read("# sent_id = 1\n" + row("1", "Al", "0") + row("2", "-", "1") + row("3", "Zaman", "1") +
                       row("4", "of", "5") + row("5", "US", "1") + "\n# sent_id = 2\n" + row("1", "Blue", "0"));
  const NameAlignment alignment = add_names(treebank, names);
  BOOST_CHECK_EQUAL(alignment.aligned, 1);
  BOOST_CHECK_EQUAL(alignment.dropped.size(), 1);
  std::string tags;
  for (const TreebankWord& word : treebank[0].words) tags += word.name + " ";
  BOOST_CHECK_EQUAL(tags, "B-ORG I-ORG I-ORG O B-LOC ");
  BOOST_CHECK_EQUAL(treebank[1].words[0].name, "");
}

BOOST_AUTO_TEST_CASE(names_align_with_their_treebanks) {
  if (!std::filesystem::exists(shared("names"))) {
    std::cout << "skipped: the names are not here\n";
    return;
  }
  for (const std::string name : {"ewt-train", "ewt-dev", "ewt-test", "pud-test"}) {
    auto treebank = read_treebank(shared("treebanks/en_" + name + ".conllu"));
    const auto names = read_names(shared("names/uner_" + name + ".iob2"));
    const NameAlignment alignment = add_names(treebank, names);
    std::cout << name << ": names in " << alignment.aligned << " of " << treebank.size() << " sentences, "
              << alignment.dropped.size() << " do not align\n";
    BOOST_CHECK_LT(alignment.dropped.size(), names.size() / 20);
  }
  std::cout << "WikiGold: " << read_names(shared("names/wikigold.conll")).size() << " sentences\n";
}

BOOST_AUTO_TEST_CASE(names_in_brackets) {
  std::istringstream in("# our own\n\n[PER Lena Okafor] told [ORG Reuters] in [LOC Nairobi]: \"[sic].\"\n");
  const auto sentences = read_bracketed_names(in, "names.txt");
  BOOST_REQUIRE_EQUAL(sentences.size(), 1U);
  BOOST_CHECK_EQUAL(sentences[0].text, "Lena Okafor told Reuters in Nairobi: \"[sic].\"");
  std::string tags;
  for (const TreebankWord& word : sentences[0].words) tags += word.form + "/" + word.name + " ";
  BOOST_CHECK(tags.starts_with("Lena/B-PER Okafor/I-PER told/O Reuters/B-ORG in/O Nairobi/B-LOC :/O "));
  std::istringstream open("[PER Lena Okafor told\n");
  BOOST_CHECK_THROW((void)read_bracketed_names(open, "names.txt"), dossier::Error);
}
