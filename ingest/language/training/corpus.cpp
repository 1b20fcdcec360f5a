#include "ingest/language/training/corpus.h"

#include <boost/json/parse.hpp>
#include <fstream>

#include "graph/error/error.h"
#include "ingest/language/hashing.h"
#include "ingest/language/split.h"
#include "ingest/source/document_stream.h"

namespace dossier::ingest::training {
namespace {

// Shorter sentences teach nothing, and longer ones are mostly lists and tables.
constexpr std::size_t fewest = 3, most = 80;

void collect(const boost::json::value& value, std::string_view key, std::vector<std::string>& strings) {
  if (const auto* object = value.if_object()) {
    for (const auto& member : *object)
      if (member.key() == key && member.value().is_string()) strings.emplace_back(member.value().as_string());
      else collect(member.value(), key, strings);
  } else if (const auto* array = value.if_array()) {
    for (const auto& item : *array) collect(item, key, strings);
  }
}

}  // namespace

bool Corpus::is_new(std::string_view sentence) {
  if (2 * (seen_count_ + 1) > seen_.size()) {
    std::vector<std::uint64_t> old(std::max<std::size_t>(1024, 2 * seen_.size()), 0);
    old.swap(seen_);
    for (const std::uint64_t h : old)
      if (h != 0) {
        std::size_t i = h & (seen_.size() - 1);
        while (seen_[i] != 0) i = (i + 1) & (seen_.size() - 1);
        seen_[i] = h;
      }
  }
  const std::uint64_t h = mixed(hash_of(sentence)) | 1U;
  std::size_t i = h & (seen_.size() - 1);
  for (; seen_[i] != 0; i = (i + 1) & (seen_.size() - 1))
    if (seen_[i] == h) return false;
  seen_[i] = h;
  ++seen_count_;
  return true;
}

void Corpus::add(const Document& document) {
  const Sentences analysed = split_into_sentences(document, *boundaries_);
  for (const Sentence& sentence : analysed.sentences) {
    const auto tokens = analysed.tokens_of(sentence);
    if (tokens.size() < fewest || tokens.size() > most) continue;
    const std::string_view text = std::string_view(document.text).substr(sentence.span.begin, sentence.span.size());
    if (!is_new(text)) continue;  // releases repeat their boilerplate
    const auto shift = static_cast<std::uint32_t>(text_.size()) - sentence.span.begin;
    sentences_.emplace_back(static_cast<std::uint32_t>(tokens_.size()), static_cast<std::uint32_t>(tokens.size()));
    for (Token token : tokens) {
      token.span.begin += shift;
      token.span.end += shift;
      tokens_.push_back(token);
    }
    text_ += text;
    text_ += '\n';
  }
}

void Corpus::add_documents(const std::filesystem::path& path, double part) {
  DocumentStream documents({path}, {});
  while (const auto document = documents.next()) {
    add(*document);
    if (static_cast<double>(documents.bytes_done()) > part * static_cast<double>(documents.bytes_total())) break;
  }
}

void Corpus::add_strings(const std::filesystem::path& path, std::string_view key) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::io, "cannot read " + path.string());
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> strings;
    collect(boost::json::parse(line), key, strings);
    for (std::string& string : strings) add(one_paragraph(std::move(string)));
  }
}

void Corpus::add_words(std::span<const std::string> words) {
  if (words.size() < fewest || words.size() > most) return;
  sentences_.emplace_back(static_cast<std::uint32_t>(tokens_.size()), static_cast<std::uint32_t>(words.size()));
  for (const std::string& word : words) {
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text_.size());
    text_ += word;
    token.span.end = static_cast<std::uint32_t>(text_.size());
    token.space_before = true;
    text_ += ' ';
    tokens_.push_back(token);
  }
}

}  // namespace dossier::ingest::training
