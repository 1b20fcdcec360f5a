// What holds whatever the model has learned; how well it reads is measured in tests/quality.
#include "ingest/language/language_model.h"

#include <boost/test/unit_test.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>
#include <unistd.h>

#include "graph/error/error.h"
#include "ingest/language/english_model.h"
#include "ingest/language/tokenizer.h"

using namespace dossier::ingest;

namespace {

Document document_of(const std::vector<std::string>& paragraphs) {
  Document document;
  for (const std::string& paragraph : paragraphs) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += paragraph;
    document.blocks.push_back({BlockKind::paragraph, {begin, static_cast<std::uint32_t>(document.text.size())}});
    document.text += "\n\n";
  }
  return document;
}

/// Sentences of common and rare words, names, numbers and marks.
std::string random_text(std::size_t words, std::minstd_rand& random) {
  static const char* const some[] = {"the", "Minister", "Kerry", "said", "that", "South", "Korea", ",", "talks", "1998", "will", "not", "U.S.", "(", ")", "of",
                                     "Young-joon", "“peace”", "agreement", "in", "Seoul", "Élysée", "xqzt", "and", "signed", "—", "quickly", "$5", "UN", "to"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += some[random() % std::size(some)];
    if (random() % 15 == 0) text += ".";
  }
  return text;
}

/// All that was read, to be compared byte by byte.
std::string bytes_of(const Sentences& read) {
  std::string bytes = read.lemma_text;
  const auto add = [&bytes](auto... numbers) { ((bytes += std::to_string(numbers), bytes += ' '), ...); };
  for (const Token& t : read.tokens)
    add(t.span.begin, t.span.end, t.head, static_cast<int>(t.tag), static_cast<int>(t.word_class), static_cast<int>(t.relation), int{t.space_before});
  for (const Sentence& s : read.sentences) add(s.span.begin, s.span.end, s.number, s.first, s.last, static_cast<int>(s.kind), s.block);
  for (const NameSpan& n : read.names) add(n.first, n.last, static_cast<int>(n.kind));
  for (const Span& l : read.lemmas) add(l.begin, l.end);
  return bytes;
}

void check_trees(const Sentences& read) {
  for (const Sentence& sentence : read.sentences) {
    std::size_t roots = 0;
    std::vector<char> reaches(sentence.last - sentence.first, 0);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = read.tokens[i];
      BOOST_REQUIRE(token.head >= sentence.first && token.head < sentence.last);
      roots += token.head == i;
      BOOST_REQUIRE_EQUAL(token.head == i, token.relation == Relation::root);
      std::uint32_t at = i, steps = 0;
      while (read.tokens[at].head != at && !reaches[at - sentence.first]) {
        at = read.tokens[at].head;
        BOOST_REQUIRE_LE(++steps, sentence.last - sentence.first);  // no circle
      }
      reaches[i - sentence.first] = 1;
    }
    BOOST_REQUIRE_EQUAL(roots, 1U);
  }
}

/// A compound is one stretch of words before a noun: no finite verb is its noun, or stands in it but below its first part.
void check_compounds(const Sentences& read) {
  const auto is_finite = [&](std::uint32_t i) { return read.tokens[i].tag == Tag::VBD || read.tokens[i].tag == Tag::VBP || read.tokens[i].tag == Tag::VBZ; };
  const auto is_below = [&](std::uint32_t i, std::uint32_t top) {
    while (i != top && read.tokens[i].head != i) i = read.tokens[i].head;
    return i == top;
  };
  for (std::uint32_t i = 0; i < read.tokens.size(); ++i) {
    if (read.tokens[i].relation != Relation::compound) continue;
    const std::uint32_t noun = read.tokens[i].head;
    BOOST_REQUIRE(!is_finite(noun));
    for (std::uint32_t between = i + 1; between < noun; ++between) BOOST_REQUIRE(!is_finite(between) || is_below(between, i));
  }
}

void check_names_and_lemmas(const std::string& text, const Sentences& read) {
  BOOST_REQUIRE_EQUAL(read.lemmas.size(), read.tokens.size());
  std::uint32_t at = 0;
  for (const Span& lemma : read.lemmas) {
    BOOST_REQUIRE_EQUAL(lemma.begin, at);
    BOOST_REQUIRE_GT(lemma.end, at);
    at = lemma.end;
  }
  BOOST_REQUIRE_EQUAL(at, read.lemma_text.size());
  std::uint32_t before = 0;
  std::size_t sentence = 0;
  for (const NameSpan& name : read.names) {
    BOOST_REQUIRE(name.first >= before && name.first < name.last && name.last <= read.tokens.size());
    before = name.last;
    while (read.sentences[sentence].last <= name.first) ++sentence;
    BOOST_REQUIRE_LE(name.last, read.sentences[sentence].last);
  }
  for (const Token& token : read.tokens) BOOST_REQUIRE(token.tag != Tag::none && token.span.end <= text.size());
}

