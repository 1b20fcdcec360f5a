#include "ingest/language/tagger.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "graph/error/error.h"
#include "ingest/language/tagger_model.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t start = tag_count;       // the state before a sentence
constexpr std::size_t states = tag_count + 1;  // tags and start

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using Map = boost::unordered_flat_map<std::string, Value, Hash, std::equal_to<>>;

/// log P(word | tag) for the tags that a word can have.
struct Candidate {
  Tag tag;
  float score;
};
using Candidates = std::vector<Candidate>;

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = line.find(by);
    parts.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

double number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Error(ErrorKind::bad_input, "the tagger's model is damaged: '" + std::string(text) + "' is no number");
  return value;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// As make_tagger.py's shape().
char shape(std::string_view word) {
  bool digit = false, all_capitals = true, hyphen = false;
  for (const char c : word) {
    digit |= c >= '0' && c <= '9';
    all_capitals &= !(c >= 'a' && c <= 'z');
    hyphen |= c == '-';
  }
  if (digit) return 'd';
  const auto first = static_cast<unsigned char>(word.front());
  const bool capital = (first >= 'A' && first <= 'Z') || first >= 0xC3;
  if (capital) return word.size() > 1 && all_capitals ? 'U' : 'u';
  return hyphen ? '-' : 'l';
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// "strengthened" -> "strengthen" by the regular rules; used where the treebanks do not know the form.
std::string regular_lemma(std::string word, Tag tag) {
  const auto ends = [&](std::string_view ending) { return word.size() > ending.size() + 1 && word.ends_with(ending); };
  if (tag == Tag::VBZ || tag == Tag::NNS || tag == Tag::NNPS) {
    if (ends("ies")) return word.substr(0, word.size() - 3) + 'y';
    if (ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes")) return word.substr(0, word.size() - 2);
    if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) return word.substr(0, word.size() - 1);
    return word;
  }
  std::string stem;
  if (ends("ied")) return word.substr(0, word.size() - 3) + 'y';
  if ((tag == Tag::VBD || tag == Tag::VBN) && ends("ed")) stem = word.substr(0, word.size() - 2);
  if (tag == Tag::VBG && ends("ing")) stem = word.substr(0, word.size() - 3);
  if (stem.size() < 2) return word;
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before && !is_vowel(last) && last != 'l' && last != 's' && last != 'z') return stem.substr(0, stem.size() - 1);
  const bool silent_e = last == 'c' || last == 'v' || last == 'u' || (last == 's' && before != 's') ||
                        last == 'z' || (last == 'g' && before != 'n') || stem.ends_with("at") || stem.ends_with("ut") ||
                        stem.ends_with("bl") || stem.ends_with("iz") || stem.ends_with("ng") || stem.ends_with("ir") ||
                        stem.ends_with("pos") || stem.ends_with("rg") || stem.ends_with("dg") ||
                        stem.ends_with("ven");
  return silent_e ? stem + 'e' : stem;
}

}  // namespace

struct Tagger::State {
  std::array<double, 3> weights{};
  std::array<double, states> unigram{};
  std::vector<float> trigram = std::vector<float>(states * states * states, 0);  // counts, then log P(c | a b)
  Map<Candidates> words;
  Map<Candidates> endings;  // key: shape then ending
  Map<std::string> verb_lemmas, noun_lemmas;
  Map<bool> common, verbs;  ///< words known as content words; dictionary forms known as verbs

  [[nodiscard]] static std::size_t index(std::size_t a, std::size_t b, std::size_t c) { return (a * states + b) * states + c; }

  Candidates read_candidates(std::string_view text) const;
  void read_line(std::string_view line, std::vector<double>& bigrams, std::vector<double>& trigrams);
  void interpolate(const std::vector<double>& bigrams, const std::vector<double>& trigrams);
  [[nodiscard]] const Candidates& candidates(std::string_view word, bool first) const;
  void add_verbs();
  void give_finite_verb(std::string_view text, std::span<Token> sentence) const;
};

