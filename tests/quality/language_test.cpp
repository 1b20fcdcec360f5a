// How well the built-in model reads: tags, lemmas, names and trees against treebanks and names that it was not trained on.
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "ingest/language/language_model.h"
#include "ingest/language/name_annotations.h"
#include "ingest/language/raw_text.h"
#include "ingest/language/tokenizer.h"
#include "ingest/source/document_stream.h"
#include "tests/quality/conll_score.h"

using namespace dossier::ingest;
using dossier::quality::conll_score;
using dossier::quality::ConllScores;
using dossier::quality::name_score;
using dossier::quality::NameScores;
namespace fs = std::filesystem;

namespace {

using Treebank = std::vector<TreebankSentence>;

// The lines below which no score may fall, in percent.

enum class From { gold_tokens, joined_gold_tokens, raw_text, raw_text_as_it_is };  ///< the last: against compounds that are not joined

struct TreesFloor {
  const char* file;
  From from;
  double tokens, sentences, upos, xpos, lemmas, uas, las, clas;  // F1
};
constexpr TreesFloor trees_floors[] = {
    // tokens, sentences, UPOS, XPOS, lemmas, UAS, LAS, CLAS
    {"ewt-test", From::gold_tokens, 100, 100, 95.9, 95.3, 97.2, 88.7, 86.2, 82.3},
    {"ewt-test", From::joined_gold_tokens, 100, 100, 95.9, 95.4, 97.1, 88.9, 86.3, 82.4},
    {"ewt-test", From::raw_text, 99.4, 87.4, 95.4, 94.8, 96.5, 86.6, 84.2, 80.2},
    {"ewt-test", From::raw_text_as_it_is, 98.6, 87.4, 94.7, 94.1, 95.8, 85.6, 83.3, 79.3},
    {"gum-open-test", From::gold_tokens, 100, 100, 96.8, 96.6, 98.1, 88, 85.3, 80.9},
    {"gum-open-test", From::joined_gold_tokens, 100, 100, 96.8, 96.7, 98.1, 88.1, 85.5, 81.1},
    {"gum-open-test", From::raw_text, 99.5, 95.7, 96.6, 96.5, 97.9, 87.5, 84.9, 80.6},
    {"gum-open-test", From::raw_text_as_it_is, 98.6, 95.7, 95.9, 95.7, 97.1, 86.5, 84, 79.6},
    {"pud-test", From::gold_tokens, 100, 100, 96.2, 95.8, 97.4, 87.3, 84.9, 83.8},
    {"pud-test", From::joined_gold_tokens, 100, 100, 96.3, 95.9, 97.4, 87.7, 85.3, 84},
    {"pud-test", From::raw_text, 99.4, 99.3, 96.3, 95.9, 97.4, 87.7, 85.3, 83.9},
    {"pud-test", From::raw_text_as_it_is, 98.5, 99.3, 95.5, 95.1, 96.6, 86.6, 84.3, 82.8},
};

struct NamesFloor {
  const char* file;  ///< of a treebank
  const char* names;
  From from;
  double f1, person, place, organization;
};
constexpr NamesFloor names_floors[] = {
    // treebank   names            from                F1  PER LOC ORG
    {"ewt-test",  "uner_ewt-test", From::gold_tokens, 75.9, 84.8, 79.8, 58.6},
    {"ewt-test",  "uner_ewt-test", From::raw_text, 74.3, 83.6, 78.1, 57.2},
    {"pud-test",  "uner_pud-test", From::gold_tokens, 73.7, 84.6, 74.1, 52.7},
    {"pud-test",  "uner_pud-test", From::raw_text, 73.9, 84.4, 74.4, 53},
};

constexpr double shapes_las_floor = 92.2, shapes_names_floor = 96.5;      ///< our own sentences, from gold tokens
constexpr double shapes_raw_las_floor = 92.2;                          ///< the same, from raw text
constexpr double mentions_floor = 80;                                ///< names of the gold articles with the right span

// The end of what is set.

const char* name_of(From from) {
  constexpr std::array names = {"gold tokens", "gold, joined", "raw text", "raw, unjoined"};
  return names[static_cast<std::size_t>(from)];
}

Treebank joined(const Treebank& treebank) {
  Treebank result;
  for (const TreebankSentence& sentence : treebank) result.push_back(join_hyphens(sentence));
  return result;
}

/// The project's tags instead of the treebanks', of which some are one here.
Treebank with_our_tags(Treebank treebank) {
  for (TreebankSentence& sentence : treebank)
    for (TreebankWord& word : sentence.words) word.xpos = dossier::ingest::name_of(treebank_tag(word.xpos));
  return treebank;
}

/// What was read, as a treebank; surface tokens as in `tokens_of` where it is given, else as the tokenizer says.
Treebank as_treebank(std::string_view text, const Sentences& read, const Treebank* tokens_of = nullptr) {
  Treebank result;
  for (const Sentence& sentence : read.sentences) {
    TreebankSentence& one = result.emplace_back();
    for (std::uint32_t i = sentence.first, surface = 0; i < sentence.last; ++i) {
      const Token& token = read.tokens[i];
      TreebankWord word;
      word.form = text.substr(token.span.begin, token.span.size());
      word.lemma = read.lemma(i);
      word.upos = dossier::ingest::name_of(token.word_class);
      word.xpos = dossier::ingest::name_of(token.tag);
      word.head = token.head == i ? 0 : token.head - sentence.first + 1;
      word.relation = dossier::ingest::name_of(token.relation);
      if (i > sentence.first && !continues_token(text, read.tokens, i)) ++surface;
      word.surface = tokens_of != nullptr ? (*tokens_of)[result.size() - 1].words[i - sentence.first].surface : surface;
      word.name = "O";
      one.words.push_back(std::move(word));
    }
    BOOST_REQUIRE(is_tree(one.words));
  }
  auto sentence = read.sentences.begin();
  for (const NameSpan& name : read.names) {
    while (sentence->last <= name.first) ++sentence;
    for (std::uint32_t i = name.first; i < name.last; ++i)
      result[sentence->number - 1].words[i - sentence->first].name = (i == name.first ? "B-" : "I-") + std::string(dossier::ingest::name_of(name.kind));
  }
  return result;
}

Treebank read_tokens(const Treebank& gold) {
  std::string text;
  Sentences sentences;
  for (const TreebankSentence& sentence : gold) {
    const auto first = static_cast<std::uint32_t>(sentences.tokens.size()), begin = static_cast<std::uint32_t>(text.size());
    append_words(sentence, text, sentences.tokens);
    const auto last = static_cast<std::uint32_t>(sentences.tokens.size());
    sentences.sentences.push_back({{begin, sentences.tokens.back().span.end}, static_cast<std::uint32_t>(sentences.sentences.size() + 1), first, last,
                                   BlockKind::paragraph, 0});
    text += '\n';
  }
  english().fill(text, sentences);
  return as_treebank(text, sentences, &gold);
}

Treebank read_raw_text(const Treebank& gold) {
  const Document document = raw_text(gold).document;
  return as_treebank(document.text, english().read(document));
}

/// What is compared with what.
std::pair<Treebank, Treebank> gold_and_system(const Treebank& treebank, From from) {
  Treebank gold = from == From::gold_tokens || from == From::raw_text_as_it_is ? treebank : joined(treebank);
  Treebank system = from == From::raw_text || from == From::raw_text_as_it_is ? read_raw_text(treebank) : read_tokens(gold);
  return {with_our_tags(std::move(gold)), std::move(system)};
}

fs::path shared(const std::string& name) { return fs::path(DOSSIER_SHARED) / name; }

bool is_here(const std::string& name) {
  if (fs::exists(shared(name))) return true;
  std::cout << "skipped: " << name << " is not here\n";
  return false;
}

double percent(double part) { return 100 * part; }

void at_least(double score, double floor, const std::string& what) { BOOST_CHECK_MESSAGE(score >= floor, what << " is " << score << ", below " << floor); }

}  // namespace

