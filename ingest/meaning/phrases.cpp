#include "ingest/meaning/phrases.h"

#include <algorithm>
#include <array>

#include "ingest/meaning/plain_words.h"

namespace dossier::ingest {
namespace {

using ontology::Entry;
using ontology::LabelKind;

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
    for (const DateExpression& date : row_.dates)
      if (date.first == i) return date.last;
    if (starts_verb(i)) {
      verb_seen_ = true;
      return i + 1;
    }
    const std::uint32_t end = phrase(i);
    return end != 0 ? end : i + 1;
  }

  [[nodiscard]] bool name_starts(std::uint32_t i) const {
    return std::ranges::any_of(row_.mentions, [i](const Mention& m) { return m.extent_first <= i && i < m.extent_last; });
  }

  [[nodiscard]] bool starts_verb(std::uint32_t i) const {
    const Tag tag = w_.tag(i);
    if (!is_verb(tag) && tag != Tag::MD) return false;
    return !name_starts(i) && !modifies(i);
  }

  /// A word that stands before the noun it modifies: "stalled talks", "the growing partnership".
  [[nodiscard]] bool modifies(std::uint32_t i) const {
    if (!w_.inside(i)) return false;
    const Token& token = w_.token(i);
    return (token.relation == Relation::amod || token.relation == Relation::compound) && token.head > i;
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
    if ((w_.tag(j) == Tag::DT || w_.tag(j) == Tag::PRPS) && mention_at(j) == nowhere) {  // "The Night Ferry" has it in its name
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
      if (head != nowhere && (w_.lower(j) == "last" || w_.lower(j) == "next")) break;  // "to the museum last spring"
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
    return !verb_seen_ && w_.lower(j + 1) == "to" && w_.tag(j + 2) == Tag::VB;
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
    return i + 1;
  }

  /// "[Ghani]'s visit": the owner is a phrase of its own, what it owns is the next.
  std::uint32_t owned(std::uint32_t first, std::uint32_t mark, std::uint32_t head, std::uint32_t mention, std::uint32_t core, bool definite) {
    finish(first, mark, head, mention, core, definite, nowhere);
    const auto owner = static_cast<std::uint32_t>(row_.phrases.size() - 1);
    const std::uint32_t end = phrase(mark + 1);
    if (end == 0) return mark + 1;
    Phrase& last = row_.phrases.back();
    if (last.owner == nowhere) last.owner = owner;
    last.first = first;
    if (last.mention != nowhere) row_.mentions[last.mention].definite = true;
    return end;
  }

  std::uint32_t finish(std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t mention, std::uint32_t core,
                       bool definite, std::uint32_t owner) {
    const bool name_is_head = mention != nowhere && row_.mentions[mention].last - 1 == head && !row_.mentions[mention].demonym;
    if (!name_is_head) mention = nominal(core == nowhere ? first : core, last, head);
    row_.mentions[mention].definite |= definite;
    row_.mentions[mention].indefinite = w_.lower(first) == "a" || w_.lower(first) == "an";
    row_.phrases.push_back({first, last, head, mention, owner});
    return last;
  }

  /// A phrase without a name of its own.
  std::uint32_t nominal(std::uint32_t core, std::uint32_t last, std::uint32_t head) {
    Mention mention;
    const std::uint32_t begin = core;
    while (core < head && (is_passing_adjective(w_.lower(core)) || (core > begin && w_.word(core) == ",") || (core > begin && w_.lower(core) == "and"))) ++core;
    if (core == head) core = begin;  // of "the new agreement" nothing else would stay
    mention.first = mention.extent_first = core;
    mention.last = mention.extent_last = last;
    mention.name = w_.text(core, last);
    if (core != begin) mention.surface = w_.text(begin, last);
    mention.plural = w_.tag(head) == Tag::NNS || w_.tag(head) == Tag::NNPS;
    mention.type = head_label(core, head);
    const auto person = ontology_.schema.class_named("Person"), people = ontology_.schema.class_named("AgentGroup");
    if (mention.plural && people && mention.type == person) mention.type = people;  // "soldiers"
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

  const Words& w_;
  const ontology::Ontology& ontology_;
  Row row_;
  bool verb_seen_ = false;
};

}  // namespace

Row read_row(const Words& words, const Sentences& sentences, const ontology::Ontology& ontology) {
  Row row;
  row.dates = find_dates(words.document(), sentences.tokens, words.first(), words.last());
  Names names = find_names(words, ontology, row.dates, sentences.names);
  row.mentions = std::move(names.mentions);
  row.holdings = std::move(names.holdings);
  return RowReader(words, ontology, std::move(row)).run();
}

}  // namespace dossier::ingest
