#include "ingest/language/language_model.h"

#include <algorithm>
#include <array>
#include <optional>

#include "graph/file/mapped_file.h"
#include "ingest/language/english_model.h"
#include "ingest/language/features.h"
#include "ingest/language/lemmatizer.h"
#include "ingest/language/model_file.h"
#include "ingest/language/network.h"
#include "ingest/language/sentence_boundaries.h"
#include "ingest/language/split.h"
#include "ingest/language/tokenizer.h"

namespace dossier::ingest {
namespace {

/// Sentences go through the network together until they have this many tokens: enough to use its weights well while they are near.
constexpr std::size_t batch_tokens = 256;

/// Sentences of one batch. Those that are too long are in parts, of which only the first one's root is the sentence's.
struct Batch {
  Features features;
  std::vector<std::uint32_t> lengths;
  std::vector<std::uint32_t> firsts;  ///< the first token of each part, in the document
  std::vector<char> continues;        ///< it is not the first part of its sentence

  void clear() { features.clear(), lengths.clear(), firsts.clear(), continues.clear(); }
};

/// What a thread keeps from document to document, since getting memory anew would take longer than a short text: a few MB.
struct Desk {
  Batch batch;
  NetworkRoom room;
  Reading reading;
};

}  // namespace

struct LanguageModel::State {
  std::optional<graph::MappedFile> file;
  ModelFile model;
  BoundaryModel boundaries;
  Lemmatizer lemmatizer;
  WordTable vocabulary, names, common_words;
  Network network;

  State(std::string_view bytes, const std::string& source, Instructions instructions)
      : model(bytes, source),
        boundaries(model.section("boundaries")),
        lemmatizer(model.section("lemmas")),
        vocabulary(model.array<WordTable::Slot>("vocabulary")),
        names(model.array<WordTable::Slot>("name_lists")),
        common_words(model.array<WordTable::Slot>("common_words")),
        network(model, instructions) {}
};

LanguageModel::LanguageModel(std::string_view bytes, const std::string& source, Instructions instructions)
    : state_(std::make_unique<State>(bytes, source, instructions)) {}
LanguageModel::LanguageModel(const std::filesystem::path& path, Instructions instructions) {
  graph::MappedFile file(path);
  state_ = std::make_unique<State>(file.bytes(), path.string(), instructions);
  state_->file = std::move(file);
}
LanguageModel::~LanguageModel() = default;
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;

Sentences LanguageModel::read(const Document& document) const {
  Sentences result = split_into_sentences(document, state_->boundaries);
  fill(document.text, result);
  return result;
}

void LanguageModel::fill(std::string_view text, Sentences& sentences) const {
  std::vector<Token>& tokens = sentences.tokens;
  sentences.names.clear(), sentences.lemma_text.clear(), sentences.lemmas.clear();
  static thread_local Desk desk;
  auto& [batch, room, reading] = desk;
  batch.clear();  // where an exception left something
  std::uint32_t root = 0;  // of the sentence that is being read
  const auto run = [&] {
    state_->network.read(batch.features, batch.lengths, room, reading);
    std::size_t at = 0;
    for (std::size_t part = 0; part < batch.lengths.size(); ++part) {
      const std::uint32_t first = batch.firsts[part], length = batch.lengths[part];
      for (std::uint32_t i = 0; i < length; ++i) {
        Token& token = tokens[first + i];
        token.word_class = static_cast<WordClass>(reading.word_classes[at + i]);
        token.tag = static_cast<Tag>(reading.tags[at + i]);
        token.relation = static_cast<Relation>(reading.relations[at + i]);
        token.head = first + (reading.heads[at + i] == 0 ? i : reading.heads[at + i] - 1);
        if (token.head != first + i) continue;
        if (batch.continues[part]) token.head = root, token.relation = Relation::parataxis;
        else root = first + i;
      }
      for (NameSpan name : names_in(std::span(reading.names).subspan(at, length))) {
        name.first += first, name.last += first;
        sentences.names.push_back(name);
      }
      at += length;
    }
    batch.clear();
  };
  for (const Sentence& sentence : sentences.sentences) {
    for (std::uint32_t first = sentence.first; first < sentence.last; first += longest_sentence) {
      const std::uint32_t length = std::min(longest_sentence, sentence.last - first);
      if (!batch.lengths.empty() && batch.features.size() + length > batch_tokens) run();
      append_features(text, std::span(tokens).subspan(first, length), state_->vocabulary, state_->names, batch.features);
      batch.lengths.push_back(length);
      batch.firsts.push_back(first);
      batch.continues.push_back(first != sentence.first);
    }
  }
  if (!batch.lengths.empty()) run();
  sentences.lemmas.reserve(tokens.size());
  sentences.lemma_text.reserve(text.size());
  std::string lemma;
  for (const Token& token : tokens) {
    state_->lemmatizer.lemmatize(text.substr(token.span.begin, token.span.size()), name_of(token.tag), lemma);
    const auto begin = static_cast<std::uint32_t>(sentences.lemma_text.size());
    sentences.lemma_text += lemma;
    sentences.lemmas.push_back({begin, static_cast<std::uint32_t>(sentences.lemma_text.size())});
  }
}

std::string LanguageModel::lemma(std::string_view word, Tag tag) const {
  std::string lemma;
  state_->lemmatizer.lemmatize(word, name_of(tag), lemma);
  return lemma;
}

bool LanguageModel::is_common_word(std::string_view word) const {
  if (state_->common_words.find(vocabulary_hash(word)) != 0) return true;
  // endings that make nouns of what no list has
  constexpr auto endings = std::to_array<std::string_view>({"tion", "sion", "ment", "ness", "ance", "ence", "ics", "ship", "ture", "ism"});
  return word.size() > 6 && std::ranges::any_of(endings, [&](std::string_view e) { return word.ends_with(e); });
}

const LanguageModel& english() {
  static const LanguageModel model(english_model(), "built-in model");
  return model;
}

Sentences analyse(const Document& document) { return english().read(document); }

std::string_view LanguageModel::about() const { return state_->model.section("about"); }
std::size_t LanguageModel::size() const { return state_->model.size(); }

}  // namespace dossier::ingest