BOOST_AUTO_TEST_CASE(trees) {
  if (!is_here("data/treebanks")) return;
  std::printf("%-14s %-14s %7s %7s %7s %7s %7s %7s %7s %7s\n", "", "", "tokens", "sent.", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "CLAS");
  for (const TreesFloor& floor : trees_floors) {
    const auto [gold, system] = gold_and_system(read_treebank(shared("data/treebanks/en_" + std::string(floor.file) + ".conllu")), floor.from);
    const ConllScores s = conll_score(gold, system);
    const std::pair<double, double> scores[] = {{s.tokens.f1(), floor.tokens}, {s.sentences.f1(), floor.sentences}, {s.upos.f1(), floor.upos},
                                                {s.xpos.f1(), floor.xpos},     {s.lemmas.f1(), floor.lemmas},       {s.uas.f1(), floor.uas},
                                                {s.las.f1(), floor.las},       {s.clas.f1(), floor.clas}};
    std::printf("%-14s %-14s", floor.file, name_of(floor.from));
    for (const auto& [score, least] : scores) {
      std::printf(" %7.2f", percent(score));
      at_least(percent(score), least, std::string(floor.file) + ", " + name_of(floor.from));
    }
    std::printf("\n");
    std::fflush(stdout);
    if (floor.from == From::gold_tokens || floor.from == From::joined_gold_tokens) BOOST_CHECK_EQUAL(s.words.correct, s.words.gold);
  }
}

