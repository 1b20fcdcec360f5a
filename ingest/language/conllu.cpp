#include "ingest/language/conllu.h"

#include <algorithm>
#include <string>

#include "ingest/language/character_class.h"
#include "ingest/language/tokenizer.h"
#include "ingest/language/treebank_tags.h"
#include "ingest/source/text_offsets.h"

namespace dossier::ingest {
namespace {

/// An id may be any text; in a comment it is one word.
std::string one_word(std::string_view id) {
  std::string word;
  for (std::uint32_t at = 0; at < id.size();) {
    const Character c = character_at(id, at, static_cast<std::uint32_t>(id.size()));
    if (is_space(c.value)) word += '_';
    else word += id.substr(at, c.size);
    at += c.size;
  }
  return word;
}

/// One walk over the sentences of a document.
class Writer {
 public:
  Writer(const Document& document, const Sentences& sentences, std::ostream& out)
      : document_(document), sentences_(sentences), out_(out), id_(one_word(document.id)), index_(document.text) {}

  void write(std::size_t number) {
    const Sentence& sentence = sentences_.sentences[number];
    if (number == 0) out_ << "# newdoc id = " << id_ << '\n';
    if (number == 0 || sentences_.sentences[number - 1].block != sentence.block) out_ << "# newpar\n";
    out_ << "# sent_id = " << id_ << '-' << sentence.number << "\n# text = ";
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
      out_ << (i > sentence.first && tokens()[i].space_before ? " " : "") << form({i, i + 1});
    out_ << '\n';
    const auto tags = treebank_tags(document_.text, sentences_, sentence);
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      const Range surface{i, end_of_surface(i, sentence.last)};
      const bool is_one_word = surface.last == i + 1;
      if (!is_one_word) range(surface, sentence);
      for (; i < surface.last; ++i) word(i, sentence, tags[i - sentence.first], is_one_word);
    }
    out_ << '\n';
  }

 private:
  struct Range {
    std::uint32_t first, last;  ///< tokens [first, last)
  };

  [[nodiscard]] const std::vector<Token>& tokens() const { return sentences_.tokens; }
  [[nodiscard]] std::uint32_t end_of_surface(std::uint32_t i, std::uint32_t last) const {
    for (++i; i < last && continues_token(document_.text, tokens(), i);) ++i;
    return i;
  }
  [[nodiscard]] Span span(Range range) const { return {tokens()[range.first].span.begin, tokens()[range.last - 1].span.end}; }
  [[nodiscard]] std::string_view form(Range range) const { return document_.view(span(range)); }

  void range(Range range, const Sentence& sentence) {
    out_ << range.first - sentence.first + 1 << '-' << range.last - sentence.first << '\t' << form(range) << "\t_\t_\t_\t_\t_\t_\t_\t";
    place(range);
    space_after(range);
    token_range(range);
  }

  void word(std::uint32_t i, const Sentence& sentence, std::string_view tag, bool is_one_word) {
    const Token& token = tokens()[i];
    const Range only{i, i + 1};
    const std::string_view lemma = sentences_.lemma(i);
    out_ << i - sentence.first + 1 << '\t' << form(only) << '\t' << (lemma.empty() ? "_" : lemma) << '\t' << name_of(token.word_class) << '\t' << tag
         << "\t_\t" << (token.head == i ? 0 : token.head - sentence.first + 1) << '\t' << name_of(token.relation) << "\t_\t";
    place(only);
    name(i);
    if (is_one_word) space_after(only);  // else its range says so
    token_range(only);
  }

  // the parts of MISC, in alphabetical order
  void place(Range range) { out_ << "Bytes=" << span(range).begin << ':' << span(range).end; }
  void name(std::uint32_t i) {
    const auto& names = sentences_.names;
    while (name_ < names.size() && names[name_].last <= i) ++name_;
    if (name_ < names.size() && names[name_].first <= i) out_ << "|Name=" << (names[name_].first == i ? "B-" : "I-") << name_of(names[name_].kind);
  }
  void space_after(Range range) {
    if (range.last < tokens().size() && !tokens()[range.last].space_before) out_ << "|SpaceAfter=No";
  }
  void token_range(Range range) {
    out_ << "|TokenRange=" << index_.code_point(span(range).begin) << ':' << index_.code_point(span(range).end) << '\n';
  }

  const Document& document_;
  const Sentences& sentences_;
  std::ostream& out_;
  std::string id_;
  CodePointIndex index_;
  std::size_t name_ = 0;  // the first that does not end before the token that is written
};

}  // namespace

void write_conllu(const Document& document, const Sentences& sentences, std::ostream& out) {
  Writer writer(document, sentences, out);
  for (std::size_t i = 0; i < sentences.sentences.size(); ++i) writer.write(i);
}

}  // namespace dossier::ingest
