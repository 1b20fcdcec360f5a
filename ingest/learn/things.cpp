#include "ingest/learn/things.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

enum class Sort : std::uint8_t { open, man, woman, object, group, speaker, speakers, other };

/// What a personal pronoun says of its thing; nothing for another word.
std::optional<Sort> sort_of(std::string_view word) {
  static constexpr auto pronouns = std::to_array<std::pair<std::string_view, Sort>>({
      {"he", Sort::man}, {"him", Sort::man}, {"his", Sort::man}, {"himself", Sort::man},
      {"she", Sort::woman}, {"her", Sort::woman}, {"hers", Sort::woman}, {"herself", Sort::woman},
      {"it", Sort::object}, {"its", Sort::object}, {"itself", Sort::object},
      {"they", Sort::group}, {"them", Sort::group}, {"their", Sort::group}, {"themselves", Sort::group}, {"theirs", Sort::group},
      {"i", Sort::speaker}, {"me", Sort::speaker}, {"my", Sort::speaker}, {"myself", Sort::speaker}, {"mine", Sort::speaker},
      {"we", Sort::speakers}, {"us", Sort::speakers}, {"our", Sort::speakers}, {"ourselves", Sort::speakers}, {"ours", Sort::speakers},
  });
  const auto found = std::ranges::find(pronouns, word, &std::pair<std::string_view, Sort>::first);
  return found == pronouns.end() ? std::nullopt : std::optional(found->second);
}

struct Thing {
  ArgumentKind kind = ArgumentKind::phrase;  ///< of the first place that tells it
  Sort sort = Sort::open;
  std::uint32_t last = 0;       ///< the token of its last place
  bool subject = false;         ///< of its last place
  bool opens = false;           ///< the first subject of the passage
  std::vector<std::vector<std::string>> names;
};

class Joiner {
 public:
  explicit Joiner(Passage& passage) : passage_(passage) {}

  void run() {
    for (std::uint32_t i = 0; i < passage_.arguments.size(); ++i) {
      Argument& argument = passage_.arguments[i];
      if (is_rival(argument.kind)) continue;
      argument.thing = thing_of(i);
      Thing& thing = things_[argument.thing];
      thing.last = argument.first;
      const Relation relation = passage_.token(argument.head).relation;
      thing.subject = relation == Relation::nsubj || relation == Relation::nsubj_pass;
      if (thing.subject && !opened_) thing.opens = opened_ = true;
    }
    for (Argument& argument : passage_.arguments)
      if (is_rival(argument.kind)) argument.thing = thing_at(argument);
  }

 private:
  /// Of a stretch across others: the thing of the one with its head.
  std::uint32_t thing_at(const Argument& rival) {
    for (std::uint32_t k = passage_.starts[rival.sentence]; k < passage_.starts[rival.sentence + 1]; ++k)
      if (const Argument& other = passage_.arguments[k]; !is_rival(other.kind) && other.first <= rival.head && rival.head < other.last) return other.thing;
    return add(rival.kind, Sort::other);
  }

  std::uint32_t add(ArgumentKind kind, Sort sort) {
    things_.push_back({kind, sort, 0, false, false, {}});
    return static_cast<std::uint32_t>(things_.size() - 1);
  }

  std::uint32_t thing_of(std::uint32_t i) {
    const Argument& argument = passage_.arguments[i];
    switch (argument.kind) {
      case ArgumentKind::pronoun: return pronoun(i);
      case ArgumentKind::person: case ArgumentKind::place: case ArgumentKind::organization: case ArgumentKind::name: return named(argument);
      default: return add(argument.kind, Sort::other);
    }
  }

  std::uint32_t named(const Argument& argument) {
    std::vector<std::string> name;
    for (std::uint32_t t = argument.first; t < argument.last; ++t) name.push_back(lower_ascii(passage_.word(t)));
    std::uint32_t found = static_cast<std::uint32_t>(things_.size());
    for (std::uint32_t t = 0; t < things_.size(); ++t)
      if (std::ranges::any_of(things_[t].names, [&](const auto& known) { return is_same(name, argument.kind, known, things_[t].kind); })) found = t;
    if (found == things_.size()) found = expected(argument);
    if (found == things_.size()) add(argument.kind, Sort::open);
    things_[found].names.push_back(std::move(name));
    return found;
  }

  /// "After he had left, [Lee] founded …": the pronoun of this sentence that a subject names afterwards; else how many things there are.
  [[nodiscard]] std::uint32_t expected(const Argument& argument) const {
    const Relation relation = passage_.token(argument.head).relation;
    const bool subject = relation == Relation::nsubj || relation == Relation::nsubj_pass;
    if (subject && (argument.kind == ArgumentKind::person || argument.kind == ArgumentKind::name))
      for (std::uint32_t t = 0; t < things_.size(); ++t)
        if ((things_[t].sort == Sort::man || things_[t].sort == Sort::woman) && things_[t].names.empty() &&
            things_[t].last >= passage_.sentences->sentences[argument.sentence].first)
          return t;
    return static_cast<std::uint32_t>(things_.size());
  }

