#include "ingest/language/training/data.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "graph/error/error.h"
#include "graph/file/mapped_file.h"
#include "ingest/language/model_file.h"
#include "ingest/language/name_annotations.h"
#include "ingest/language/training/boundaries.h"
#include "ingest/language/training/lemmas.h"
#include "ingest/language/training/name_lists.h"

namespace dossier::ingest::training {
namespace {

using Sentences = std::vector<TreebankSentence>;

void append(Sentences& to, Sentences from) { std::ranges::move(from, std::back_inserter(to)); }

/// Our own sentences have names only where there are any: all other words are told to be none.
Sentences with_names_told(Sentences sentences) {
  for (TreebankSentence& sentence : sentences)
    for (TreebankWord& word : sentence.words)
      if (word.name.empty()) word.name = "O";
  return sentences;
}

Sentences joined(const Sentences& sentences) {
  Sentences result;
  for (const TreebankSentence& sentence : sentences) result.push_back(join_hyphens(sentence));
  return result;
}

/// Nouns, adjectives and verbs that were seen in lower case.
std::vector<WordTable::Slot> table_of_common_words(const Sentences& sentences) {
  std::set<std::uint64_t> hashes;
  for (const TreebankSentence& sentence : sentences)
    for (const TreebankWord& word : sentence.words)
      if ((word.upos == "NOUN" || word.upos == "ADJ" || word.upos == "VERB") && std::ranges::all_of(word.form, [](char c) { return c >= 'a' && c <= 'z'; }))
        hashes.insert(vocabulary_hash(word.form));
  WordTableBuilder builder(hashes.size());
  for (const std::uint64_t hash : hashes) builder.add(hash, 1);
  return builder.slots();
}

void keep_part(Sentences& sentences, double part) {
  if (part < 1) sentences.resize(static_cast<std::size_t>(static_cast<double>(sentences.size()) * part));
}

/// Lines of a lemma and its two past forms, as a sentence each: often enough to outweigh a slip of the treebanks' pens.
Sentences irregular_verbs(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::io, Location{path.string()}, "cannot be opened");
  Sentences sentences;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string lemma, past, participle;
    words >> lemma >> past >> participle;
    TreebankSentence sentence;
    constexpr int often = 3;
    for (int k = 0; k < often; ++k)
      for (const auto& [form, tag] : {std::pair(past, "VBD"), std::pair(participle, "VBN")}) {
        TreebankWord& word = sentence.words.emplace_back();
        word.form = form, word.lemma = lemma, word.upos = "VERB", word.xpos = tag;
      }
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

}  // namespace

std::filesystem::path TrainingData::used(const std::filesystem::path& folder, const std::string& name) {
  std::filesystem::path path = folder / name;
  const graph::MappedFile file(path);
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(ModelFile::checksum(file.bytes())));
  files_.push_back({name, digits.data()});
  return path;
}

TrainingData::TrainingData(const DataOptions& options) {
  const auto shared = [&](const std::string& name) { return used(options.shared, name); };
  const auto own = [&](const std::string& name) { return used(options.own, name); };
  const auto named = [&](const std::string& treebank, const std::string& names) {
    Sentences sentences = read_treebank(shared(treebank));
    add_names(sentences, read_names(shared(names)));
    return sentences;
  };
  Sentences trees = named("data/treebanks/en_ewt-train.conllu", "data/names/uner_ewt-train.iob2");
  keep_part(trees, options.part);
  Sentences gum = read_treebank(shared("data/treebanks/en_gum-open-train.conllu"));
  keep_part(gum, options.part);
  append(trees, std::move(gum));
  boundaries_ = train_boundaries(trees);
  Sentences with_lemmas = joined(trees);
  append(with_lemmas, irregular_verbs(own("annotated/irregular-verbs.txt")));
  lemmas_ = train_lemmas(with_lemmas);
  common_words_ = table_of_common_words(trees);

  Sentences learned;
  for (const TreebankSentence& sentence : trees) {
    learned.push_back(join_hyphens(sentence));
    // Others cut compounds at their hyphens: both ways are learned.
    if (learned.back().words.size() != sentence.words.size()) learned.push_back(sentence);
  }
  for (const char* name : {"annotated/government-a.conllu", "annotated/government-b.conllu"}) append(learned, with_names_told(read_treebank(own(name))));
  for (const char* name : {"annotated/names-a.txt", "annotated/names-b.txt", "annotated/names-c.txt", "annotated/names-d.txt",
                           "annotated/names-e.txt"}) {
    Sentences sentences = read_bracketed_names(own(name));
    keep_part(sentences, options.part);
    append(learned, std::move(sentences));
  }
  Sentences wiki = read_names(shared("data/names/wikigold.conll"));
  keep_part(wiki, options.part);
  append(learned, std::move(wiki));

  boundary_model_ = std::make_unique<BoundaryModel>(boundaries_);
  corpus_ = std::make_unique<Corpus>(*boundary_model_);
  corpus_->add_documents(shared("corpus/white-house.jsonl.gz"), options.part);
  press_sentences_ = corpus_->sentences();
  if (options.part >= 1) {
    corpus_->add_strings(shared("benchmarks/knowledgenet/folds-1-3.jsonl"), "passageText");
    for (const char* name : {"1_movie", "2_music", "3_sport", "4_book", "5_military", "6_computer", "7_space", "8_politics", "9_nature", "10_culture"})
      corpus_->add_strings(shared("benchmarks/text2kgbench/wikidata_tekgen/train/ont_" + std::string(name) + "_train.jsonl"), "sent");
  }
  raw_sentences_ = corpus_->sentences();
  for (const TreebankSentence& sentence : learned) {
    std::vector<std::string> words;
    for (const TreebankWord& word : sentence.words) words.push_back(word.form);
    corpus_->add_words(words);
  }
  count_words(options);

  NameLists lists;
  for (const auto& [kind, name] : {std::pair{Listed::given_name, "given-names"}, {Listed::surname, "surnames"}, {Listed::title, "titles"},
                                   {Listed::organization_word, "organization-words"}, {Listed::place_word, "place-words"},
                                   {Listed::organization, "organizations"}, {Listed::place, "places"}})
    lists.add_lines(kind, own("name_lists/" + std::string(name) + ".txt"));
  for (const char* column : {"name", "subcountry"}) lists.add_column(Listed::place, options.shared / "data/gazetteers/world-cities.csv", column);
  for (const char* column : {"CLDR display name", "UNTERM English Short"}) lists.add_column(Listed::place, options.shared / "data/gazetteers/country-codes.csv", column);
  for (const char* name : {"data/gazetteers/world-cities.csv", "data/gazetteers/country-codes.csv"}) shared(name);
  for (const char* name : {"data/gazetteers/Phoenix.International.actors.txt", "data/gazetteers/Phoenix.MilNonState.actors.txt"})
    lists.add_actors(Listed::organization, shared(name));
  add_case(lists);
  name_lists_ = lists.table();

  const WordTable vocabulary(vocabulary_), names(name_lists_);
  for (const TreebankSentence& sentence : learned)
    if (sentence.words.size() <= 150) samples_.push_back(make_sample(sentence, vocabulary, names));
  Sentences development = named("data/treebanks/en_ewt-dev.conllu", "data/names/uner_ewt-dev.iob2");
  keep_part(development, options.part);
  for (const TreebankSentence& sentence : development) development_.push_back(make_sample(sentence, vocabulary, names));
}

