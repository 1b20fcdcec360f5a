#include "ingest/language/features.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>

#include "ingest/language/hashing.h"
#include "ingest/language/tokenizer.h"

using namespace dossier::ingest;

namespace {

std::string normal(std::string_view word, std::size_t room = 96) {
  std::vector<char> bytes(room, '#');
  const std::string_view form = normal_form(word, bytes);
  BOOST_CHECK_LE(form.size(), room);
  return std::string(form);
}

/// A table of words and names of several words, with all parts marked.
class Names {
 public:
  void add(const std::vector<std::string>& words, Listed kind) {
    std::uint64_t hash = vocabulary_hash(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) {
      builder_.add(hash, static_cast<std::uint32_t>(Listed::part), true);
      hash = joined_hash(hash, vocabulary_hash(words[i]));
    }
    builder_.add(hash, static_cast<std::uint32_t>(kind), true);
  }
  [[nodiscard]] WordTable table() const { return WordTable(builder_.slots()); }

 private:
  WordTableBuilder builder_{64};
};

struct Read {
  std::string text;
  std::vector<Token> tokens;
  Features features;

  [[nodiscard]] std::set<std::uint32_t> marks(std::size_t token) const {
    std::set<std::uint32_t> rows;
    for (std::size_t k = 0; k < marks_each; ++k)
      if (const std::uint32_t row = features.marks[token * marks_each + k]; row != no_row) rows.insert(row);
    return rows;
  }
  [[nodiscard]] bool has(std::size_t token, std::uint32_t mark) const { return marks(token).contains(mark); }
  [[nodiscard]] std::vector<std::uint32_t> pieces(std::size_t token) const {
    const auto first = features.pieces.begin() + static_cast<std::ptrdiff_t>(token * pieces_each);
    return {first, first + static_cast<std::ptrdiff_t>(pieces_each)};
  }
};

Read read(const std::string& text, const WordTable& vocabulary = {}, const WordTable& names = {}) {
  Read result{.text = text, .tokens = {}, .features = {}};
  tokenize(result.text, {0, static_cast<std::uint32_t>(text.size())}, result.tokens);
  append_features(result.text, result.tokens, vocabulary, names, result.features);
  BOOST_REQUIRE_EQUAL(result.features.words.size(), result.tokens.size());
  BOOST_REQUIRE_EQUAL(result.features.pieces.size(), result.tokens.size() * pieces_each);
  BOOST_REQUIRE_EQUAL(result.features.marks.size(), result.tokens.size() * marks_each);
  for (const std::uint32_t row : result.features.pieces) BOOST_REQUIRE_LT(row, piece_rows);
  for (const std::uint32_t row : result.features.marks) BOOST_REQUIRE_LT(row, mark_rows);
  return result;
}

// The rows of marks are part of the models' format.
enum : std::uint32_t {
  first_word = 65, glued, in_title_case, in_capitals, given_name, surname, title, organization_word, place_word,
  place_first, place_inside, organization_first, organization_inside,
};

}  // namespace

BOOST_AUTO_TEST_CASE(normal_forms) {
  BOOST_CHECK_EQUAL(normal("Seoul"), "seoul");
  BOOST_CHECK_EQUAL(normal("UNIDO-1998/07"), "unido-0000/00");
  BOOST_CHECK_EQUAL(normal("ÉLYSÉE"), "élysée");
  BOOST_CHECK_EQUAL(normal("ΑΘΗΝΑ Москва"), "αθηνα москва");
  BOOST_CHECK_EQUAL(normal("minister’s"), "minister's");
  BOOST_CHECK_EQUAL(normal("‘“x”"), "'\"x\"");
  BOOST_CHECK_EQUAL(normal("朴振"), "朴振");
  BOOST_CHECK_EQUAL(normal("😀"), "😀");
  BOOST_CHECK_EQUAL(normal("\xff\x80"), "\uFFFD\uFFFD");  // no UTF-8
  BOOST_CHECK_EQUAL(normal(""), "");
}

BOOST_AUTO_TEST_CASE(normal_forms_in_bounded_room) {
  BOOST_CHECK_EQUAL(normal("ABCDEFGH", 5), "abcde");
  BOOST_CHECK_EQUAL(normal("ABC", 0), "");
  for (std::size_t room = 0; room < 20; ++room) {
    const std::string form = normal("ÉÉÉÉÉÉÉÉ", room);
    BOOST_CHECK_EQUAL(form.size() % 2, 0U);  // no half characters
    BOOST_CHECK(std::string("éééééééé").starts_with(form));
  }
  BOOST_CHECK_EQUAL(normal(std::string(1000, 'A')), std::string(96, 'a'));
  BOOST_CHECK_EQUAL(vocabulary_hash(std::string(1000, 'A')), vocabulary_hash(std::string(96, 'a')));
}