namespace {

std::size_t state_named(std::string_view name) {
  if (name == "<s>") return start;
  const Tag tag = tag_named(name);
  if (tag == Tag::none) throw Error(ErrorKind::bad_input, "the tagger's model is damaged: unknown tag '" + std::string(name) + "'");
  return static_cast<std::size_t>(tag);
}

}  // namespace

Candidates Tagger::State::read_candidates(std::string_view text) const {
  Candidates out;
  for (const std::string_view part : split(text, ' ')) {
    const std::size_t colon = part.rfind(':');
    const Tag tag = tag_named(part.substr(0, colon));
    const double count = number(part.substr(colon + 1));
    out.push_back({tag, static_cast<float>(std::log(count / unigram[static_cast<std::size_t>(tag)]))});
  }
  return out;
}

void Tagger::State::read_line(std::string_view line, std::vector<double>& bigrams, std::vector<double>& trigrams) {
  if (line.empty() || line.front() == '#') return;
  const auto field = split(line, '\t');
  const std::string_view kind = field[0];
  if (kind == "weights" && field.size() == 4) {
    for (std::size_t i = 0; i < 3; ++i) weights[i] = number(field[i + 1]);
  } else if (kind == "tag" && field.size() == 3) {
    unigram[state_named(field[1])] = number(field[2]);
  } else if (kind == "bi" && field.size() == 4) {
    bigrams[state_named(field[1]) * states + state_named(field[2])] = number(field[3]);
  } else if (kind == "tri" && field.size() == 5) {
    trigrams[index(state_named(field[1]), state_named(field[2]), state_named(field[3]))] = number(field[4]);
  } else if (kind == "end" && field.size() == 4) {
    endings.emplace(std::string(field[1]) + std::string(field[2]), read_candidates(field[3]));
  } else if (kind == "word" && field.size() == 3) {
    Candidates found = read_candidates(field[2]);
    const bool content = std::ranges::any_of(found, [](const Candidate& c) {
      return is_verb(c.tag) || is_adjective(c.tag) || c.tag == Tag::NN || c.tag == Tag::NNS;
    });
    if (content && lower(field[1]) == field[1]) common.emplace(std::string(field[1]), true);
    words.emplace(std::string(field[1]), std::move(found));
  } else if (kind == "lemma" && field.size() == 4) {
    (field[1] == "NN" ? noun_lemmas : verb_lemmas).emplace(std::string(field[2]), std::string(field[3]));
    if (field[1] != "NN") verbs.emplace(std::string(field[3]), true);
  } else {
    throw Error(ErrorKind::bad_input, "the tagger's model is damaged: unknown line '" + std::string(kind) + "'");
  }
}

void Tagger::State::interpolate(const std::vector<double>& bigrams, const std::vector<double>& trigrams) {
  double total = 0;
  for (const double count : unigram) total += count;
  for (std::size_t a = 0; a < states; ++a) {
    for (std::size_t b = 0; b < states; ++b) {
      double pair = 0, single = 0;
      for (std::size_t c = 0; c < states; ++c) {
        pair += trigrams[index(a, b, c)];
        single += bigrams[b * states + c];
      }
      for (std::size_t c = 0; c < states; ++c) {
        const double p = weights[0] * unigram[c] / total + (single > 0 ? weights[1] * bigrams[b * states + c] / single : 0) +
                         (pair > 0 ? weights[2] * trigrams[index(a, b, c)] / pair : 0);
        trigram[index(a, b, c)] = static_cast<float>(std::log(std::max(p, 1e-9)));
      }
    }
  }
}

