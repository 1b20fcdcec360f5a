#include "tests/quality/conll_score.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/error/error.h"
#include "ingest/source/characters.h"

namespace dossier::quality {
namespace {

using ingest::TreebankSentence;
using ingest::TreebankWord;
using Range = std::pair<std::size_t, std::size_t>;  // of bytes, white space not counted

struct Word {
  const TreebankWord* word = nullptr;
  Range place;
  bool part = false;         // of a surface token of several words
  std::ptrdiff_t head = -1;  // index in all words; -1 for the root
};

struct Text {
  std::string letters;
  std::vector<Word> words;
  std::vector<Range> tokens, sentences;
};

Text read(const std::vector<TreebankSentence>& sentences) {
  Text text;
  for (const TreebankSentence& sentence : sentences) {
    const std::size_t first_word = text.words.size(), begin = text.letters.size();
    for (std::size_t i = 0; i < sentence.words.size();) {
      std::size_t last = i;
      Range place{text.letters.size(), 0};
      for (; last < sentence.words.size() && sentence.words[last].surface == sentence.words[i].surface; ++last)
        for (const char c : sentence.words[last].form)
          if (c != ' ') text.letters += c;
      place.second = text.letters.size();
      text.tokens.push_back(place);
      for (std::size_t k = i; k < last; ++k) {
        const std::uint32_t head = sentence.words[k].head;
        text.words.push_back({&sentence.words[k], place, last > i + 1,
                              head == 0 ? -1 : static_cast<std::ptrdiff_t>(first_word + head) - 1});
      }
      i = last;
    }
    text.sentences.emplace_back(begin, text.letters.size());
  }
  return text;
}

Score same_places(const std::vector<Range>& gold, const std::vector<Range>& system) {
  std::vector<Range> both;
  std::ranges::set_intersection(gold, system, std::back_inserter(both));
  return {gold.size(), system.size(), both.size()};
}

/// Pairs of words that stand for each other.
class Alignment {
 public:
  Alignment(const Text& gold, const Text& system)
      : gold_(gold.words), system_(system.words), partner_(gold.words.size(), -1) {
    std::size_t g = 0, s = 0;
    while (g < gold_.size() && s < system_.size()) {
      if (gold_[g].part || system_[s].part) {
        stretch(g, s);
      } else if (gold_[g].place == system_[s].place) {
        pair(g++, s++);
      } else {
        gold_[g].place.first <= system_[s].place.first ? ++g : ++s;
      }
    }
  }

  [[nodiscard]] const std::vector<Range>& pairs() const { return pairs_; }
  /// The system's word for the gold word; -1 when there is none.
  [[nodiscard]] std::ptrdiff_t partner(std::size_t gold) const { return partner_[gold]; }

 private:
  void pair(std::size_t g, std::size_t s) {
    pairs_.emplace_back(g, s);
    partner_[g] = static_cast<std::ptrdiff_t>(s);
  }

  static bool beyond(const std::vector<Word>& words, std::size_t i, std::size_t end) {
    if (i >= words.size()) return true;
    return words[i].part ? words[i].place.first >= end : words[i].place.second > end;
  }

  /// The shortest stretch around a token of several words that begins and ends at the same places in both.
  void stretch(std::size_t& g, std::size_t& s) {
    std::size_t end = gold_[g].part ? gold_[g].place.second : system_[s].place.second;
    if (gold_[g].part) {
      if (!system_[s].part && system_[s].place.first < gold_[g].place.first) ++s;
    } else if (gold_[g].place.first < system_[s].place.first) {
      ++g;
    }
    const std::size_t first_g = g, first_s = s;
    while (!beyond(gold_, g, end) || !beyond(system_, s, end)) {
      const bool from_gold =
          g < gold_.size() && (s >= system_.size() || gold_[g].place.first <= system_[s].place.first);
      const Word& word = from_gold ? gold_[g++] : system_[s++];
      if (word.part) end = std::max(end, word.place.second);
    }
    common_subsequence(first_g, g, first_s, s);
  }

  void common_subsequence(std::size_t first_g, std::size_t last_g, std::size_t first_s, std::size_t last_s) {
    const auto same = [&](std::size_t g, std::size_t s) {
      return ingest::lower_ascii(gold_[g].word->form) == ingest::lower_ascii(system_[s].word->form);
    };
    const std::size_t rows = last_g - first_g, columns = last_s - first_s;
    std::vector<std::vector<std::size_t>> longest(rows + 1, std::vector<std::size_t>(columns + 1, 0));
    for (std::size_t g = rows; g-- > 0;)
      for (std::size_t s = columns; s-- > 0;)
        longest[g][s] =
            same(first_g + g, first_s + s) ? longest[g + 1][s + 1] + 1 : std::max(longest[g + 1][s], longest[g][s + 1]);
    for (std::size_t g = 0, s = 0; g < rows && s < columns;) {
      if (same(first_g + g, first_s + s)) {
        pair(first_g + g++, first_s + s++);
      } else {
        longest[g][s] == longest[g + 1][s] ? ++g : ++s;
      }
    }
  }