BOOST_AUTO_TEST_CASE(hashes_of_the_vocabulary) {
  BOOST_CHECK_EQUAL(vocabulary_hash("Seoul"), mixed(hash_of("seoul")));
  BOOST_CHECK_EQUAL(vocabulary_hash("1998"), vocabulary_hash("2024"));
  BOOST_CHECK_NE(vocabulary_hash("Seoul"), vocabulary_hash("Seou"));
  BOOST_CHECK_NE(joined_hash(1, 2), joined_hash(2, 1));
}

BOOST_AUTO_TEST_CASE(words_and_pieces) {
  WordTableBuilder words(4);
  words.add(vocabulary_hash("talks"), 17);
  words.add(vocabulary_hash("0000"), 18);
  const Read r = read("Talks in 1998 talks walks TALKS a", WordTable(words.slots()));
  BOOST_TEST(r.features.words == (std::vector<std::uint32_t>{17, 0, 18, 17, 0, 17, 0}), boost::test_tools::per_element());
  BOOST_TEST(r.pieces(0) == r.pieces(3), boost::test_tools::per_element());
  BOOST_TEST(r.pieces(0) == r.pieces(5), boost::test_tools::per_element());
  // "talks" and "walks" begin in other ways and end alike: 3 beginnings, 4 endings, the whole
  for (std::size_t k = 0; k < pieces_each; ++k) BOOST_CHECK_EQUAL(r.pieces(3)[k] == r.pieces(4)[k], k >= 3 && k < 7);
  // what a word has too few letters for is the whole word, of its own kind
  const std::vector<std::uint32_t> a = r.pieces(6);
  BOOST_CHECK_EQUAL(std::set<std::uint32_t>(a.begin(), a.end()).size(), pieces_each);
}

BOOST_AUTO_TEST_CASE(pieces_are_cut_between_characters) {
  const Read r = read("éa éb");
  for (std::size_t k = 0; k < pieces_each; ++k) BOOST_CHECK_NE(r.pieces(0)[k], r.pieces(1)[k]);
  const Read s = read("aé bé xaé xbé");
  BOOST_CHECK_EQUAL(s.pieces(0)[3], s.pieces(1)[3]);  // the last letter
  BOOST_CHECK_NE(s.pieces(0)[4], s.pieces(1)[4]);     // the last two
  BOOST_CHECK_EQUAL(s.pieces(2)[3], s.pieces(3)[3]);
}

BOOST_AUTO_TEST_CASE(shapes) {
  std::map<std::uint32_t, std::string> seen;
  for (const char* word : {"word", "Word", "WORD", "WoRd", "12", "12th", "wOrd", "…", "x-y", "X-y", "a", "A", "5", "U.S."}) {
    const Read r = read(word);
    BOOST_REQUIRE_EQUAL(r.tokens.size(), 1U);
    const std::uint32_t shape = r.features.marks[0];
    BOOST_CHECK(shape >= 1 && shape <= 64);
    const auto& [other, is_new] = seen.emplace(shape, word);
    BOOST_CHECK_MESSAGE(is_new, word << " looks like " << other->second);
  }
  BOOST_CHECK_EQUAL(read("Élysée").features.marks[0], read("Word").features.marks[0]);
  BOOST_CHECK_EQUAL(read("МОСКВА").features.marks[0], read("WORD").features.marks[0]);
  BOOST_CHECK_EQUAL(read("１２").features.marks[0], read("12").features.marks[0]);
}

BOOST_AUTO_TEST_CASE(places_in_the_sentence) {
  const Read r = read("“The talks’ end”");
  std::size_t first = 0;
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    BOOST_CHECK_EQUAL(r.has(i, first_word), r.text.substr(r.tokens[i].span.begin, r.tokens[i].span.size()) == "The");
    first += r.has(i, first_word);
    BOOST_CHECK_EQUAL(r.has(i, glued), i > 0 && !r.tokens[i].space_before);
  }
  BOOST_CHECK_EQUAL(first, 1U);
}

BOOST_AUTO_TEST_CASE(headings) {
  const auto all = [](const std::string& text, std::uint32_t mark) {
    const Read r = read(text);
    std::size_t count = 0;
    for (std::size_t i = 0; i < r.tokens.size(); ++i) count += r.has(i, mark);
    BOOST_CHECK(count == 0 || count == r.tokens.size());
    return count > 0;
  };
  BOOST_CHECK(all("Secretary Kerry Meets Envoys in Geneva", in_title_case));
  BOOST_CHECK(!all("Secretary Kerry meets envoys in Geneva", in_title_case));
  BOOST_CHECK(!all("He Met Kerry", in_title_case));  // too short to say
  BOOST_CHECK(!all("SECRETARY KERRY MEETS ENVOYS", in_title_case));
  BOOST_CHECK(all("SECRETARY KERRY MEETS 2 ENVOYS", in_capitals));
  BOOST_CHECK(!all("SECRETARY Kerry MEETS ENVOYS", in_capitals));
  BOOST_CHECK(!all("NATO U.S.", in_capitals));
}