Tagger::Tagger(std::string_view model) : state_(std::make_unique<State>()) {
  std::vector<double> bigrams(states * states, 0), trigrams(states * states * states, 0);
  while (!model.empty()) {
    const std::size_t end = model.find('\n');
    state_->read_line(model.substr(0, end), bigrams, trigrams);
    if (end == std::string_view::npos) break;
    model.remove_prefix(end + 1);
  }
  state_->interpolate(bigrams, trigrams);
  state_->add_verbs();
  if (state_->endings.find(std::string_view("l")) == state_->endings.end())
    throw Error(ErrorKind::bad_input, "the tagger's model is damaged: it knows no unknown words");
}

Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;

/// A word that the treebanks know as a verb in another form only ("resumed") can be one in its plain form.
void Tagger::State::add_verbs() {
  for (const auto& [form, lemma] : verb_lemmas) {
    const auto found = words.find(lemma);
    if (found == words.end()) continue;
    for (const Tag tag : {Tag::VB, Tag::VBP})
      if (std::ranges::find(found->second, tag, &Candidate::tag) == found->second.end())
        found->second.push_back({tag, static_cast<float>(std::log(0.5 / unigram[static_cast<std::size_t>(tag)]))});
  }
}

const Candidates& Tagger::State::candidates(std::string_view word, bool first) const {
  const auto exact = words.find(word);
  if (exact != words.end() && !first) return exact->second;
  const std::string folded = lower(word);
  const auto small = words.find(folded);
  if (first && small != words.end()) return small->second;
  if (exact != words.end()) return exact->second;
  // a hyphenated word behaves like its last part
  const std::size_t hyphen = folded.rfind('-');
  const char form = shape(word);
  if (hyphen != std::string::npos && hyphen + 1 < folded.size() && form == '-') {
    const auto last = words.find(std::string_view(folded).substr(hyphen + 1));
    if (last != words.end() && last->second.front().tag == Tag::NN) return last->second;
  }
  if (form == 'l' && small != words.end()) return small->second;
  for (std::size_t length = std::min<std::size_t>(4, folded.size() > 1 ? folded.size() - 1 : 0);; --length) {
    const auto found = endings.find(std::string(1, form) + folded.substr(folded.size() - length));
    if (found != endings.end()) return found->second;
    if (length == 0) break;
  }
  return endings.find(std::string_view("l"))->second;
}

/// A whole sentence has a finite verb. Where the model found none ("Norway backs the plan", all nouns), the first word
/// that can be one, stands after a noun and before what follows a verb, is it.
void Tagger::State::give_finite_verb(std::string_view text, std::span<Token> sentence) const {
  const auto finite = [](Tag t) { return t == Tag::VBD || t == Tag::VBZ || t == Tag::VBP || t == Tag::MD; };
  if (sentence.size() < 4 || text.substr(sentence.back().span.begin, 1) != "." ||
      std::ranges::any_of(sentence, [&](const Token& t) { return finite(t.tag); }))
    return;
  for (std::size_t i = 1; i + 1 < sentence.size(); ++i) {
    const Tag before = sentence[i - 1].tag, after = sentence[i + 1].tag, here = sentence[i].tag;
    const bool after_insertion = (before == Tag::colon || before == Tag::comma) && here == Tag::VBN;  // "– A and B – announced"
    if (!is_noun(before) && before != Tag::PRP && before != Tag::RB && !after_insertion) continue;
    if (here != Tag::NNS && here != Tag::NN && here != Tag::VBN && here != Tag::JJ) continue;
    if (after != Tag::DT && after != Tag::IN && after != Tag::TO && after != Tag::PRPS && after != Tag::RB && after != Tag::RP &&
        !is_adjective(after) && !is_noun(after) && after != Tag::CD)
      continue;
    const std::string_view word = text.substr(sentence[i].span.begin, sentence[i].span.size());
    if (here == Tag::VBN || (word.size() > 4 && word.ends_with("ed"))) {
      sentence[i].tag = Tag::VBD;
      return;
    }
    for (const Candidate& candidate : candidates(word, false))
      if (finite(candidate.tag)) {
        sentence[i].tag = candidate.tag;
        return;
      }
    if (here == Tag::NNS && verbs.contains(regular_lemma(lower(word), Tag::VBZ))) {
      sentence[i].tag = Tag::VBZ;
      return;
    }
  }
}

