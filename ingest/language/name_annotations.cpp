#include "ingest/language/name_annotations.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <fstream>

#include "graph/error/error.h"
#include "ingest/language/tokenizer.h"

namespace dossier::ingest {
namespace {

std::string known_tag(std::string_view tag) {
  if (tag.size() != 5 || (tag[0] != 'B' && tag[0] != 'I') || tag[1] != '-') return "O";
  const std::string_view type = tag.substr(2);
  return type == "PER" || type == "LOC" || type == "ORG" ? std::string(tag) : "O";
}

/// "I-" after something else than the same type is a beginning.
void mend(std::vector<TreebankWord>& words) {
  std::string_view before = "O";
  for (TreebankWord& word : words) {
    if (word.name.starts_with("I-") && (before.size() < 3 || before.substr(2) != std::string_view(word.name).substr(2)))
      word.name[0] = 'B';
    before = word.name;
  }
}

/// Where words touch in the text; leaves the words as they are when the text says something else.
void set_spaces(TreebankSentence& sentence) {
  std::size_t at = 0;
  for (TreebankWord& word : sentence.words) {
    if (sentence.text.compare(at, word.form.size(), word.form) != 0) return;
    at += word.form.size();
    word.space_after = at >= sentence.text.size() || sentence.text[at] == ' ';
    while (at < sentence.text.size() && sentence.text[at] == ' ') ++at;
  }
}

std::string letters_of(const TreebankSentence& sentence) {
  std::string letters;
  for (const TreebankWord& word : sentence.words) letters += word.form;
  return letters;
}

/// Both sentences have the same letters.
void carry_over(TreebankSentence& to, const TreebankSentence& from) {
  std::size_t at = 0, begin = 0, word = 0;
  std::string_view before = "O";
  std::size_t before_word = 0;
  for (TreebankWord& target : to.words) {
    while (word + 1 < from.words.size() && begin + from.words[word].form.size() <= at)
      begin += from.words[word++].form.size();
    target.name = from.words[word].name;
    // a second part of one annotated word goes on with its name
    if (target.name.starts_with("B-") && before == target.name && before_word == word && at > begin)
      target.name[0] = 'I';
    before = from.words[word].name;
    before_word = word;
    at += target.form.size();
  }
  mend(to.words);
}

}  // namespace

std::vector<TreebankSentence> read_names(std::istream& in, std::string_view source) {
  std::vector<TreebankSentence> sentences;
  TreebankSentence current;
  std::uint64_t number = 0;
  const auto finish = [&] {
    if (!current.words.empty()) {
      mend(current.words);
      set_spaces(current);
      sentences.push_back(std::move(current));
    }
    current = {};
  };
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) {
      finish();
    } else if (line.starts_with("# ")) {
      if (line.starts_with("# sent_id = ")) current.id = line.substr(12);
      if (line.starts_with("# text = ")) current.text = line.substr(9);
      if (line.starts_with("# newdoc")) current.new_document = true;
    } else {
      const std::size_t form = line.find('\t') + 1, tag = form == 0 ? 0 : line.find('\t', form) + 1;
      if (tag == 0 || tag == form + 1) {
        throw Error(ErrorKind::bad_input, Location{std::string(source), number},
                    "a word needs a number, a form and a tag");
      }
      TreebankWord word;
      word.form = line.substr(form, tag - form - 1);
      if (word.form == "-DOCSTART-") {
        current.new_document = true;
        continue;
      }
      word.name = known_tag(std::string_view(line).substr(tag, line.find_first_of("\t\r", tag) - tag));
      word.surface = static_cast<std::uint32_t>(current.words.size());
      current.words.push_back(std::move(word));
    }
  }
  if (in.bad()) throw Error(ErrorKind::io, Location{std::string(source), number}, "cannot be read");
  finish();
  return sentences;
}

std::vector<TreebankSentence> read_names(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::io, Location{path.string()}, "cannot be opened");
  return read_names(in, path.string());
}

std::vector<TreebankSentence> read_bracketed_names(std::istream& in, std::string_view source) {
  std::vector<TreebankSentence> sentences;
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    TreebankSentence& sentence = sentences.emplace_back();
    struct Marked {
      std::size_t first, last;
      std::string kind;
    };
    std::vector<Marked> names;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view rest = std::string_view(line).substr(i);
      if (rest.starts_with("[PER ") || rest.starts_with("[LOC ") || rest.starts_with("[ORG ")) {
        const std::size_t end = line.find(']', i);
        if (end == std::string::npos) throw Error(ErrorKind::bad_input, Location{std::string(source), number}, "a bracket is not closed");
        names.push_back({sentence.text.size(), sentence.text.size() + end - i - 5, line.substr(i + 1, 3)});
        sentence.text += line.substr(i + 5, end - i - 5);
        i = end;
      } else {
        sentence.text += line[i];
      }
    }
    std::vector<Token> tokens;
    tokenize(sentence.text, {0, static_cast<std::uint32_t>(sentence.text.size())}, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      TreebankWord& word = sentence.words.emplace_back();
      word.form = sentence.text.substr(tokens[i].span.begin, tokens[i].span.size());
      word.space_after = i + 1 == tokens.size() || tokens[i + 1].space_before;
      word.surface = static_cast<std::uint32_t>(i);
      word.name = "O";
      for (const auto& [first, last, kind] : names)
        if (tokens[i].span.begin >= first && tokens[i].span.begin < last) word.name = (tokens[i].span.begin == first ? "B-" : "I-") + kind;
    }
  }
  if (in.bad()) throw Error(ErrorKind::io, Location{std::string(source), number}, "cannot be read");
  return sentences;
}

std::vector<TreebankSentence> read_bracketed_names(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::io, Location{path.string()}, "cannot be opened");
  return read_bracketed_names(in, path.string());
}

NameAlignment add_names(std::vector<TreebankSentence>& treebank, const std::vector<TreebankSentence>& names) {
  boost::unordered_flat_map<std::string_view, TreebankSentence*> by_id, by_text;
  for (TreebankSentence& sentence : treebank) {
    by_id.emplace(sentence.id, &sentence);
    by_text.emplace(sentence.text, &sentence);
  }
  NameAlignment result;
  for (const TreebankSentence& annotated : names) {
    auto found = by_id.find(annotated.id);
    if (found == by_id.end()) {
      found = by_text.find(annotated.text);
      if (found == by_text.end()) found = by_id.end();
    }
    if (found == by_id.end() || letters_of(*found->second) != letters_of(annotated)) {
      result.dropped.push_back(annotated.id);
      continue;
    }
    carry_over(*found->second, annotated);
    ++result.aligned;
  }
  return result;
}

}  // namespace dossier::ingest