BOOST_AUTO_TEST_CASE(names) {
  if (!is_here("data/names") || !is_here("data/treebanks")) return;
  std::printf("%-14s %-14s %7s %7s %7s %7s %7s %7s\n", "names", "", "prec.", "recall", "F1", "PER", "LOC", "ORG");
  for (const NamesFloor& floor : names_floors) {
    Treebank treebank = read_treebank(shared("data/treebanks/en_" + std::string(floor.file) + ".conllu"));
    const NameAlignment alignment = add_names(treebank, read_names(shared("data/names/" + std::string(floor.names) + ".iob2")));
    std::erase_if(treebank, [](const TreebankSentence& sentence) { return sentence.words.front().name.empty(); });
    const Treebank system = floor.from == From::raw_text ? read_raw_text(treebank) : read_tokens(treebank);
    const NameScores s = name_score(treebank, system);
    const auto of = [&](const char* type) { return s.by_type.contains(type) ? percent(s.by_type.at(type).f1()) : 0; };
    std::printf("%-14s %-14s %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f   (%zu sentences, %zu left out)\n", floor.names, name_of(floor.from),
                percent(s.all.precision()), percent(s.all.recall()), percent(s.all.f1()), of("PER"), of("LOC"), of("ORG"), treebank.size(),
                alignment.dropped.size());
    BOOST_CHECK_GT(treebank.size(), 900U);
    const std::string what = std::string(floor.names) + ", " + name_of(floor.from);
    at_least(percent(s.all.f1()), floor.f1, what);
    at_least(of("PER"), floor.person, what + ", PER");
    at_least(of("LOC"), floor.place, what + ", LOC");
    at_least(of("ORG"), floor.organization, what + ", ORG");
  }
}

namespace {

/// "# shape = …" of each sentence, by its id.
std::map<std::string, std::string> shapes_of(const fs::path& path) {
  std::map<std::string, std::string> shapes;
  std::ifstream in(path);
  const std::string id = "# sent_id = ", shape = "# shape = ";
  std::string last;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(id)) last = line.substr(id.size());
    if (line.starts_with(shape)) shapes[last] = line.substr(shape.size());
  }
  return shapes;
}

}  // namespace

// Sentences of government prose of our own writing, for what used to break; never trained on.
BOOST_AUTO_TEST_CASE(shapes) {
  const fs::path path = fs::path(DOSSIER_SOURCE) / "ingest/language/annotated/shapes.conllu";
  Treebank gold = read_treebank(path);
  for (TreebankSentence& sentence : gold) {
    sentence.new_paragraph = true;
    for (TreebankWord& word : sentence.words)
      if (word.name.empty()) word.name = "O";
  }
  const Treebank system = read_tokens(gold);
  const auto shape_of = shapes_of(path);
  std::map<std::string, std::pair<Treebank, Treebank>> by_shape;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    BOOST_REQUIRE(shape_of.contains(gold[i].id));
    for (const std::string& key : {shape_of.at(gold[i].id), std::string("~ all")}) {
      by_shape[key].first.push_back(gold[i]);
      by_shape[key].second.push_back(system[i]);
    }
  }
  BOOST_CHECK_EQUAL(gold.size(), 60U);
  std::printf("%-20s %9s %7s %7s %7s %7s\n", "shapes", "sentences", "UPOS", "UAS", "LAS", "names");
  double las = 0, f1 = 0;
  for (const auto& [shape, both] : by_shape) {
    const ConllScores s = conll_score(both.first, both.second);
    las = percent(s.las.f1()), f1 = percent(name_score(both.first, both.second).all.f1());  // the last is all
    std::printf("%-20s %9zu %7.2f %7.2f %7.2f %7.2f\n", shape.c_str(), both.first.size(), percent(s.upos.f1()), percent(s.uas.f1()), las, f1);
  }
  const Treebank from_raw = read_raw_text(gold);
  const ConllScores raw = conll_score(gold, from_raw);
  std::printf("%-20s %9zu %7.2f %7.2f %7.2f %7.2f\n", "~ all, from raw text", gold.size(), percent(raw.upos.f1()), percent(raw.uas.f1()), percent(raw.las.f1()),
              percent(name_score(gold, from_raw).all.f1()));
  at_least(las, shapes_las_floor, "LAS of the shapes");
  at_least(f1, shapes_names_floor, "names of the shapes");
  at_least(percent(raw.las.f1()), shapes_raw_las_floor, "LAS of the shapes from raw text");
}

namespace {

struct Mention {
  Span span;
  std::string type;
};

bool is_word_byte(std::string_view text, std::size_t at) {  // letters and digits; quotes and dashes (U+2010 …) are none
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return std::isalnum(c) != 0;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80) --at;
  return !text.substr(at).starts_with("\xe2\x80");
}