void Tagger::tag(std::string_view text, std::span<Token> sentence) const {
  // Viterbi over pairs of tags; only the tags that a word can have are states, so a step costs a few dozen additions.
  struct Cell {
    float score;
    std::uint16_t back;  // index into the candidates two words before
  };
  const State& state = *state_;
  const Candidates at_start{{static_cast<Tag>(start), 0.0F}};
  std::vector<const Candidates*> columns;
  columns.reserve(sentence.size() + 2);
  columns.push_back(&at_start);
  columns.push_back(&at_start);
  bool first = true;
  for (const Token& token : sentence) {
    const std::string_view word = text.substr(token.span.begin, token.span.size());
    columns.push_back(&state.candidates(word, first));
    const auto letter = static_cast<unsigned char>(word.front());
    if (letter >= 0x80 || std::isalnum(letter) != 0) first = false;
  }
  std::vector<std::vector<Cell>> best(columns.size());
  best[1] = {{0.0F, 0}};
  for (std::size_t i = 2; i < columns.size(); ++i) {
    const Candidates &a = *columns[i - 2], &b = *columns[i - 1], &c = *columns[i];
    best[i].assign(b.size() * c.size(), {-1e30F, 0});
    for (std::size_t j = 0; j < b.size(); ++j)
      for (std::size_t k = 0; k < c.size(); ++k) {
        Cell& cell = best[i][j * c.size() + k];
        for (std::size_t h = 0; h < a.size(); ++h) {
          const float score = best[i - 1][h * b.size() + j].score +
                              state.trigram[State::index(static_cast<std::size_t>(a[h].tag), static_cast<std::size_t>(b[j].tag),
                                                         static_cast<std::size_t>(c[k].tag))];
          if (score > cell.score) cell = {score, static_cast<std::uint16_t>(h)};
        }
        cell.score += c[k].score;
      }
  }
  if (sentence.empty()) return;
  std::size_t i = columns.size() - 1;
  const std::size_t width = columns[i]->size();
  const auto end = std::ranges::max_element(best[i], {}, &Cell::score) - best[i].begin();
  std::size_t k = static_cast<std::size_t>(end) % width, j = static_cast<std::size_t>(end) / width;
  for (; i >= 2; --i) {
    sentence[i - 2].tag = (*columns[i])[k].tag;
    const std::size_t h = best[i][j * columns[i]->size() + k].back;
    k = j;
    j = h;
  }
  state_->give_finite_verb(text, sentence);
}

std::string Tagger::lemma(std::string_view word, Tag tag) const {
  std::string folded = lower(word);
  if (is_verb(tag) || tag == Tag::MD) {
    const auto found = state_->verb_lemmas.find(folded);
    if (found != state_->verb_lemmas.end()) return found->second;
    std::string regular = regular_lemma(std::move(folded), tag);
    if (!state_->verbs.contains(regular) && state_->verbs.contains(regular + 'e')) regular += 'e';
    return regular;
  }
  if (tag == Tag::NNS || tag == Tag::NNPS) {
    const auto found = state_->noun_lemmas.find(folded);
    return found != state_->noun_lemmas.end() ? found->second : regular_lemma(std::move(folded), tag);
  }
  return folded;
}

bool Tagger::is_common_word(std::string_view word) const {
  const std::string folded = lower(word);
  if (state_->common.contains(folded)) return true;
  constexpr auto endings = std::to_array<std::string_view>({"tion", "sion", "ment", "ness", "ance", "ence", "ics", "ship", "ture", "ism"});
  return folded.size() > 6 && std::ranges::any_of(endings, [&](std::string_view e) { return folded.ends_with(e); });
}

const Tagger& english() {
  static const Tagger tagger(tagger_model());  // immutable, made once
  return tagger;
}

}  // namespace dossier::ingest