/// A sentence of given words, as a treebank has them.
Sentences given(const std::vector<std::string>& words, std::string& text) {
  Sentences result;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word;
    Token token;
    token.span = {begin, static_cast<std::uint32_t>(text.size())};
    token.space_before = begin > 0;
    result.tokens.push_back(token);
  }
  result.sentences.push_back({{0, static_cast<std::uint32_t>(text.size())}, 1, 0, static_cast<std::uint32_t>(words.size()), BlockKind::paragraph, 0});
  return result;
}

/// The built-in model as a file that can be changed.
class ModelCopy {
 public:
  ModelCopy() : path_(std::filesystem::temp_directory_path() / ("dossier-language-model-test." + std::to_string(::getpid()))) {}
  ~ModelCopy() { std::filesystem::remove(path_); }
  const std::filesystem::path& write(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    return path_;
  }

 private:
  std::filesystem::path path_;
};

std::string refusal(const std::filesystem::path& path) {
  try {
    const LanguageModel model(path);
  } catch (const dossier::Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_model_that_is_built_in) {
  BOOST_CHECK_EQUAL(english().size(), english_model().size());
  BOOST_CHECK(english().about().starts_with("{\"model\":"));
  BOOST_CHECK_EQUAL(&english(), &english());
  BOOST_CHECK(!english().lemma("talks", Tag::NNS).empty());
}

BOOST_AUTO_TEST_CASE(a_document) {
  const Document document = document_of({"The minister met Kerry in Seoul. They signed an agreement.", "It holds until 2024."});
  const Sentences read = english().read(document);
  BOOST_REQUIRE_EQUAL(read.sentences.front().first, 0U);
  BOOST_REQUIRE_EQUAL(read.sentences.back().last, read.tokens.size());
  BOOST_CHECK_EQUAL(document.view(read.tokens[3].span), "Kerry");
  check_trees(read);
  check_names_and_lemmas(document.text, read);
  BOOST_CHECK_EQUAL(bytes_of(analyse(document)), bytes_of(read));
}

BOOST_AUTO_TEST_CASE(no_verb_parts_a_compound) {
  static const char* const subjects[] = {"Norway", "Peru and Chile", "The Nordic Council", "Ministry", "Kenya 's finance ministry", "Ministers"};
  static const char* const verbs[] = {"froze", "sign", "boycotted", "OK", "back", "hosts", "slams", "weigh"};
  static const char* const objects[] = {"assets", "fisheries agreement", "border talks", "trade deal talks", "new export rules", "peace plan"};
  for (const char* subject : subjects)
    for (const char* verb : verbs)
      for (const char* object : objects) {
        const Sentences read = english().read(document_of({std::string(subject) + ' ' + verb + ' ' + object + '.'}));
        check_trees(read);
    check_compounds(read);
        check_compounds(read);
      }
}

BOOST_AUTO_TEST_CASE(documents_without_words) {
  for (const auto& paragraphs : std::vector<std::vector<std::string>>{{}, {" "}, {"\t\n "}}) {
    const Sentences read = english().read(document_of(paragraphs));
    BOOST_CHECK(read.tokens.empty() && read.sentences.empty() && read.names.empty() && read.lemmas.empty());
  }
  const Sentences one = english().read(document_of({"."}));
  BOOST_REQUIRE_EQUAL(one.tokens.size(), 1U);
  check_trees(one);
}

BOOST_AUTO_TEST_CASE(tokens_that_are_given) {
  std::string text;
  Sentences sentence = given({"Kim", "Young", "-", "joon", "do", "n't", "cannot", "gonna"}, text);
  english().fill(text, sentence);
  BOOST_REQUIRE_EQUAL(sentence.tokens.size(), 8U);
  BOOST_REQUIRE_EQUAL(sentence.sentences.size(), 1U);
  check_trees(sentence);
  check_names_and_lemmas(text, sentence);
  // again: nothing is left of the first time
  Sentences again = sentence;
  again.tokens[2].head = 7, again.tokens[2].tag = Tag::VB;
  english().fill(text, again);
  BOOST_CHECK_EQUAL(bytes_of(again), bytes_of(sentence));
}

BOOST_AUTO_TEST_CASE(random_documents) {
  std::minstd_rand random(1);
  for (int i = 0; i < 20; ++i) {
    const Document document = document_of({random_text(1 + random() % 300, random), random_text(1 + random() % 10, random)});
    const Sentences read = english().read(document);
    check_trees(read);
    check_compounds(read);
    check_names_and_lemmas(document.text, read);
  }
}

BOOST_AUTO_TEST_CASE(long_sentences_have_one_root_and_no_circle) {
  std::minstd_rand random(2);
  for (const std::size_t length : {1U, 2U, 191U, 192U, 193U, 384U, 385U, 1000U}) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < length; ++i) words.push_back(i % 7 == 0 ? "Korea" : i % 3 == 0 ? "signed" : "the" + std::to_string(random() % 50));
    std::string text;
    Sentences sentence = given(words, text);
    english().fill(text, sentence);
    check_trees(sentence);
    check_names_and_lemmas(text, sentence);
  }
}