BOOST_AUTO_TEST_CASE(name_lists) {
  Names names;
  names.add({"john"}, Listed::given_name);
  names.add({"kerry"}, Listed::surname);
  names.add({"minister"}, Listed::title);
  names.add({"ministry"}, Listed::organization_word);
  names.add({"river"}, Listed::place_word);
  names.add({"seoul"}, Listed::place);
  names.add({"new", "york"}, Listed::place);
  names.add({"new", "york", "times"}, Listed::organization);
  const Read r = read("Minister John Kerry left Seoul for New York , the Ministry ; minister john york River", {}, names.table());
  const auto at = [&](const char* word) {
    for (std::size_t i = 0; i < r.tokens.size(); ++i)
      if (r.text.substr(r.tokens[i].span.begin, r.tokens[i].span.size()) == word) return i;
    BOOST_FAIL(word);
    return std::size_t{0};
  };
  BOOST_CHECK(r.has(at("Minister"), title) && r.has(at("minister"), title));  // titles in any case
  BOOST_CHECK(r.has(at("John"), given_name) && !r.has(at("john"), given_name));
  BOOST_CHECK(r.has(at("Kerry"), surname) && r.has(at("Ministry"), organization_word) && r.has(at("River"), place_word));
  BOOST_CHECK(r.has(at("Seoul"), place_first) && !r.has(at("Seoul"), place_inside));
  BOOST_CHECK(r.has(at("New"), place_first) && r.has(at("York"), place_inside));
  BOOST_CHECK(!r.has(at("York"), organization_inside) && !r.has(at("york"), place_first) && !r.has(at("left"), place_first));
  // the longest wins
  const Read s = read("New York Times in New York", {}, names.table());
  BOOST_CHECK(s.has(0, organization_first) && s.has(1, organization_inside) && s.has(2, organization_inside) && !s.has(0, place_first));
  BOOST_CHECK(s.has(4, place_first) && s.has(5, place_inside));
}

BOOST_AUTO_TEST_CASE(marks_have_a_fixed_room) {
  Names names;
  for (const Listed kind : {Listed::given_name, Listed::surname, Listed::title, Listed::organization_word, Listed::place_word, Listed::place, Listed::organization})
    names.add({"paris"}, kind);
  const Read r = read("(Paris Paris Paris Paris", {}, names.table());
  for (std::size_t i = 1; i < r.tokens.size(); ++i) {
    BOOST_CHECK_LE(r.marks(i).size(), marks_each);
    BOOST_CHECK(r.has(i, given_name) && r.has(i, place_first) && r.has(i, organization_first));
  }
}

BOOST_AUTO_TEST_CASE(sentences_do_not_know_of_each_other) {
  const Read one = read("Talks with the Secretary, John Kerry, ended in 1998."), other = read("THE END OF ALL TALKS");
  Features both;
  append_features(other.text, other.tokens, {}, {}, both);
  append_features(one.text, one.tokens, {}, {}, both);
  const auto tail = [](const std::vector<std::uint32_t>& all, std::size_t count) { return std::vector<std::uint32_t>(all.end() - static_cast<std::ptrdiff_t>(count), all.end()); };
  BOOST_TEST(tail(both.words, one.features.words.size()) == one.features.words, boost::test_tools::per_element());
  BOOST_TEST(tail(both.pieces, one.features.pieces.size()) == one.features.pieces, boost::test_tools::per_element());
  BOOST_TEST(tail(both.marks, one.features.marks.size()) == one.features.marks, boost::test_tools::per_element());
  both.clear();
  append_features(one.text, one.tokens, {}, {}, both);
  BOOST_TEST(both.marks == one.features.marks, boost::test_tools::per_element());
}

// Models are trained on these rows: a change of what a word's rows are must be meant.
BOOST_AUTO_TEST_CASE(rows_are_those_of_the_models) {
  const Read r = read("Young-joon said 1950-53, №5 “Élysée” don't.");
  std::uint64_t sum = 0;
  for (const auto* rows : {&r.features.pieces, &r.features.marks})
    for (const std::uint32_t row : *rows) sum = mixed(sum ^ row);
  BOOST_CHECK_EQUAL(sum, 6584738001264834689U);
}
