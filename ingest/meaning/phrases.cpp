#include "ingest/meaning/phrases.h"

#include <algorithm>
#include <array>

#include "ingest/language/language_model.h"

namespace dossier::ingest {
namespace {

using ontology::Entry;
using ontology::LabelKind;

bool is_auxiliary(std::string_view lemma) { return lemma == "be" || lemma == "have" || lemma == "do" || lemma == "get"; }

/// Builds the row from left to right.
class RowReader {
 public:
  RowReader(const Words& words, const ontology::Ontology& ontology, Row row)
      : w_(words), ontology_(ontology), row_(std::move(row)) {}

  Row run() {
    for (std::uint32_t i = w_.first(); i < w_.last();) i = step(i);
    return std::move(row_);
  }

 private:
  std::uint32_t step(std::uint32_t i) {
    if (const std::uint32_t end = date(i)) return end;
    if (starts_verb(i))
      if (const std::uint32_t end = verb(i)) return end;
    if (const std::uint32_t end = phrase(i)) return end;
    return small_word(i);
  }

  std::uint32_t push(ItemKind kind, std::uint32_t first, std::uint32_t last, std::uint32_t index = nowhere) {
    row_.items.push_back({kind, first, last, index});
    return last;
  }

  // ---- dates

  std::uint32_t date(std::uint32_t i) {
    for (std::uint32_t d = 0; d < row_.dates.size(); ++d)
      if (row_.dates[d].first == i) return push(ItemKind::date, i, row_.dates[d].last, d);
    return 0;
  }

  // ---- verbs

  [[nodiscard]] bool name_starts(std::uint32_t i) const {
    return std::ranges::any_of(row_.mentions, [i](const Mention& m) { return m.extent_first <= i && i < m.extent_last; });
  }

  [[nodiscard]] bool starts_verb(std::uint32_t i) const {
    if (name_starts(i)) return false;
    const Tag tag = w_.tag(i);
    if (tag == Tag::MD || tag == Tag::VBD || tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::VB) return true;
    if (tag == Tag::TO || (w_.lower(i) == "to" && tag != Tag::none)) return w_.tag(next_word(i)) == Tag::VB && !name_starts(next_word(i));
    if (tag == Tag::VBG) return !modifies(i);
    if (tag == Tag::VBN) return !modifies(i);
    // "the government plans to", "the talks focus on": a verb that the tagger took for a plural
    if (tag == Tag::NNS && !row_.items.empty() && row_.items.back().kind == ItemKind::phrase && row_.items.back().last == i) return false;
    return false;
  }

  /// A participle that stands before the noun it modifies: "stalled talks", "the growing partnership".
  [[nodiscard]] bool modifies(std::uint32_t i) const {
    const Tag next = w_.tag(i + 1);
    if (w_.tag(i - 1) == Tag::DT || w_.tag(i - 1) == Tag::PRPS) return is_noun(next) || is_adjective(next) || name_starts(i + 1);
    if (!is_noun(next) && !is_adjective(next)) return false;
    if (name_starts(i + 1)) return false;
    if (w_.tag(i) == Tag::VBN) {
      const bool after_phrase = !row_.items.empty() && row_.items.back().kind == ItemKind::phrase && row_.items.back().last == i;
      return !after_phrase;
    }
    const Tag before = w_.tag(i - 1);
    return before == Tag::DT || is_adjective(before) || before == Tag::PRPS;
  }

  [[nodiscard]] std::uint32_t next_word(std::uint32_t i) const {
    std::uint32_t j = i + 1;
    while (w_.tag(j) == Tag::RB) ++j;
    return j;
  }