// Sentences go through the network together; what stands beside one must not matter.
BOOST_AUTO_TEST_CASE(a_sentence_is_read_the_same_alone) {
  std::minstd_rand random(3);
  const Document document = document_of({random_text(900, random)});
  const Sentences all = english().read(document);
  BOOST_REQUIRE_GT(all.sentences.size(), 10U);
  std::size_t names = 0;
  for (const Sentence& sentence : all.sentences) {
    Sentences one;
    const auto tokens = all.tokens_of(sentence);
    one.tokens.assign(tokens.begin(), tokens.end());
    one.sentences.push_back(sentence);
    one.sentences[0].first = 0, one.sentences[0].last = static_cast<std::uint32_t>(tokens.size());
    for (Token& token : one.tokens) token.head = 0, token.tag = Tag::none, token.relation = Relation::dep;
    english().fill(document.text, one);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token &alone = one.tokens[i], &together = tokens[i];
      BOOST_REQUIRE(alone.head + sentence.first == together.head && alone.tag == together.tag && alone.word_class == together.word_class &&
                    alone.relation == together.relation);
      BOOST_REQUIRE_EQUAL(one.lemma(i), all.lemma(sentence.first + i));
    }
    names += one.names.size();
  }
  BOOST_CHECK_EQUAL(names, all.names.size());
}

BOOST_AUTO_TEST_CASE(the_same_text_gives_the_same_answers_twice_and_on_two_threads) {
  std::minstd_rand random(4);
  std::vector<Document> documents;
  for (int i = 0; i < 10; ++i) documents.push_back(document_of({random_text(200, random)}));
  const auto read_all = [&documents](std::string& bytes) {
    for (const Document& document : documents) bytes += bytes_of(english().read(document));
  };
  std::string once, twice, other;
  read_all(once);
  std::thread thread(read_all, std::ref(other));
  read_all(twice);
  thread.join();
  BOOST_CHECK(once == twice);
  BOOST_CHECK(once == other);
}

BOOST_AUTO_TEST_CASE(every_instruction_set_gives_the_same_answers) {
  std::minstd_rand random(5);
  const Document document = document_of({random_text(500, random)});
  const std::string wanted = bytes_of(english().read(document));
  for (const Instructions i : {Instructions::plain, Instructions::avx2, Instructions::avx512_vnni}) {
    if (!has_instructions(i)) continue;
    const LanguageModel model(english_model(), "built-in", i);
    BOOST_CHECK_MESSAGE(bytes_of(model.read(document)) == wanted, name_of(i));
  }
}

BOOST_AUTO_TEST_CASE(a_model_in_a_file) {
  ModelCopy copy;
  const std::string good(english_model());
  std::minstd_rand random(6);
  const Document document = document_of({random_text(100, random)});
  {
    LanguageModel model(copy.write(good));
    LanguageModel moved(std::move(model));
    BOOST_CHECK_EQUAL(bytes_of(moved.read(document)), bytes_of(english().read(document)));
  }
  std::string bad = good;
  bad[good.size() / 2] ^= 16;
  BOOST_CHECK(refusal(copy.write(bad)).ends_with("not a usable language model: it is damaged: its checksum is wrong"));
  BOOST_CHECK(refusal(copy.write(good.substr(0, good.size() - 64))).ends_with("it is cut off, or something was added to it"));
  BOOST_CHECK(refusal(copy.write("")).ends_with("it is no model file"));
  BOOST_CHECK_EXCEPTION(LanguageModel("/no/such/file"), dossier::Error, [](const auto& e) { return e.kind() == dossier::ErrorKind::io; });
}

BOOST_AUTO_TEST_CASE(words_known_in_lower_case) {
  BOOST_CHECK(english().is_common_word("government"));  // by its ending, whatever the list has
  BOOST_CHECK(!english().is_common_word("Xqzt"));
}
