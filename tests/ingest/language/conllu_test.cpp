#include "ingest/language/conllu.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "ingest/language/language_model.h"
#include "ingest/language/split.h"
#include "ingest/language/tokenizer.h"
#include "ingest/language/treebank.h"
#include "ingest/language/treebank_tags.h"
#include "tests/ingest/language/invariants.h"

using namespace dossier::ingest;
using dossier::ingest::test::paragraph;

namespace {

std::string conllu(const Document& document, const Sentences& sentences) {
  std::ostringstream out;
  write_conllu(document, sentences, out);
  return out.str();
}

std::vector<TreebankSentence> read_back(const std::string& text) {
  std::istringstream in(text);
  return read_treebank(in, "out.conllu");
}

/// A sentence of tokens with these tags, all hanging on the first.
Sentences tagged(const Document& document, const std::vector<Tag>& tags) {
  Sentences sentences;
  tokenize(document.text, document.blocks.front().span, sentences.tokens);
  BOOST_REQUIRE(sentences.tokens.size() == tags.size());
  const auto count = static_cast<std::uint32_t>(tags.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    Token& token = sentences.tokens[i];
    token.tag = tags[i], token.head = 0, token.relation = i == 0 ? Relation::root : Relation::dep;
    const std::string_view form = document.view(token.span);
    const auto begin = static_cast<std::uint32_t>(sentences.lemma_text.size());
    sentences.lemma_text += form;
    sentences.lemmas.push_back({begin, begin + token.span.size()});
  }
  sentences.sentences.push_back({{sentences.tokens.front().span.begin, sentences.tokens.back().span.end}, 1, 0, count, BlockKind::paragraph, 0});
  return sentences;
}

std::string tags_of(const std::string& text, const std::vector<Tag>& tags) {
  const Document document = paragraph(text);
  const Sentences sentences = tagged(document, tags);
  std::string out;
  for (const std::string_view tag : treebank_tags(document.text, sentences, sentences.sentences.front())) out += (out.empty() ? "" : " ") + std::string(tag);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(conllu_text)

BOOST_AUTO_TEST_CASE(every_column) {
  Document document = paragraph("K\xC3\xA1ri  Berg\ncan't go.");
  document.id = "my notes";
  Sentences sentences = tagged(document, {Tag::NNP, Tag::NNP, Tag::MD, Tag::RB, Tag::VB, Tag::stop});
  sentences.names.push_back({0, 2, NameKind::person});
  sentences.tokens[0].word_class = WordClass::PROPN;
  sentences.tokens[1].relation = Relation::nmod_poss;
  BOOST_TEST(conllu(document, sentences) ==
             "# newdoc id = my_notes\n"
             "# newpar\n"
             "# sent_id = my_notes-1\n"
             "# text = K\xC3\xA1ri Berg can't go.\n"
             "1\tK\xC3\xA1ri\tK\xC3\xA1ri\tPROPN\tNNP\t_\t0\troot\t_\tBytes=0:5|Name=B-PER|TokenRange=0:4\n"
             "2\tBerg\tBerg\tX\tNNP\t_\t1\tnmod:poss\t_\tBytes=7:11|Name=I-PER|TokenRange=6:10\n"
             "3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\tBytes=12:17|TokenRange=11:16\n"
             "3\tca\tca\tX\tMD\t_\t1\tdep\t_\tBytes=12:14|TokenRange=11:13\n"
             "4\tn't\tn't\tX\tRB\t_\t1\tdep\t_\tBytes=14:17|TokenRange=13:16\n"
             "5\tgo\tgo\tX\tVB\t_\t1\tdep\t_\tBytes=18:20|SpaceAfter=No|TokenRange=17:19\n"
             "6\t.\t.\tX\t.\t_\t1\tdep\t_\tBytes=20:21|TokenRange=19:20\n"
             "\n");
}

BOOST_AUTO_TEST_CASE(a_document_without_sentences_is_nothing) { BOOST_TEST(conllu(paragraph(""), {}).empty()); }

BOOST_AUTO_TEST_CASE(an_empty_lemma_leaves_no_empty_column) {
  const Document document = paragraph("Yes.");
  Sentences sentences = tagged(document, {Tag::UH, Tag::stop});
  sentences.lemmas[0].end = sentences.lemmas[0].begin;
  BOOST_TEST(read_back(conllu(document, sentences)).front().words.front().lemma == "_");
}

BOOST_AUTO_TEST_CASE(quotes_and_brackets_as_in_treebanks) {
  using enum Tag;
  BOOST_TEST(tags_of("\"No\" (or 'yes')", {quote, UH, quote, open, CC, quote, UH, quote, close}) == "`` UH '' -LRB- CC `` UH '' -RRB-");
  BOOST_TEST(tags_of("\xE2\x80\x9CNo\xE2\x80\x9D", {quote, UH, quote}) == "`` UH ''");
  BOOST_TEST(tags_of("say \" no \" twice", {VB, quote, UH, quote, RB}) == "VB `` UH '' RB");
  BOOST_TEST(tags_of("(\"No\")", {open, quote, UH, quote, close}) == "-LRB- `` UH '' -RRB-");
}

BOOST_AUTO_TEST_CASE(other_marks_as_in_treebanks) {
  using enum Tag;
  BOOST_TEST(tags_of("yes - no; * me@x.org", {UH, colon, UH, colon, colon, NNP}) == "UH : UH : NFP ADD");
  BOOST_TEST(tags_of("pay $ 5 , now", {VB, dollar, CD, comma, none}) == "VB $ CD , _");
  BOOST_TEST(tags_of("his who", {PRPS, WPS}) == "PRP$ WP$");
}

BOOST_AUTO_TEST_CASE(blocks_are_paragraphs) {
  Document document = paragraph("Title\n\nOne. Two.\n\nThree.");
  document.blocks = {{BlockKind::title, {0, 5}}, {BlockKind::paragraph, {7, 16}}, {BlockKind::item, {18, 24}}};
  const std::string text = conllu(document, english().read(document));
  const auto sentences = read_back(text);
  BOOST_REQUIRE(!sentences.empty());
  BOOST_TEST(std::ranges::count_if(sentences, &TreebankSentence::new_paragraph) == 3);
  BOOST_TEST(std::ranges::count_if(sentences, &TreebankSentence::new_document) == 1);
  BOOST_TEST(sentences.front().new_document);
  BOOST_TEST(sentences.back().id == "a-" + std::to_string(sentences.size()));
}

BOOST_AUTO_TEST_CASE(reads_back_with_equal_columns) {
  const Document document = paragraph(
      "Ministers' aides said: \"We don't, and cannot, sign.\" Norway's (and Iceland\xE2\x80\x99s) fleet...\n"
      "K\xC3\xA1ri Nordmann, 61, met Jae-in in \xEC\x84\x9C\xEC\x9A\xB8 at 3pm; see http://a.org/#x or me@a.org. #peace 50% _ $5 # 1. \xF0\x9F\x91\x8D");
  const Sentences is = english().read(document);
  const auto sentences = read_back(conllu(document, is));
  BOOST_REQUIRE(sentences.size() == is.sentences.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = is.sentences[s];
    const auto tags = treebank_tags(document.text, is, sentence);
    BOOST_REQUIRE(sentences[s].words.size() == sentence.last - sentence.first);
    std::string text;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const TreebankWord& word = sentences[s].words[i - sentence.first];
      const Token& token = is.tokens[i];
      BOOST_TEST(word.form == document.view(token.span));
      BOOST_TEST(word.lemma == is.lemma(i));
      BOOST_TEST(word.upos == name_of(token.word_class));
      BOOST_TEST(word.xpos == tags[i - sentence.first]);
      BOOST_TEST((treebank_tag(word.xpos) == token.tag || word.xpos == "_"));
      BOOST_TEST(word.head == (token.head == i ? 0 : token.head - sentence.first + 1));
      BOOST_TEST(word.relation == name_of(token.relation));
      BOOST_TEST(word.space_after == (i + 1 == is.tokens.size() || is.tokens[i + 1].space_before));
      if (i > sentence.first) BOOST_TEST((word.surface == sentences[s].words[i - sentence.first - 1].surface) == continues_token(document.text, is.tokens, i));
      const auto name = std::ranges::find_if(is.names, [&](const NameSpan& n) { return n.first <= i && i < n.last; });
      BOOST_TEST(word.name == (name == is.names.end() ? "" : (name->first == i ? "B-" : "I-") + std::string(name_of(name->kind))));
      text += word.form + (word.space_after && i + 1 < sentence.last ? " " : "");
    }
    BOOST_TEST(sentences[s].text == text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