  std::uint32_t verb(std::uint32_t i) {
    VerbGroup group;
    group.first = i;
    bool be = false, have = false;
    std::uint32_t j = i, main = nowhere;
    for (; w_.inside(j); ++j) {
      const Tag tag = w_.tag(j);
      const std::string word = w_.lower(j);
      if (tag == Tag::RB || tag == Tag::RBR) {
        if (word == "not" || word == "n't" || word == "never" || word == "no") group.negated = true;
        if (main != nowhere && !is_auxiliary(group.lemma)) break;
        continue;
      }
      if (main != nowhere && !is_auxiliary(group.lemma)) break;
      if (word == "to" && (tag == Tag::TO || tag == Tag::IN)) {
        if (main == nowhere && group.modal.empty()) {
          group.infinitive = true;
        } else if (be && main != nowhere) {
          group.modal = "will";  // "is to visit"
        } else {
          break;
        }
        if (w_.tag(next_word(j)) != Tag::VB) break;
        continue;
      }
      if (tag == Tag::MD) {
        if (main != nowhere) break;
        group.modal = word == "'ll" || word == "’ll" || word == "shall" ? "will" : word == "wo" ? "will" : word;
        continue;
      }
      if (!is_verb(tag) || name_starts(j)) break;
      if (main != nowhere && tag == Tag::VBG && !be) break;
      if (main != nowhere && modifies(j) && tag != Tag::VBG) {
        if (!be || is_noun(w_.tag(j + 1))) break;
      }
      group.lemma = english().lemma(w_.word(j), tag);
      group.past |= tag == Tag::VBD || (tag == Tag::VBN && have);
      group.passive = be && (tag == Tag::VBN || tag == Tag::VBD) && group.lemma != "be";
      group.gerund = tag == Tag::VBG && !be && !group.infinitive;
      group.participle = tag == Tag::VBN && !be && !have && group.modal.empty();
      be = group.lemma == "be" || group.lemma == "get" || (be && !group.passive && tag != Tag::VBG);
      have = group.lemma == "have" || (have && group.lemma == "be");
      main = j;
      if (group.lemma == "go" && tag == Tag::VBG && w_.lower(j + 1) == "to" && w_.tag(j + 2) == Tag::VB) {
        group.modal = "will";
        group.lemma = "be";
        be = true;
        ++j;
      }
    }
    if (main == nowhere) return 0;
    while (j > main + 1 && (w_.tag(j - 1) == Tag::RB || w_.lower(j - 1) == "to")) --j;
    group.verb = main;
    group.last = j;
    row_.verbs.push_back(std::move(group));
    return push(ItemKind::verb, i, j, static_cast<std::uint32_t>(row_.verbs.size() - 1));
  }

  // ---- noun phrases

  [[nodiscard]] std::uint32_t mention_at(std::uint32_t i) const {
    for (std::uint32_t m = 0; m < row_.mentions.size(); ++m) {
      const Mention& mention = row_.mentions[m];
      if (mention.extent_first != i) continue;
      if (mention.kind == MentionKind::post && held(m)) continue;
      if (mention.kind == MentionKind::known && covered(m)) continue;
      return m;
    }
    return nowhere;
  }
  /// A post whose person stands beside it is read with the person.
  [[nodiscard]] bool held(std::uint32_t post) const {
    return std::ranges::any_of(row_.holdings, [post](const Holding& h) { return h.post == post && h.person != nowhere; });
  }
  /// A country inside a title belongs to the title.
  [[nodiscard]] bool covered(std::uint32_t known) const {
    const Mention& small = row_.mentions[known];
    for (std::uint32_t m = 0; m < row_.mentions.size(); ++m) {
      const Mention& large = row_.mentions[m];
      if (m != known && large.extent_first <= small.first && small.last <= large.extent_last &&
          large.extent_last - large.extent_first > small.last - small.first)
        return true;
    }
    return false;
  }

