#include "ingest/learn/passage.h"

#include <algorithm>
#include <array>

#include "ingest/source/characters.h"
#include "ingest/source/month_names.h"
#include "ingest/learn/things.h"

namespace dossier::ingest {
namespace {

constexpr std::array<std::string_view, argument_kind_count> kind_names{"person", "place",  "organization", "name",    "title", "adjective",
                                                                       "date",   "number", "pronoun",      "phrase", "part",  "listed"};

bool is_upper(std::string_view word) { return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3); }

bool all_digits(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_month(std::string_view word) { return is_upper(word) && month_named(lower_ascii(word)) != 0; }

/// "5", "21st".
bool is_day(std::string_view word) {
  for (const std::string_view end : {"st", "nd", "rd", "th"})
    if (word.ends_with(end)) word.remove_suffix(2);
  return word.size() <= 2 && all_digits(word);
}

bool is_year(std::string_view word) { return word.size() == 4 && all_digits(word) && (word[0] == '1' || word.starts_with("20")); }

/// Finds the arguments of one sentence, from the surest kind to the least sure: what is taken is not looked at again.
class Finder {
 public:
  Finder(Passage& passage, const ListedNames& listed, std::uint32_t sentence)
      : passage_(passage), listed_(listed), sentence_(passage.sentences->sentences[sentence]), index_(sentence), taken_(sentence_.last - sentence_.first) {}

  void run() {
    const std::size_t begin = passage_.arguments.size();
    names();
    for (std::uint32_t i = sentence_.first; i < sentence_.last;) i = taken(i) ? i + 1 : std::max(i + 1, date(i));
    for (std::uint32_t i = sentence_.first; i < sentence_.last;) i = taken(i) ? i + 1 : std::max(i + 1, other(i));
    std::ranges::stable_sort(passage_.arguments.begin() + static_cast<std::ptrdiff_t>(begin), passage_.arguments.end(), {}, &Argument::first);
    join_fragments(begin);
    longer_and_shorter(begin);
    std::ranges::stable_sort(passage_.arguments.begin() + static_cast<std::ptrdiff_t>(begin), passage_.arguments.end(), {}, &Argument::first);
  }

 private:
  [[nodiscard]] bool taken(std::uint32_t i) const { return taken_[i - sentence_.first] != 0; }

  void add(std::uint32_t first, std::uint32_t last, ArgumentKind kind) {
    std::uint32_t head = last - 1;
    for (std::uint32_t i = first; i < last; ++i) {
      taken_[i - sentence_.first] = 1;
      const std::uint32_t on = passage_.token(i).head;
      if (on < first || on >= last || on == i) {
        head = i;
        break;
      }
    }
    std::fill(taken_.begin() + (first - sentence_.first), taken_.begin() + (last - sentence_.first), char{1});
    passage_.arguments.push_back({first, last, head, kind, index_, 0});
  }

  /// A name that the name model found only a part of: neighbours without a mark between them, one hanging on the other.
  void join_fragments(std::size_t begin) {
    auto& all = passage_.arguments;
    for (std::size_t k = begin; k + 1 < all.size();) {
      Argument& one = all[k];
      const Argument& next = all[k + 1];
      const auto hangs = [&](const Argument& a, const Argument& b) {
        const Token& token = passage_.token(a.head);
        return token.head >= b.first && token.head < b.last && (token.relation == Relation::flat || token.relation == Relation::compound || token.relation == Relation::amod);
      };
      const auto loose = [](ArgumentKind kind) { return kind == ArgumentKind::name || kind == ArgumentKind::adjective; };
      const bool fragments = (loose(one.kind) || loose(next.kind)) && one.kind != ArgumentKind::person && next.kind != ArgumentKind::person &&
                             one.kind <= ArgumentKind::adjective && next.kind <= ArgumentKind::adjective && next.kind != ArgumentKind::adjective &&
                             !(one.kind == ArgumentKind::adjective && next.kind != ArgumentKind::name);
      if (one.last != next.first || !fragments || !(hangs(one, next) || hangs(next, one))) {
        ++k;
        continue;
      }
      if (hangs(one, next)) one.head = next.head;
      if (loose(one.kind)) one.kind = next.kind;
      one.last = next.last;
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    }
  }

  /// Stretches that cut across what was found: they compete with it.
  void longer_and_shorter(std::size_t begin) {
    const std::size_t end = passage_.arguments.size();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches;
    const auto stretch = [&](std::uint32_t first, std::uint32_t last) {
      if (last > first && last - first <= 15) stretches.emplace_back(first, last);
    };
    for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      if (const std::uint32_t close = closing_quote(i); close != 0) stretch(i + 1, close);
      if (begins_title(i)) {
        const std::uint32_t last = end_of_title(i);
        stretch(i, last);
        // "Academy Award for Best Actress [for Pretty Woman]"
        for (std::uint32_t k = i + 2; k + 1 < last; ++k)
          if (passage_.token(k).word_class == WordClass::ADP && is_upper(passage_.word(k - 1))) stretch(i, k);
      }
      const Relation relation = passage_.token(i).relation;
      if (relation == Relation::nsubj || relation == Relation::nsubj_pass) whole_subject(i, stretch);
    }
    for (std::size_t k = begin; k < end; ++k) {
      const Argument argument = passage_.arguments[k];
      if (argument.kind != ArgumentKind::phrase) continue;
      // "president of [Chile]"
      if (k + 1 < end && argument.last + 2 > passage_.arguments[k + 1].first && argument.last + 1 <= passage_.arguments[k + 1].first && passage_.word(argument.last) == "of")
        stretch(argument.last - 1, passage_.arguments[k + 1].last);
      for (std::uint32_t first = argument.first + 1; first < argument.last; ++first)
        passage_.arguments.push_back({first, argument.last, argument.head >= first ? argument.head : argument.last - 1, ArgumentKind::part, index_, 0});
    }
    std::ranges::sort(stretches);
    stretches.erase(std::unique(stretches.begin(), stretches.end()), stretches.end());
    const auto add_new = [&](std::uint32_t first, std::uint32_t last, ArgumentKind kind) {
      const bool there = std::any_of(passage_.arguments.begin() + static_cast<std::ptrdiff_t>(begin), passage_.arguments.end(),
                                     [&](const Argument& a) { return a.first == first && a.last == last; });
      if (!there) add(first, last, kind);
    };
    for (const auto& [first, last] : stretches) add_new(first, last, ArgumentKind::title);
    listed_.find(passage_.text, *passage_.sentences, sentence_, [&](std::uint32_t first, std::uint32_t last) { add_new(first, last, ArgumentKind::listed); });
  }

  /// The token of the quote that closes what `i` opens; 0 when it opens nothing.
  [[nodiscard]] std::uint32_t closing_quote(std::uint32_t i) const {
    const std::string_view open = passage_.word(i);
    if (open != "\"" && open != "\xE2\x80\x9C" && open != "``") return 0;
    for (std::uint32_t k = i + 1; k < std::min(sentence_.last, i + 16); ++k)
      if (const std::string_view word = passage_.word(k); word == "\"" || word == "\xE2\x80\x9D" || word == "''") return k;
    return 0;
  }

  [[nodiscard]] bool begins_title(std::uint32_t i) const {
    if (!is_upper(passage_.word(i)) && passage_.token(i).word_class != WordClass::NUM) return false;
    return i == sentence_.first || !is_upper(passage_.word(i - 1));
  }

  /// One past a run of capitals and numbers, with what may stand between them in a name.
  [[nodiscard]] std::uint32_t end_of_title(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    for (std::uint32_t k = i + 1; k < sentence_.last && k < end + 4; ++k) {
      const std::string_view word = passage_.word(k);
      const WordClass word_class = passage_.token(k).word_class;
      if (is_upper(word) || word_class == WordClass::NUM) end = k + 1;
      else if ((word == "!" || word == "?") && k == end && k + 1 < sentence_.last) end = k + 1;
      else if (word_class != WordClass::ADP && word_class != WordClass::DET && word_class != WordClass::CCONJ && word_class != WordClass::PART && word != ":" &&
               word != "-" && word != "&" && word != "'s" && word != "\xE2\x80\x99s" && word != "," && word != "'")
        break;
    }
    return end;
  }

  /// All that stands before the verb at the start of a sentence, up to the first mark.
  template <class Use>
  void whole_subject(std::uint32_t subject, const Use& use) const {
    std::uint32_t first = sentence_.first;
    while (first < subject && (passage_.token(first).word_class == WordClass::PUNCT || passage_.token(first).word_class == WordClass::DET)) ++first;
    for (std::uint32_t k = first; k < subject; ++k)
      if (const std::string_view word = passage_.word(k); word == "," || word == "(") return;
    std::uint32_t last = subject + 1;
    while (last < sentence_.last && (passage_.token(last).relation == Relation::flat || (passage_.token(last).head == subject && passage_.token(last).relation == Relation::nummod))) ++last;
    use(first, last);
    if (first > sentence_.first && passage_.token(first - 1).word_class == WordClass::DET) use(first - 1, last);
  }

  void names() {
    constexpr std::array<ArgumentKind, name_kind_count> kinds{ArgumentKind::person, ArgumentKind::place, ArgumentKind::organization};
    auto name = std::ranges::lower_bound(passage_.sentences->names, sentence_.first, {}, &NameSpan::first);
    for (; name != passage_.sentences->names.end() && name->first < sentence_.last; ++name)
      add(name->first, std::min(name->last, sentence_.last), kinds[static_cast<std::size_t>(name->kind)]);
  }

  /// One past a date that begins at `i`; `i` when none does.
  std::uint32_t date(std::uint32_t i) {
    const auto word = [&](std::uint32_t k) { return k < sentence_.last && !taken(k) ? passage_.word(k) : std::string_view(); };
    const bool begins = is_year(word(i)) || (is_month(word(i)) && (is_day(word(i + 1)) || is_year(word(i + 1)) || word(i + 1) == "," || i + 1 == sentence_.last ||
                                                                   passage_.token(i).word_class == WordClass::PROPN)) ||
                        (is_day(word(i)) && is_month(word(i + 1))) || (is_day(word(i)) && word(i + 1) == "of" && is_month(word(i + 2)));
    if (!begins) return i;
    std::uint32_t end = i + 1;
    bool has_year = is_year(word(i));
    while (!has_year) {
      if (is_year(word(end))) has_year = true, ++end;
      else if (is_month(word(end)) || is_day(word(end)) || (word(end) == "of" && is_month(word(end + 1)))) ++end;
      else if (word(end) == "," && is_year(word(end + 1))) ++end;
      else break;
    }
    add(i, end, ArgumentKind::date);
    return end;
  }

  std::uint32_t other(std::uint32_t i) {
    const Token& token = passage_.token(i);
    const std::string_view word = passage_.word(i);
    switch (token.tag) {
      case Tag::PRP: case Tag::PRPS: case Tag::WP: case Tag::WPS: case Tag::WDT: case Tag::WRB:
        add(i, i + 1, ArgumentKind::pronoun);
        return i + 1;
      default: break;
    }
    if (token.word_class == WordClass::PROPN) {
      std::uint32_t end = i + 1;
      while (end < sentence_.last && !taken(end) && passage_.token(end).word_class == WordClass::PROPN) ++end;
      add(i, end, ArgumentKind::name);
      return end;
    }
    if (token.word_class == WordClass::ADJ && is_upper(word) && !(i == sentence_.first && token.relation != Relation::amod)) add(i, i + 1, ArgumentKind::adjective);
    else if (token.word_class == WordClass::NUM && token.tag == Tag::CD) add(i, i + 1, ArgumentKind::number);
    else if (token.word_class == WordClass::NOUN) return phrase(i);
    return i + 1;
  }

  /// A noun with the nouns and adjectives before it that are not taken yet.
  std::uint32_t phrase(std::uint32_t i) {
    std::uint32_t end = i + 1;
    while (end < sentence_.last && !taken(end) && passage_.token(end).word_class == WordClass::NOUN && passage_.token(end - 1).relation == Relation::compound) ++end;
    std::uint32_t first = i;
    while (first > sentence_.first && !taken(first - 1) && passage_.token(first - 1).word_class == WordClass::ADJ && passage_.token(first - 1).relation == Relation::amod) --first;
    add(first, end, ArgumentKind::phrase);
    return end;
  }

  Passage& passage_;
  const ListedNames& listed_;
  const Sentence& sentence_;
  std::uint32_t index_;
  std::vector<char> taken_;
};

}  // namespace

std::string_view name_of(ArgumentKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

std::size_t argument_kind_named(std::string_view name) noexcept {
  return static_cast<std::size_t>(std::ranges::find(kind_names, name) - kind_names.begin());
}

Passage read_passage(std::string_view text, const Sentences& sentences, const ListedNames& listed) {
  Passage passage{text, &sentences, {}, {}};
  for (std::uint32_t s = 0; s < sentences.sentences.size(); ++s) {
    passage.starts.push_back(static_cast<std::uint32_t>(passage.arguments.size()));
    Finder(passage, listed, s).run();
  }
  passage.starts.push_back(static_cast<std::uint32_t>(passage.arguments.size()));
  join_things(passage);
  return passage;
}

}  // namespace dossier::ingest
