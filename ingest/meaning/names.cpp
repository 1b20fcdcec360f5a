#include "ingest/meaning/names.h"

#include <algorithm>
#include <array>

#include "ingest/language/language_model.h"
#include "ingest/meaning/labels.h"
#include "ingest/meaning/written_post.h"

namespace dossier::ingest {
namespace {

using ontology::Entry;
using ontology::LabelKind;

/// Small words that stand inside surnames.
bool is_particle(std::string_view word) {
  constexpr auto particles = std::to_array<std::string_view>(
      {"al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten",
       "ter", "van", "von", "y", "zu"});
  return std::ranges::binary_search(particles, word);
}

class NameFinder {
 public:
  NameFinder(const Words& words, const ontology::Ontology& ontology, std::span<const DateExpression> dates, std::span<const NameSpan> seen)
      : w_(words), ontology_(ontology), labels_(words, ontology, dates, seen) {}

  Names run() {
    for (std::uint32_t i = w_.first(); i < w_.last();) {
      const std::uint32_t date_end = labels_.date_at(i);
      if (date_end != 0) {
        i = date_end;
      } else if (const std::uint32_t next = titled(i)) {
        i = next;
      } else if (const std::uint32_t close = quoted(i)) {
        i = close;
      } else if (is_based(i)) {
        ++i;  // "the [Singapore-based] Straits Institute" is not called so
      } else if (const std::uint32_t end = name(i)) {
        i = end;
      } else {
        ++i;
      }
    }
    for (Mention& mention : names_.mentions)
      if (mention.kind == MentionKind::person) take_counterpart(mention);
    return std::move(names_);
  }

 private:
  /// "his [Lao counterpart, Thongsavanh Keola]," is one unit.
  void take_counterpart(Mention& person) const {
    const std::uint32_t head = w_.word(person.first - 1) == "," ? person.first - 2 : person.first - 1;
    if (!w_.inside(head) || head <= w_.first() || (w_.lower(head) != "counterpart" && w_.lower(head) != "colleague")) return;
    const auto state = labels_.at(head - 1);
    if (!state || state->last != head || state->of(LabelKind::demonym) == nullptr) return;
    person.extent_first = std::min(person.extent_first, head - 1);
    if (w_.word(person.first - 1) == "," && w_.word(person.extent_last) == ",") ++person.extent_last;
  }

  [[nodiscard]] const ontology::KnownEntity& entity(const Entry& entry) const { return ontology_.lexicon.entities()[entry.thing]; }
  [[nodiscard]] bool is(std::optional<ontology::ClassId> type, std::string_view local) const {
    const auto wanted = ontology_.schema.class_named(local);
    return type && wanted && ontology_.schema.is_a(*type, *wanted);
  }

  // ---- titles, posts, persons

  /// One past the last token of a person's name that begins at i; 0 when there is none.
  [[nodiscard]] std::uint32_t person(std::uint32_t i, bool after_title) const {
    std::uint32_t j = i;
    for (int many = 0; many < 2; ++many) {
      const auto found = labels_.at(j);
      if (!found || found->of(LabelKind::honorific) == nullptr) break;
      j = found->last;
    }
    const std::uint32_t begin = j;
    if (labels_.is_seen_person(begin)) return labels_.seen(begin)->last;
    const auto noun = labels_.at(begin);
    if (noun && noun->of(LabelKind::class_label) != nullptr && english().is_common_word(w_.word(begin)) && w_.tag(begin + 1) == Tag::IN) return 0;
    while (w_.inside(j) && j - begin < 6) {
      if (!w_.is_capital(j)) {
        if (j == begin || !is_particle(w_.word(j))) break;
        std::uint32_t next = j + 1;
        while (is_particle(w_.word(next))) ++next;
        if (!w_.is_capital(next)) break;
        j = next;
        continue;
      }
      if (labels_.date_at(j) != 0 || w_.word(j).size() < 2) break;
      const auto found = labels_.at(j);
      if (found && (found->of(LabelKind::title) != nullptr || found->of(LabelKind::demonym) != nullptr)) break;
      if (found && found->is_name() && (j == begin || is(entity(*found->of(LabelKind::name)).type, "State"))) break;
      if (found && found->of(LabelKind::class_label) != nullptr && (j > begin || !after_title)) break;
      if (!after_title && english().is_common_word(w_.word(j)) && w_.tag(j) != Tag::NNP) break;
      if (w_.tag(j) == Tag::PRP || w_.tag(j) == Tag::DT || w_.tag(j) == Tag::MD || w_.tag(j) == Tag::WP) break;
      ++j;
    }
    return j > begin && (!after_title || may_be_person(begin, j)) ? j : 0;
  }