  std::uint32_t phrase(std::uint32_t i) {
    std::uint32_t j = i, head = nowhere, mention = nowhere, core = nowhere;
    bool definite = false;
    if (w_.tag(i) == Tag::PRP || w_.tag(i) == Tag::EX) return pronoun(i);
    if (w_.tag(j) == Tag::PDT || w_.lower(j) == "both") ++j;
    if (w_.tag(j) == Tag::DT || w_.tag(j) == Tag::PRPS) {
      const std::string word = w_.lower(j);
      definite = word != "a" && word != "an" && word != "some" && word != "any" && word != "no" && word != "every" && word != "each" && word != "another";
      ++j;
    }
    const std::uint32_t after_determiner = j;
    for (; w_.inside(j);) {
      if (j > i && date_starts(j)) break;
      const std::uint32_t name = mention_at(j);
      if (name != nowhere) {
        const Mention& found = row_.mentions[name];
        const bool unit = found.kind == MentionKind::person || found.kind == MentionKind::post;
        if (unit && head != nowhere) break;
        if (mention != nowhere && j > i && !row_.mentions[mention].demonym && separate(mention, name)) break;
        mention = name;
        core = core == nowhere ? j : core;
        j = found.extent_last;
        head = found.last - 1;
        if (unit && w_.word(j - 1) == ",") break;
        if (unit && !continues_person(j)) break;
        continue;
      }
      const Tag tag = w_.tag(j);
      if (tag == Tag::CD || is_adjective(tag) || tag == Tag::dollar || ((tag == Tag::VBN || tag == Tag::VBG) && modifies(j)) ||
          (tag == Tag::RB && j > after_determiner - 1 && is_adjective(w_.tag(j + 1)) && head == nowhere && j > i)) {
        if (head != nowhere && tag != Tag::CD && !is_noun(w_.tag(j + 1)) ) break;
        if (head != nowhere && tag == Tag::CD) break;
        core = core == nowhere && tag != Tag::CD ? j : core;
        ++j;
        continue;
      }
      if (is_noun(tag) || tag == Tag::FW) {
        if (head != nowhere && verb_like(j)) break;
        core = core == nowhere ? j : core;
        head = j;
        ++j;
        continue;
      }
      if (w_.is_possessive(j) && head != nowhere) return owned(i, j, head, mention, core, definite);
      if ((w_.lower(j) == "and" || w_.word(j) == ",") && head == nowhere && j > after_determiner && (is_adjective(w_.tag(j + 1)))) {
        ++j;
        continue;
      }
      break;
    }
    if (head == nowhere) return 0;
    return finish(i, j, head, mention, core, definite, nowhere);
  }

  [[nodiscard]] bool date_starts(std::uint32_t i) const {
    return std::ranges::any_of(row_.dates, [i](const DateExpression& d) { return d.first == i; });
  }

  /// "government plans to", "ministry hopes that": a plural after a noun, before "to" or "that", is the verb.
  [[nodiscard]] bool verb_like(std::uint32_t j) const {
    if (w_.tag(j) != Tag::NNS) return false;
    const bool seen = std::ranges::any_of(row_.items, [](const Item& item) { return item.kind == ItemKind::verb; });
    return !seen && w_.lower(j + 1) == "to" && w_.tag(j + 2) == Tag::VB;
  }

  /// Two names beside each other without a mark: "In Turkey Minister Ellwood", but "U.S. State Department".
  [[nodiscard]] bool separate(std::uint32_t a, std::uint32_t b) const {
    return row_.mentions[a].kind == MentionKind::person || (row_.mentions[b].kind == MentionKind::known && !row_.mentions[b].demonym);
  }

  /// "the Moon Jae-in administration": a person's name before a noun that names a body.
  [[nodiscard]] bool continues_person(std::uint32_t j) const {
    if (w_.is_possessive(j)) return true;
    return label_at(j, j + 1).has_value();
  }

  [[nodiscard]] std::optional<ontology::ClassId> label_at(std::uint32_t first, std::uint32_t last) const {
    if (!w_.inside(first)) return std::nullopt;
    const Span span = w_.span(first, last);
    const auto match = ontology_.lexicon.longest(std::string_view(w_.document().text).substr(0, span.end), span.begin);
    if (!match || match->length != span.size()) return std::nullopt;
    for (const Entry& entry : match->entries)
      if (entry.kind == LabelKind::class_label) return static_cast<ontology::ClassId>(entry.thing);
    return std::nullopt;
  }

  /// The longest class label that ends with the head.
  [[nodiscard]] std::optional<ontology::ClassId> head_label(std::uint32_t first, std::uint32_t head) const {
    for (std::uint32_t j = first; j <= head; ++j)
      if (const auto type = label_at(j, head + 1)) return type;
    const std::string_view word = w_.word(head);
    const std::size_t hyphen = word.rfind('-');
    if (hyphen != std::string_view::npos) {  // "end-of-war declaration" is two tokens; "counter-offensive" is one
      const Span span{w_.span(head, head + 1).begin + static_cast<std::uint32_t>(hyphen) + 1, w_.span(head, head + 1).end};
      const auto match = ontology_.lexicon.longest(std::string_view(w_.document().text).substr(0, span.end), span.begin);
      if (match && match->length == span.size())
        for (const Entry& entry : match->entries)
          if (entry.kind == LabelKind::class_label) return static_cast<ontology::ClassId>(entry.thing);
    }
    return std::nullopt;
  }