std::uint32_t without_the(std::string_view text, Span span) {  // where it begins
  const std::string_view name = text.substr(span.begin, span.size());
  return span.begin + (name.starts_with("the ") || name.starts_with("The ") ? 4 : 0);
}

/// Every place where one of the entities' names stands by itself, the longest of those that overlap. Names begin with a capital:
/// "fishermen" is not one; and a person's title is no part of the name where the name is given without it too. `read` are the places that are read as sentences.
std::vector<Mention> mentions_in(const std::string& text, const boost::json::array& entities, const std::vector<Span>& read) {
  std::vector<Mention> all;
  for (const auto& entity : entities)
    for (const auto& alias : entity.at("aliases").as_array()) {
      const std::string_view name = alias.as_string();
      const std::string_view first = name.substr(name.starts_with("the ") ? 4 : 0);
      if (first.empty() || std::islower(static_cast<unsigned char>(first[0])) != 0 || std::isdigit(static_cast<unsigned char>(first[0])) != 0) continue;
      const auto is_without_title = [&name](const auto& other) {
        return name.ends_with(" " + std::string(other.as_string()));
      };
      if (entity.at("type") == "Person" && std::ranges::any_of(entity.at("aliases").as_array(), is_without_title)) continue;
      for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if (at > 0 && is_word_byte(text, at - 1) && is_word_byte(text, at)) continue;
        if (end < text.size() && is_word_byte(text, end) && is_word_byte(text, end - 1)) continue;
        all.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, std::string(entity.at("type").as_string())});
      }
    }
  std::ranges::sort(all, [](const Mention& a, const Mention& b) { return a.span.size() != b.span.size() ? a.span.size() > b.span.size() : a.span.begin < b.span.begin; });
  std::vector<Mention> kept;
  for (const Mention& m : all) {
    const auto overlaps = [&m](const Mention& other) { return m.span.begin < other.span.end && other.span.begin < m.span.end; };
    const auto holds = [&m](Span span) { return span.begin <= m.span.begin && m.span.end <= span.end; };
    if (std::ranges::none_of(kept, overlaps) && std::ranges::any_of(read, holds)) kept.push_back(m);
  }
  std::ranges::sort(kept, {}, [](const Mention& m) { return m.span.begin; });
  return kept;
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_of_the_gold_articles) {
  if (!is_here("gold/annotations")) return;
  const std::set<std::string> types = {"Person", "GovernmentBody", "Organization", "Country", "Place"};
  std::map<std::string, std::pair<std::size_t, std::size_t>> found;  // and all, by type
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(shared("gold/annotations"))) files.push_back(entry.path());
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    std::ifstream in(file);
    const boost::json::value annotations = boost::json::parse(in);
    DocumentStream stream({shared("gold/texts") / file.filename().replace_extension(".txt")}, {});
    const auto document = stream.next();
    BOOST_REQUIRE(document);
    const Sentences read = english().read(*document);
    std::set<std::pair<std::uint32_t, std::uint32_t>> names;
    for (const NameSpan& name : read.names) {
      const Span span{read.tokens[name.first].span.begin, read.tokens[name.last - 1].span.end};
      names.emplace(without_the(document->text, span), span.end);
    }
    std::vector<Span> sentences;
    for (const Sentence& sentence : read.sentences) sentences.push_back(sentence.span);
    for (const Mention& m : mentions_in(document->text, annotations.at("entities").as_array(), sentences)) {
      if (!types.contains(m.type)) continue;
      const bool right = names.contains({without_the(document->text, m.span), m.span.end});
      for (const std::string& key : {m.type, std::string("~ all")}) found[key].first += right, ++found[key].second;
      if (right) continue;
      std::string said;
      for (const auto& [begin, end] : names)
        if (begin < m.span.end && m.span.begin < end) said += " [" + document->text.substr(begin, end - begin) + "]";
      std::printf("  missed in %s at %u: %s \"%s\"%s%s\n", file.stem().c_str(), m.span.begin, m.type.c_str(), std::string(document->view(m.span)).c_str(),
                  said.empty() ? "" : ", said", said.c_str());
    }
  }
  std::printf("%-16s %9s %9s %9s\n", "gold articles", "mentions", "right", "percent");
  for (const auto& [type, counts] : found)
    std::printf("%-16s %9zu %9zu %9.2f\n", type.c_str(), counts.second, counts.first, percent(static_cast<double>(counts.first) / static_cast<double>(counts.second)));
  const auto [right, all] = found["~ all"];
  BOOST_CHECK_GT(all, 150U);
  at_least(percent(static_cast<double>(right) / static_cast<double>(all)), mentions_floor, "names of the gold articles");
}