  /// Whether capitals behind a title can be somebody's name: not in "Chief of Police of East Palo Alto".
  [[nodiscard]] bool may_be_person(std::uint32_t first, std::uint32_t last) const {
    bool common = false;
    for (std::uint32_t j = first; j < last; ++j) {
      for (const NameSpan& name : labels_.seen())
        if (name.first <= j && j < name.last) return name.kind == NameKind::person;
      common |= english().is_common_word(w_.word(j));
    }
    return last - first >= 2 && !common;
  }

  std::uint32_t add(Mention mention) {
    mention.extent_first = mention.first;
    mention.extent_last = mention.last;
    names_.mentions.push_back(std::move(mention));
    return static_cast<std::uint32_t>(names_.mentions.size() - 1);
  }

  std::uint32_t add_person(std::uint32_t first, std::uint32_t last) {
    while (first < last) {  // honorifics are no part of a name
      const auto found = labels_.at(first);
      if (!found || found->of(LabelKind::honorific) == nullptr || found->last >= last) break;
      first = found->last;
    }
    Mention mention;
    mention.kind = MentionKind::person;
    mention.first = first;
    mention.last = last;
    mention.name = w_.text(first, last);
    mention.type = ontology_.schema.class_named("Person");
    return add(std::move(mention));
  }

  std::uint32_t add_post(const WrittenPost& post, std::uint32_t person) {
    Mention mention;
    mention.kind = MentionKind::post;
    mention.first = post.first;
    mention.last = post.last;
    mention.name = w_.text(post.first, post.last).substr(post.prefix);
    mention.type = ontology_.schema.class_named("Post");
    const std::uint32_t index = add(std::move(mention));
    if (person != nowhere) {
      Mention& who = names_.mentions[person];
      who.extent_first = std::min(who.extent_first, post.first);
      who.extent_last = std::max(who.extent_last, post.last);
    }
    Holding holding{person, index, post.title, nowhere, post.portfolio, post.former};
    if (post.of_last > post.of_first) {
      holding.of = add_body(post.of_first, post.last);
      if (const auto found = holding.of == nowhere ? labels_.at(post.of_first) : std::nullopt) holding.of = add_known(post.of_first, *found);
    }
    names_.holdings.push_back(holding);
    return index;
  }

  /// "the [Indonesian military]": a body called by its country and its class, at the end of a post's complement.
  std::uint32_t add_body(std::uint32_t first, std::uint32_t last) {
    const auto country = labels_.at(first);
    if (!country || country->last >= last) return nowhere;
    if (country->is_name() && w_.is_possessive(country->last)) return add_owned_body(country->last + 1, last, country->match.entries.front().thing);
    if (country->of(LabelKind::demonym) == nullptr) return nowhere;
    const auto body = labels_.at(country->last);
    const Entry* const entry = body && body->last == last ? body->of(LabelKind::class_label) : nullptr;
    const auto agent = ontology_.schema.class_named("Agent");
    if (entry == nullptr || !agent || !ontology_.schema.is_a(static_cast<ontology::ClassId>(entry->thing), *agent)) return nowhere;
    Mention mention;
    mention.kind = MentionKind::nominal;
    mention.first = first;
    mention.last = last;
    mention.name = w_.text(first, last);
    mention.type = static_cast<ontology::ClassId>(entry->thing);
    mention.state = country->of(LabelKind::demonym)->thing;
    return add(std::move(mention));
  }