  std::uint32_t pronoun(std::uint32_t i) {
    Mention mention;
    mention.kind = MentionKind::pronoun;
    mention.first = mention.extent_first = i;
    mention.last = mention.extent_last = i + 1;
    mention.name = w_.lower(i);
    row_.mentions.push_back(std::move(mention));
    row_.phrases.push_back({i, i + 1, i, static_cast<std::uint32_t>(row_.mentions.size() - 1), nowhere});
    return push(ItemKind::phrase, i, i + 1, static_cast<std::uint32_t>(row_.phrases.size() - 1));
  }

  /// "[Ghani]'s visit": the owner is a phrase of its own, what it owns is the next.
  std::uint32_t owned(std::uint32_t first, std::uint32_t mark, std::uint32_t head, std::uint32_t mention, std::uint32_t core, bool definite) {
    const std::uint32_t items = static_cast<std::uint32_t>(row_.items.size());
    finish(first, mark, head, mention, core, definite, nowhere);
    const auto owner = static_cast<std::uint32_t>(row_.phrases.size() - 1);
    const std::uint32_t end = phrase(mark + 1);
    if (end == 0) return mark + 1;
    row_.items.erase(row_.items.begin() + items);  // the owner stands in its possession's place
    Phrase& last = row_.phrases.back();
    if (last.owner == nowhere) last.owner = owner;
    last.first = first;
    row_.items.back().first = first;
    if (last.mention != nowhere) row_.mentions[last.mention].definite = true;
    return end;
  }

  std::uint32_t finish(std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t mention, std::uint32_t core,
                       bool definite, std::uint32_t owner) {
    const bool name_is_head = mention != nowhere && row_.mentions[mention].last - 1 == head && !row_.mentions[mention].demonym;
    if (!name_is_head) mention = nominal(core == nowhere ? first : core, last, head);
    row_.mentions[mention].definite |= definite;
    row_.phrases.push_back({first, last, head, mention, owner});
    return push(ItemKind::phrase, first, last, static_cast<std::uint32_t>(row_.phrases.size() - 1));
  }

  /// A phrase without a name of its own.
  std::uint32_t nominal(std::uint32_t core, std::uint32_t last, std::uint32_t head) {
    Mention mention;
    mention.first = mention.extent_first = core;
    mention.last = mention.extent_last = last;
    mention.name = w_.text(core, last);
    mention.plural = w_.tag(head) == Tag::NNS || w_.tag(head) == Tag::NNPS;
    mention.type = head_label(core, head);
    mention.kind = mention.type ? MentionKind::nominal : MentionKind::topic;
    for (std::uint32_t j = core; j < last; ++j) parties_in(j, mention);
    if (core > w_.first() && w_.tag(core - 1) == Tag::CD && w_.word(core - 1).size() == 4 && w_.is_capital(core)) {
      const std::string_view year = w_.word(core - 1);
      if (year.find_first_not_of("0123456789") == std::string_view::npos) mention.year = static_cast<std::uint32_t>(std::stoul(std::string(year)));
    }
    for (std::uint32_t m = 0; m < row_.mentions.size(); ++m) {
      const Mention& inside = row_.mentions[m];
      if (inside.kind == MentionKind::known && inside.first >= core && inside.last <= last && mention.state == nowhere) mention.state = inside.known;
    }
    row_.mentions.push_back(std::move(mention));
    return static_cast<std::uint32_t>(row_.mentions.size() - 1);
  }