  /// "Beals" and "Maureen Beals"; "Oritani" and "Oritani Bank".
  static bool is_same(const std::vector<std::string>& name, ArgumentKind kind, const std::vector<std::string>& known, ArgumentKind known_kind) {
    if (name == known) return true;
    const auto& shorter = name.size() < known.size() ? name : known;
    const auto& longer = name.size() < known.size() ? known : name;
    if (shorter.size() == longer.size()) return false;
    if (kind == ArgumentKind::person && known_kind == ArgumentKind::person)
      return shorter.size() == 1 ? shorter[0] == longer.front() || shorter[0] == longer.back()
                                 : shorter.front() == longer.front() && shorter.back() == longer.back();
    return kind == ArgumentKind::organization && known_kind == kind && std::equal(shorter.begin(), shorter.end(), longer.begin());
  }

  std::uint32_t pronoun(std::uint32_t i) {
    const Argument& argument = passage_.arguments[i];
    const std::string word = lower_ascii(passage_.word(argument.first));
    if (const auto sort = sort_of(word)) return personal(i, *sort);
    if (const auto found = relative(i)) return *found;
    return add(ArgumentKind::pronoun, Sort::other);
  }

  /// Of "[Pope] is an author and an artist", what the predicate describes: the subject of the first of its joined nouns; else `at`.
  [[nodiscard]] std::uint32_t described(std::uint32_t at, std::uint32_t sentence) const {
    std::uint32_t first = at;
    while (passage_.token(first).relation == Relation::conj && passage_.token(passage_.token(first).head).word_class == WordClass::NOUN) first = passage_.token(first).head;
    if (passage_.token(first).word_class != WordClass::NOUN) return at;
    const Sentence& all = passage_.sentences->sentences[sentence];
    for (std::uint32_t k = all.first; k < first; ++k)
      if (passage_.token(k).head == first && passage_.token(k).relation == Relation::nsubj) return k;
    return at;
  }

  /// What the clause of a relative pronoun hangs on; where that is nothing named ("Jang, the vice president, who …"), the nearest
  /// name before it that it may stand for.
  std::optional<std::uint32_t> relative(std::uint32_t i) const {
    const Argument& argument = passage_.arguments[i];
    const std::string word = lower_ascii(passage_.word(argument.first));
    const bool personal = word.starts_with("who");
    const auto fits = [&](const Argument& other) {
      return is_name(other.kind) && (!personal || other.kind == ArgumentKind::person || other.kind == ArgumentKind::name) &&
             (personal || other.kind != ArgumentKind::person);
    };
    std::uint32_t at = argument.first;
    for (int steps = 0; steps < 20 && passage_.token(at).head != at; ++steps) {
      const Relation relation = passage_.token(at).relation;
      at = passage_.token(at).head;
      if (relation != Relation::acl_relcl && relation != Relation::acl && relation != Relation::advcl_relcl) continue;
      at = described(at, argument.sentence);
      for (std::uint32_t k = i; k-- > passage_.starts[argument.sentence];)
        if (!is_rival(passage_.arguments[k].kind) && passage_.arguments[k].first <= at && at < passage_.arguments[k].last && (fits(passage_.arguments[k]) || !personal)) return passage_.arguments[k].thing;
      if (passage_.token(at).relation != Relation::appos) break;  // "…, the vice president of the Hankook Ilbo, who"
    }
    const std::uint32_t near = personal ? 12 : 3;
    for (std::uint32_t k = i; k-- > passage_.starts[argument.sentence];)
      if (passage_.arguments[k].last + near >= argument.first && fits(passage_.arguments[k])) return passage_.arguments[k].thing;
    return std::nullopt;
  }

  static bool is_name(ArgumentKind kind) { return kind <= ArgumentKind::name; }

  std::uint32_t personal(std::uint32_t i, Sort sort) {
    std::optional<std::uint32_t> best;
    double most = 0;
    for (std::uint32_t t = 0; t < things_.size(); ++t) {
      const Thing& thing = things_[t];
      if (!may_be(thing, sort)) continue;
      const double score = (thing.sort == sort ? 2 : 0) + (thing.subject ? 2 : 0) + (thing.opens ? 2 : 0) - (thing.kind == ArgumentKind::name ? 2 : 0) -
                           0.15 * static_cast<double>(passage_.arguments[i].first - thing.last);
      if (!best || score > most) best = t, most = score;
    }
    if (!best) return add(ArgumentKind::pronoun, sort);
    if (things_[*best].sort == Sort::open) things_[*best].sort = sort;
    return *best;
  }

  static bool may_be(const Thing& thing, Sort sort) {
    if (thing.sort == sort) return true;
    if (thing.sort != Sort::open) return false;
    switch (sort) {
      case Sort::man: case Sort::woman: return thing.kind == ArgumentKind::person || thing.kind == ArgumentKind::name;
      case Sort::object: return thing.kind == ArgumentKind::organization || thing.kind == ArgumentKind::place || thing.kind == ArgumentKind::name;
      default: return false;
    }
  }

  Passage& passage_;
  std::vector<Thing> things_;
  bool opened_ = false;
};

}  // namespace

void join_things(Passage& passage) { Joiner(passage).run(); }

}  // namespace dossier::ingest