  /// "Cambodia's [Ministry of National Defence]"
  std::uint32_t add_owned_body(std::uint32_t first, std::uint32_t last, std::uint32_t owner) {
    const auto type = labels_.class_label(first, last, false);
    if (!is(type, "Agent")) return nowhere;
    Mention mention;
    mention.kind = MentionKind::named;
    mention.first = first;
    mention.last = last;
    mention.name = w_.text(first, last);
    mention.type = type;
    mention.state = owner;
    return add(std::move(mention));
  }

  /// A post beside a person, in any of the usual orders. Returns one past what was read, or 0.
  std::uint32_t titled(std::uint32_t i) {
    if (w_.tag(i) == Tag::DT || w_.tag(i) == Tag::PRPS) return 0;
    const auto honorific = labels_.at(i);
    if (honorific && honorific->of(LabelKind::honorific) != nullptr) {
      const std::uint32_t end = person(i, true);
      if (end == 0) return 0;
      return after_name(add_person(i, end), end);
    }
    std::vector<WrittenPost> posts = joined_posts_at(labels_, i);
    if (posts.empty()) return 0;
    const WrittenPost first = posts.front();
    const std::uint32_t last = posts.back().last;
    const bool capital = w_.is_capital(first.head_first);
    const auto held_by = [&](std::uint32_t who) {
      for (const WrittenPost& one : posts) add_post(one, who);
    };
    if (const std::uint32_t end = capital || !w_.is_capital(first.first) ? person(last, true) : 0) {
      const std::uint32_t who = add_person(last, end);
      held_by(who);
      return after_name(who, end);
    }
    if (w_.word(last) == ",") {  // "the Minister for Central Asia, Tobias Ellwood,", "the Commander of the Army, General Kaspars Ozols"
      std::uint32_t begin = last + 1;
      if (w_.lower(begin) == "the") ++begin;
      const auto rank = capital ? post_at(labels_, begin) : std::nullopt;
      const bool ranked = rank && rank->of_first == rank->of_last && person(rank->last, true) != 0;
      if (ranked) begin = rank->last;
      const std::uint32_t end = person(begin, begin > last + 1);
      const bool closed = w_.word(end) == "," || w_.word(end) == "." || is_verb(w_.tag(end));
      if (end != 0 && closed && (end - begin >= 2 || begin > last + 1)) {
        if (ranked) posts.push_back(*rank);
        held_by(add_person(begin, end));
        return close_apposition(end);
      }
    }
    if (capital || first.of_last > first.of_first) {  // a post nobody is named for
      if (first.first == first.head_first && first.last == first.head_last && !capital) return 0;
      add_post(first, nowhere);
      return first.last;
    }
    return 0;
  }

  /// "…, spokesman for the Indonesian military," after a person's name.
  std::uint32_t after_name(std::uint32_t person_index, std::uint32_t end) {
    if (w_.word(end) != "," && w_.word(end) != "(") return end;
    std::uint32_t j = end + 1;
    if (w_.lower(j) == "the" || w_.lower(j) == "a" || w_.lower(j) == "an") ++j;
    const auto found = post_at(labels_, j);
    if (!found) return end;
    const std::string_view next = w_.word(found->last);
    if (next != "," && next != "." && next != ")" && !is_verb(w_.tag(found->last)) && w_.lower(found->last) != "and") return end;
    if (w_.is_capital(found->last)) return end;
    add_post(*found, person_index);
    return close_apposition(found->last);
  }

  /// The comma or bracket that ends an apposition belongs to the unit of the last person.
  std::uint32_t close_apposition(std::uint32_t end) {
    if (w_.word(end) != "," && w_.word(end) != ")") return end;
    for (auto mention = names_.mentions.rbegin(); mention != names_.mentions.rend(); ++mention)
      if (mention->kind == MentionKind::person) {
        mention->extent_last = end + 1;
        break;
      }
    return end + 1;
  }

  // ---- other names