  /// Countries joined in one word ("ROK-U.S.") or meant by one ("inter-Korean").
  void parties_in(std::uint32_t token, Mention& mention) const {
    const Span span = w_.span(token, token + 1);
    const std::string_view text = std::string_view(w_.document().text).substr(0, span.end);
    std::vector<std::uint32_t> found;
    std::uint32_t at = span.begin;
    // a name of several words may begin before: "North Korea-U.S."
    for (const std::uint32_t back : {2U, 1U, 0U}) {
      if (token < w_.first() + back) continue;
      const std::uint32_t from = w_.span(token - back, token - back + 1).begin;
      const auto match = ontology_.lexicon.longest(text, from);
      if (!match || from + match->length <= at || from + match->length >= span.end || text[from + match->length] != '-') continue;
      for (const Entry& entry : match->entries)
        if (entry.kind == LabelKind::name || entry.kind == LabelKind::demonym) {
          found.push_back(entry.thing);
          break;
        }
      if (found.empty()) continue;
      at = from + static_cast<std::uint32_t>(match->length) + 1;
      break;
    }
    while (!found.empty() && at < span.end) {
      const auto match = ontology_.lexicon.longest(text, at);
      const auto entry = match ? std::ranges::find_if(match->entries, [](const Entry& e) { return e.kind == LabelKind::name || e.kind == LabelKind::demonym; })
                               : std::span<const Entry>().begin();
      if (!match || entry == match->entries.end()) break;
      found.push_back(entry->thing);
      at += static_cast<std::uint32_t>(match->length) + 1;
    }
    if (found.size() < 2) found.clear();
    if (found.empty()) {
      const auto match = ontology_.lexicon.longest(text, span.begin);
      if (match && span.begin + match->length == span.end)
        for (const Entry& entry : match->entries) {
          const auto group = ontology_.schema.class_named("AgentGroup");
          if (entry.kind == LabelKind::demonym && group && ontology_.schema.is_a(ontology_.lexicon.entities()[entry.thing].type, *group))
            found.push_back(entry.thing);
        }
    }
    for (const std::uint32_t entity : found)
      if (std::ranges::find(mention.parties, entity) == mention.parties.end()) mention.parties.push_back(entity);
  }

  // ---- small words

  std::uint32_t small_word(std::uint32_t i) {
    const Tag tag = w_.tag(i);
    const std::string word = w_.lower(i);
    if (word == "as" && w_.lower(i + 1) == "well" && w_.lower(i + 2) == "as") return push(ItemKind::conjunction, i, i + 3);
    if (word == "such" && w_.lower(i + 1) == "as") return push(ItemKind::preposition, i, i + 2);
    if (tag == Tag::comma) return push(ItemKind::comma, i, i + 1);
    if (tag == Tag::CC) return push(ItemKind::conjunction, i, i + 1);
    if (w_.is_quote(i) || tag == Tag::quote) return push(ItemKind::quote, i, i + 1);
    if (word == "that" && tag == Tag::IN) return push(ItemKind::that, i, i + 1);
    if (tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS || word == "that") return push(ItemKind::relative, i, i + 1);
    if (tag == Tag::WRB || (tag == Tag::IN && is_subordinator(word))) return push(ItemKind::subordinator, i, i + 1);
    if (tag == Tag::RP) return push(ItemKind::adverb, i, i + 1);  // "cracked down on"
    if (tag == Tag::IN || tag == Tag::TO || word == "to") return push(ItemKind::preposition, i, i + 1);
    if (tag == Tag::VBG && (word == "including" || word == "following" || word == "regarding" || word == "concerning")) return push(ItemKind::preposition, i, i + 1);
    if (tag == Tag::RB || tag == Tag::RBR || tag == Tag::RBS) return push(ItemKind::adverb, i, i + 1);
    return push(ItemKind::other, i, i + 1);
  }

  [[nodiscard]] static bool is_subordinator(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>({"although", "because", "if", "though", "unless", "whether", "while"});
    return std::ranges::binary_search(words, word);
  }

  const Words& w_;
  const ontology::Ontology& ontology_;
  Row row_;
};

}  // namespace

Row read_row(const Words& words, const Sentences& sentences, const ontology::Ontology& ontology) {
  Row row;
  row.dates = find_dates(words.document(), sentences.tokens, words.first(), words.last());
  Names names = find_names(words, ontology, row.dates);
  row.mentions = std::move(names.mentions);
  row.holdings = std::move(names.holdings);
  return RowReader(words, ontology, std::move(row)).run();
}

}  // namespace dossier::ingest
