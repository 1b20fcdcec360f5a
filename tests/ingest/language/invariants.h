/// What holds of every reading of a document, whatever the document and the model are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/language/sentence.h"
#include "ingest/source/characters.h"

namespace dossier::ingest::test {

/// One paragraph, made what every Document's text is.
inline Document paragraph(std::string_view bytes) {
  Document document;
  document.id = "a";
  document.text = repaired_utf8(bytes);
  tidy(document.text);
  if (!document.text.empty()) document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  return document;
}

/// Looks a reading over, in time that is proportional to it.
class Inspection {
 public:
  Inspection(const Document& document, const Sentences& sentences) : document_(document), is_(sentences) {}

  /// What is wrong first, or nothing.
  [[nodiscard]] std::string fault() const {
    for (const auto check : {&Inspection::columns, &Inspection::spans, &Inspection::sentences, &Inspection::trees, &Inspection::names})
      if (std::string fault = (this->*check)(); !fault.empty()) return fault;
    return {};
  }

 private:
  [[nodiscard]] static std::string at(const char* what, std::size_t number) { return std::string(what) + ", " + std::to_string(number); }
  [[nodiscard]] bool between_characters(std::uint32_t byte) const {
    return byte == document_.text.size() || (static_cast<unsigned char>(document_.text[byte]) & 0xC0U) != 0x80U;
  }

  [[nodiscard]] std::string columns() const {
    if (is_.lemmas.size() != is_.tokens.size()) return "not every token has a lemma";
    for (std::size_t i = 0; i < is_.lemmas.size(); ++i) {
      if (is_.lemmas[i].begin > is_.lemmas[i].end || is_.lemmas[i].end > is_.lemma_text.size()) return at("a lemma is outside of the text of lemmas", i);
      if (is_.lemma(i).find_first_of("\t\n") != std::string_view::npos) return at("a lemma has white space", i);
      if (static_cast<std::size_t>(is_.tokens[i].tag) >= tag_count) return at("no such tag", i);
      if (static_cast<std::size_t>(is_.tokens[i].word_class) >= word_class_count) return at("no such word class", i);
      if (static_cast<std::size_t>(is_.tokens[i].relation) >= relation_count) return at("no such relation", i);
    }
    return first_invalid_utf8(is_.lemma_text) ? "the lemmas are not UTF-8" : "";
  }

  [[nodiscard]] std::string spans() const {
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < is_.tokens.size(); ++i) {
      const Span span = is_.tokens[i].span;
      if (span.begin < end || span.begin >= span.end || span.end > document_.text.size()) return at("the span of a token", i);
      if (!between_characters(span.begin) || !between_characters(span.end)) return at("a token ends within a character", i);
      if (!is_.tokens[i].space_before && span.begin != end) return at("something is left out before a token", i);
      if (document_.view(span).find_first_of(" \t\n") != std::string_view::npos) return at("a token has white space", i);
      end = span.end;
    }
    return {};
  }

  [[nodiscard]] std::string sentences() const {
    std::uint32_t token = 0, number = 0;
    for (const Sentence& sentence : is_.sentences) {
      if (sentence.number != ++number) return at("the number of a sentence", number);
      if (sentence.first != token || sentence.last <= sentence.first || sentence.last > is_.tokens.size()) return at("the tokens of a sentence", number);
      token = sentence.last;
      if (sentence.span != Span{is_.tokens[sentence.first].span.begin, is_.tokens[sentence.last - 1].span.end}) return at("the span of a sentence", number);
      if (sentence.block >= document_.blocks.size()) return at("the block of a sentence", number);
      const Block& block = document_.blocks[sentence.block];
      if (block.kind != sentence.kind || sentence.span.begin < block.span.begin || sentence.span.end > block.span.end)
        return at("a sentence is not in its block", number);
    }
    return token == is_.tokens.size() ? "" : "not every token is in a sentence";
  }

  [[nodiscard]] std::string trees() const {
    std::vector<char> reaches_root(is_.tokens.size(), 0);
    std::vector<std::uint32_t> way;
    for (const Sentence& sentence : is_.sentences) {
      std::size_t roots = 0;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Token& token = is_.tokens[i];
        if (token.head < sentence.first || token.head >= sentence.last) return at("a head is in another sentence", i);
        if ((token.relation == Relation::root) != (token.head == i)) return at("the root has another relation, or another token has the root's", i);
        if (token.head == i) ++roots, reaches_root[i] = 1;
      }
      if (roots != 1) return at("a sentence has not exactly one root", sentence.number);
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        way.clear();
        std::uint32_t above = i;
        for (; reaches_root[above] == 0; above = is_.tokens[above].head) {
          if (way.size() > sentence.last - sentence.first) return at("a circle", i);
          way.push_back(above);
        }
        for (const std::uint32_t passed : way) reaches_root[passed] = 1;
      }
    }
    return {};
  }

  [[nodiscard]] std::string names() const {
    std::uint32_t end = 0;
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < is_.names.size(); ++i) {
      const NameSpan& name = is_.names[i];
      if (name.first < end || name.first >= name.last || name.last > is_.tokens.size()) return at("the tokens of a name", i);
      if (static_cast<std::size_t>(name.kind) >= name_kind_count) return at("the kind of a name", i);
      while (is_.sentences[sentence].last <= name.first) ++sentence;
      if (name.last > is_.sentences[sentence].last) return at("a name goes beyond its sentence", i);
      end = name.last;
    }
    return {};
  }

  const Document& document_;
  const Sentences& is_;
};

/// What is wrong with a reading first, or nothing.
[[nodiscard]] inline std::string first_fault(const Document& document, const Sentences& sentences) { return Inspection(document, sentences).fault(); }

}  // namespace dossier::ingest::test