  std::uint32_t add_known(std::uint32_t first, const Label& label) {
    Mention mention;
    mention.kind = MentionKind::known;
    mention.first = first;
    mention.last = label.last;
    const Entry* entry = label.of(LabelKind::name);
    const Entry* metonym = label.of(LabelKind::metonym);
    const Entry* demonym = label.of(LabelKind::demonym);
    if (entry == nullptr) entry = metonym != nullptr ? metonym : demonym;
    mention.demonym = entry == demonym;
    mention.known = entry->thing;
    mention.type = entity(*entry).type;
    mention.name = entity(*entry).name;
    mention.surface = w_.text(first, label.last);
    if (metonym != nullptr) {
      mention.metonym_possible = true;
      mention.state = metonym->thing;
    }
    return add(std::move(mention));
  }

  /// Any other name at i. Returns one past it, or 0.
  std::uint32_t name(std::uint32_t i) {
    const auto known = labels_.at(i);
    // "The Baltic Fisheries Commission" does not begin with "the Baltic"
    if (w_.lower(i) == "the" && (!known || w_.is_capital(known->last))) return 0;
    const bool named = known && (known->is_name() || known->of(LabelKind::metonym) != nullptr);
    const bool demonym = known && !named && known->of(LabelKind::demonym) != nullptr;
    if (!w_.is_capital(i)) {
      if (!named) return 0;
      add_known(i, *known);
      return known->last;
    }
    if (!named && !demonym && !starts_name(i)) return 0;
    const std::uint32_t end = std::max(labels_.sequence_end(i), named ? known->last : 0);
    if (named && known->last == end) {
      add_known(i, *known);
      return end;
    }
    if (!named && !demonym && labels_.is_seen_person(i)) return unnamed(i, end);  // "Hill", "Banks"
    const auto type = labels_.class_label(i, end, named || demonym);
    if (type) return add_named(i, end, *type, named ? known->match.entries.front().thing : nowhere);
    if (named || demonym) {
      if (demonym && known->last == end && !is_noun(w_.tag(i))) return add_known(i, *known), end;
      add_known(i, *known);
      return known->last;
    }
    return unnamed(i, end);
  }

  [[nodiscard]] bool is_based(std::uint32_t i) const {
    return w_.is_capital(i) && w_.word(i).ends_with("-based") && w_.is_capital(i + 1);
  }

  /// "the exercise “Amber Shield 2025”", "“New Dawn” programme": a name of the class that stands beside its quotes. Returns one past it,
  /// or 0.
  std::uint32_t quoted(std::uint32_t i) {
    constexpr std::uint32_t longest = 8;
    if (!w_.is_quote(i) || !w_.is_capital(i + 1)) return 0;
    std::uint32_t close = i + 1;
    for (; w_.inside(close) && !w_.is_quote(close); ++close) {
      const bool fits = w_.is_capital(close) || w_.tag(close) == Tag::CD || w_.tag(close) == Tag::IN || w_.tag(close) == Tag::DT || w_.tag(close) == Tag::CC || w_.is_possessive(close);
      if (!fits || close > i + longest) return 0;
    }
    if (!w_.inside(close)) return 0;
    std::uint32_t before = i;  // the first token of a class label that ends at the quote
    std::optional<ontology::ClassId> type;
    for (std::uint32_t j = i; j > w_.first() && j + 3 > i && !type; --j)
      if (const auto found = labels_.at(j - 1); found && found->last == i)
        if (const Entry* const entry = found->of(LabelKind::class_label)) type = static_cast<ontology::ClassId>(entry->thing), before = j - 1;
    std::uint32_t after = close + 1;
    if (!type)
      if (const auto found = labels_.at(after))
        if (const Entry* const entry = found->of(LabelKind::class_label)) type = static_cast<ontology::ClassId>(entry->thing), after = found->last;
    if (!type || is(type, "Document") || is(type, "Person")) return 0;  // "the statement “Peace Now” …"
    add_named(i + 1, close, *type, nowhere);
    names_.mentions.back().extent_first = before;
    names_.mentions.back().extent_last = after;
    return after;
  }