  const std::vector<Word>&gold_, &system_;
  std::vector<Range> pairs_;
  std::vector<std::ptrdiff_t> partner_;
};

std::string_view relation(const TreebankWord& word) {
  return std::string_view(word.relation).substr(0, word.relation.find(':'));
}

bool is_content(const TreebankWord& word) {
  constexpr auto function_words =
      std::to_array<std::string_view>({"aux", "case", "cc", "clf", "cop", "det", "mark", "punct"});
  return std::ranges::find(function_words, relation(word)) == function_words.end();
}

/// (type, begin, end) of every name.
std::set<std::tuple<std::string, std::size_t, std::size_t>> names(const Text& text) {
  std::set<std::tuple<std::string, std::size_t, std::size_t>> found;
  std::size_t at = 0;
  std::string type;
  std::size_t begin = 0;
  const auto close = [&] {
    if (!type.empty()) found.emplace(type, begin, at);
    type.clear();
  };
  std::size_t sentence = 0;
  for (const Word& word : text.words) {
    if (sentence < text.sentences.size() && at >= text.sentences[sentence].second) {  // names end with their sentence
      close();
      ++sentence;
    }
    const std::string& name = word.word->name;
    if (!name.starts_with("I-") || name.substr(2) != type) close();
    if (type.empty() && name.size() > 2) {
      type = name.substr(2);
      begin = at;
    }
    at += static_cast<std::size_t>(std::ranges::count_if(word.word->form, [](char c) { return c != ' '; }));
  }
  close();
  return found;
}

void must_say_the_same(const Text& gold, const Text& system) {
  if (gold.letters == system.letters) return;
  const auto at = std::ranges::mismatch(gold.letters, system.letters).in1 - gold.letters.begin();
  throw Error(ErrorKind::bad_input,
              "the texts differ after \"" +
                  gold.letters.substr(static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - 30, 0)), 30) + "\"");
}

}  // namespace

ConllScores conll_score(const std::vector<TreebankSentence>& gold_sentences,
                        const std::vector<TreebankSentence>& system_sentences) {
  const Text gold = read(gold_sentences), system = read(system_sentences);
  must_say_the_same(gold, system);
  ConllScores scores;
  scores.tokens = same_places(gold.tokens, system.tokens);
  scores.sentences = same_places(gold.sentences, system.sentences);
  const Alignment alignment(gold, system);
  for (Score* score : {&scores.words, &scores.upos, &scores.xpos, &scores.lemmas, &scores.uas, &scores.las})
    *score = {gold.words.size(), system.words.size(), 0};
  scores.words.correct = alignment.pairs().size();
  for (const Word& word : gold.words) scores.clas.gold += is_content(*word.word) ? 1U : 0U;
  for (const Word& word : system.words) scores.clas.system += is_content(*word.word) ? 1U : 0U;
  for (const auto& [g, s] : alignment.pairs()) {
    const TreebankWord &wanted = *gold.words[g].word, &found = *system.words[s].word;
    scores.upos.correct += wanted.upos == found.upos ? 1U : 0U;
    scores.xpos.correct += wanted.xpos == found.xpos ? 1U : 0U;
    scores.lemmas.correct += wanted.lemma == "_" || wanted.lemma == found.lemma ? 1U : 0U;
    const std::ptrdiff_t head = gold.words[g].head;
    const bool attached = head < 0 ? system.words[s].head < 0
                                   : alignment.partner(static_cast<std::size_t>(head)) >= 0 &&
                                         alignment.partner(static_cast<std::size_t>(head)) == system.words[s].head;
    if (!attached) continue;
    ++scores.uas.correct;
    if (relation(wanted) != relation(found)) continue;
    ++scores.las.correct;
    if (is_content(wanted)) ++scores.clas.correct;
  }
  return scores;
}

NameScores name_score(const std::vector<TreebankSentence>& gold_sentences,
                      const std::vector<TreebankSentence>& system_sentences) {
  const Text gold = read(gold_sentences), system = read(system_sentences);
  must_say_the_same(gold, system);
  const auto wanted = names(gold), found = names(system);
  NameScores scores;
  for (const auto& name : wanted) {
    ++scores.by_type[std::get<0>(name)].gold;
    if (found.contains(name)) ++scores.by_type[std::get<0>(name)].correct;
  }
  for (const auto& name : found) ++scores.by_type[std::get<0>(name)].system;
  for (const auto& [type, score] : scores.by_type) {
    scores.all.gold += score.gold;
    scores.all.system += score.system;
    scores.all.correct += score.correct;
  }
  return scores;
}

}  // namespace dossier::quality