/// How words are written inside of sentences, where a capital is no matter of place. Headings, in which all words have capitals,
/// tell nothing.
void TrainingData::add_case(NameLists& lists) const {
  struct Count {
    std::uint32_t small = 0, capital = 0;
  };
  std::map<std::string, Count, std::less<>> counts;
  std::array<char, 96> room;
  for (std::size_t s = 0; s < corpus_->sentences(); ++s) {
    const auto tokens = corpus_->sentence(s);
    const auto word = [&](const Token& token) { return std::string_view(corpus_->text()).substr(token.span.begin, token.span.size()); };
    const auto is_small = [&](const Token& token) { return word(token)[0] >= 'a' && word(token)[0] <= 'z'; };
    const auto is_capital = [&](const Token& token) { return word(token)[0] >= 'A' && word(token)[0] <= 'Z'; };
    if (2 * std::ranges::count_if(tokens, is_small) < std::ssize(tokens)) continue;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const std::string_view before = word(tokens[i - 1]);
      if (before == "\"" || before == "“" || before == ":" || before == "(" || before == "." || before == "-" || before == "—" || before == "–") continue;
      if (!is_small(tokens[i]) && !is_capital(tokens[i])) continue;
      const std::string_view form = normal_form(word(tokens[i]), room);
      auto found = counts.find(form);
      if (found == counts.end()) found = counts.emplace(form, Count{}).first;
      ++(is_small(tokens[i]) ? found->second.small : found->second.capital);
    }
  }
  for (const auto& [form, count] : counts) {
    const std::uint32_t all = count.small + count.capital;
    if (all < 3) continue;
    const double share = static_cast<double>(count.capital) / all;
    lists.add_word(share < 0.1 ? Listed::small : share < 0.9 ? Listed::both : Listed::capital, form);
  }
}

void TrainingData::count_words(const DataOptions& options) {
  std::map<std::string, std::uint32_t, std::less<>> counts;
  std::array<char, 96> room;
  for (std::size_t s = 0; s < corpus_->sentences(); ++s)
    for (const Token& token : corpus_->sentence(s)) {
      const std::string_view form = normal_form(std::string_view(corpus_->text()).substr(token.span.begin, token.span.size()), room);
      const auto found = counts.find(form);
      if (found != counts.end()) ++found->second;
      else counts.emplace(form, 1);
    }
  std::vector<std::pair<std::uint32_t, std::string>> order;
  std::uint64_t rest = 0;
  for (const auto& [form, count] : counts)
    if (count >= options.fewest) order.emplace_back(count, form);
    else rest += count;
  std::ranges::sort(order, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (order.size() > options.largest_vocabulary) order.resize(options.largest_vocabulary);
  counts_.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(rest, ~0U)));
  WordTableBuilder builder(order.size());
  for (const auto& [count, form] : order) {
    builder.add(vocabulary_hash(form), static_cast<std::uint32_t>(counts_.size()));
    counts_.push_back(count);
  }
  vocabulary_ = builder.slots();
}

}  // namespace dossier::ingest::training
