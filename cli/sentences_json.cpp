#include "cli/sentences_json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "ingest/language/treebank_tags.h"
#include "ingest/source/text_offsets.h"

namespace dossier::cli {
namespace {

namespace json = boost::json;

std::string_view name_of(ingest::BlockKind kind) {
  switch (kind) {
    case ingest::BlockKind::title:
      return "title";
    case ingest::BlockKind::meta:
      return "meta";
    case ingest::BlockKind::heading:
      return "heading";
    case ingest::BlockKind::item:
      return "item";
    case ingest::BlockKind::paragraph:
      break;
  }
  return "paragraph";
}

/// One walk over the sentences of a document.
class Writer {
 public:
  Writer(const ingest::Document& document, const ingest::Sentences& sentences) : document_(document), sentences_(sentences), index_(document.text) {}

  json::object sentence(const ingest::Sentence& sentence) {
    json::object out{{"number", sentence.number}, {"kind", name_of(sentence.kind)}};
    add_place(out, sentence.span);
    out["text"] = document_.view(sentence.span);
    const auto tags = ingest::treebank_tags(document_.text, sentences_, sentence);
    json::array tokens;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) tokens.push_back(token(i, sentence, tags[i - sentence.first]));
    out["tokens"] = std::move(tokens);
    json::array names;
    for (; name_ < sentences_.names.size() && sentences_.names[name_].first < sentence.last; ++name_) names.push_back(name(sentences_.names[name_]));
    out["names"] = std::move(names);
    return out;
  }

 private:
  json::object token(std::uint32_t i, const ingest::Sentence& sentence, std::string_view tag) const {
    const ingest::Token& token = sentences_.tokens[i];
    json::object out{{"id", i - sentence.first + 1},
                     {"form", document_.view(token.span)},
                     {"lemma", sentences_.lemma(i)},
                     {"upos", ingest::name_of(token.word_class)},
                     {"xpos", tag},
                     {"head", token.head == i ? 0 : token.head - sentence.first + 1},
                     {"deprel", ingest::name_of(token.relation)}};
    add_place(out, token.span);
    return out;
  }

  json::object name(const ingest::NameSpan& name) const {
    const ingest::Span span{sentences_.tokens[name.first].span.begin, sentences_.tokens[name.last - 1].span.end};
    json::object out{{"text", document_.view(span)}, {"type", ingest::name_of(name.kind)}};
    add_place(out, span);
    return out;
  }

  void add_place(json::object& out, ingest::Span span) const {
    out["start"] = index_.code_point(span.begin);
    out["end"] = index_.code_point(span.end);
  }

  const ingest::Document& document_;
  const ingest::Sentences& sentences_;
  ingest::CodePointIndex index_;
  std::size_t name_ = 0;  // the first that is not written yet
};

}  // namespace

void write_sentences_json(const ingest::Document& document, const ingest::Sentences& sentences, std::ostream& out) {
  out << "{\"id\":" << json::serialize(json::string_view(document.id)) << ",\"source\":" << json::serialize(json::string_view(document.source));
  if (!document.title.empty()) out << ",\"title\":" << json::serialize(json::string_view(document.title));
  if (!document.date.empty()) out << ",\"date\":" << json::serialize(json::string_view(document.date));
  out << ",\"sentences\":[";
  Writer writer(document, sentences);
  const char* comma = "";
  for (const ingest::Sentence& sentence : sentences.sentences) {  // a sentence at a time: a document may be large
    out << comma << json::serialize(writer.sentence(sentence));
    comma = ",";
  }
  out << "]}";
}

}  // namespace dossier::cli