  /// Whether a capital at this place may begin a name: a word at the start of a sentence is capital anyway.
  [[nodiscard]] bool starts_name(std::uint32_t i) const {
    const Tag tag = w_.tag(i);
    if (tag == Tag::DT || tag == Tag::PRP || tag == Tag::PRPS || tag == Tag::IN || tag == Tag::CC || tag == Tag::WDT || tag == Tag::WP ||
        tag == Tag::WRB || tag == Tag::EX || tag == Tag::MD || tag == Tag::TO)
      return false;
    const bool begins = i == w_.first() || w_.is_quote(i - 1) || w_.word(i - 1) == ":" || w_.word(i - 1) == "**";
    if (!begins) return true;
    if (is_proper(tag) && !english().is_common_word(w_.word(i))) return true;
    return w_.is_capital(i + 1) && tag != Tag::RB && tag != Tag::VBG && tag != Tag::VBN && tag != Tag::CD && w_.tag(i + 1) != Tag::DT;
  }

  std::uint32_t add_named(std::uint32_t first, std::uint32_t last, ontology::ClassId type, std::uint32_t state) {
    Mention mention;
    mention.kind = MentionKind::named;
    mention.first = first;
    mention.last = last;
    mention.type = type;
    mention.state = state;
    if (first > w_.first() && w_.tag(first - 1) == Tag::CD && w_.word(first - 1).size() == 4 && w_.word(first - 1).find_first_not_of("0123456789") == std::string_view::npos) {
      mention.first = first - 1;  // "2019 Hanoi Summit"
      mention.year = static_cast<std::uint32_t>(std::stoul(std::string(w_.word(first - 1))));
    }
    mention.name = w_.text(mention.first, last);
    add(std::move(mention));
    return last;
  }

  /// A capitalised sequence that nothing is known of: a person by its shape, else only a name.
  std::uint32_t unnamed(std::uint32_t i, std::uint32_t end) {
    if (const NameSpan* const name = labels_.seen(i)) {
      if (name->kind == NameKind::person) return after_name(add_person(i, name->last), name->last);
      Mention mention;
      mention.kind = MentionKind::unknown;
      mention.first = i;
      mention.last = name->last;
      mention.name = w_.text(i, name->last);
      mention.type = ontology_.schema.class_named(name->kind == NameKind::place ? "Place" : "Organization");
      add(std::move(mention));
      return name->last;
    }
    if (const std::uint32_t last = person(i, false); last == end && end - i >= 2 && end - i <= 4) {
      bool common = false, marks = false;
      for (std::uint32_t j = i; j < end; ++j) {
        common |= english().is_common_word(w_.word(j)) && !is_korean_given_name(end - 1);
        marks |= w_.word(j).find('.') != std::string_view::npos && w_.word(j).size() > 2;
      }
      if (!common && !marks && !labels_.after_place_word(i)) return after_name(add_person(i, end), end);
    }
    Mention mention;
    mention.kind = MentionKind::unknown;
    mention.first = i;
    mention.last = end;
    mention.name = w_.text(i, end);
    if (labels_.after_place_word(i) && (end - i <= 3)) mention.type = ontology_.schema.class_named("Place");
    else if (end - i == 1 && all_capitals(i) && w_.tag(end) != Tag::CD && w_.tag(end) != Tag::dollar) mention.type = ontology_.schema.class_named("Organization");
    add(std::move(mention));
    return end;
  }

  /// "Jae-in", "Young-joon": two syllables joined by a hyphen, the second small.
  [[nodiscard]] bool is_korean_given_name(std::uint32_t i) const {
    const std::string_view word = w_.word(i);
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2 || hyphen > 6 || word.size() - hyphen > 7 || word.size() - hyphen < 3) return false;
    return std::ranges::all_of(word.substr(hyphen + 1), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  [[nodiscard]] bool all_capitals(std::uint32_t i) const {
    const std::string_view word = w_.word(i);
    return word.size() >= 2 && word.size() <= 6 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  const Words& w_;
  const ontology::Ontology& ontology_;
  Labels labels_;
  Names names_;
};

}  // namespace

Names find_names(const Words& words, const ontology::Ontology& ontology, std::span<const DateExpression> dates, std::span<const NameSpan> seen) {
  return NameFinder(words, ontology, dates, seen).run();
}

}  // namespace dossier::ingest
