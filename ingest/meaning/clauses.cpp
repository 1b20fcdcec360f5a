#include "ingest/meaning/clauses.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

/// Verbs that take a clause as what is said, thought or wanted.
bool takes_clause(std::string_view lemma) {
  constexpr auto verbs = std::to_array<std::string_view>(
      {"acknowledge", "add", "admit", "affirm", "agree", "allege", "announce", "argue", "assert", "assure", "believe", "claim",
       "conclude", "confirm", "declare", "demand", "deny", "emphasise", "emphasize", "ensure", "estimate", "expect", "explain",
       "hope", "indicate", "insist", "maintain", "mention", "note", "pledge", "point", "promise", "propose", "reaffirm",
       "recognise", "recognize", "reiterate", "remark", "report", "request", "reveal", "say", "state", "stress", "suggest",
       "tell", "think", "underline", "underscore", "urge", "vow", "warn", "write"});
  return std::ranges::binary_search(verbs, lemma);
}

class ClauseReader {
 public:
  ClauseReader(const Words& words, const Row& row) : w_(words), row_(row) {}

  Clauses run() {
    attach();
    for (std::uint32_t i = 0; i < row_.items.size(); ++i)
      if (kind(i) == ItemKind::verb) i = clause(i);
    return std::move(result_);
  }

 private:
  [[nodiscard]] ItemKind kind(std::uint32_t i) const { return i < row_.items.size() ? row_.items[i].kind : ItemKind::end; }
  [[nodiscard]] const VerbGroup& verb(std::uint32_t i) const { return row_.verbs[row_.items[i].index]; }
  [[nodiscard]] std::string preposition(std::uint32_t i) const { return w_.lower(row_.items[i].first); }
  [[nodiscard]] bool is_and(std::uint32_t i) const {
    if (kind(i) != ItemKind::conjunction) return false;
    const std::string word = w_.lower(row_.items[i].first);
    return word == "and" || word == "&" || word == "or" || word == "as";
  }

  // ---- groups

  /// The phrases joined with the one at item i; `end` is one past the last item.
  Group group_from(std::uint32_t i, std::uint32_t& end) const {
    Group group{row_.items[i].index};
    end = i + 1;
    Group list = group;
    std::uint32_t j = end;
    for (;;) {
      const bool comma = kind(j) == ItemKind::comma;
      std::uint32_t k = comma ? j + 1 : j;
      const bool joint = is_and(k);
      if (joint) ++k;
      if ((!comma && !joint) || kind(k) != ItemKind::phrase) break;
      if (joint && verb_follows(k) && !verb_follows_list(i)) break;
      list.push_back(row_.items[k].index);
      j = k + 1;
      if (joint) {
        group = list;
        end = j;
        if (kind(j) != ItemKind::comma && !is_and(j)) break;
      }
    }
    return group;
  }

  /// "… and [the talks] failed": the phrase after "and" is a subject of its own when a finite verb follows it
  [[nodiscard]] bool verb_follows(std::uint32_t phrase) const {
    if (kind(phrase + 1) != ItemKind::verb) return false;
    const VerbGroup& group = verb(phrase + 1);
    return !group.participle && !group.infinitive && !group.gerund;
  }
  [[nodiscard]] bool verb_follows_list(std::uint32_t first) const {
    return first == 0 || kind(first - 1) == ItemKind::comma || kind(first - 1) == ItemKind::subordinator || kind(first - 1) == ItemKind::that ||
           kind(first - 1) == ItemKind::verb || kind(first - 1) == ItemKind::quote ||
           (kind(first - 1) == ItemKind::preposition && preposition(first - 1) == "between");
  }

  /// The group that ends at item i, walking left; `begin` is its first item.
  Group group_back(std::uint32_t i, std::uint32_t& begin) const {
    for (std::uint32_t start = i >= 16 ? i - 16 : 0; start < i; ++start) {
      if (kind(start) != ItemKind::phrase) continue;
      std::uint32_t end = 0;
      Group group = group_from(start, end);
      if (end == i + 1 && group.size() > 1) {
        begin = start;
        return group;
      }
    }
    begin = i;
    return {row_.items[i].index};
  }

  // ---- adjuncts

  /// The preposition at item i with what follows it.
  std::optional<Adjunct> adjunct(std::uint32_t i, std::uint32_t& end) const {
    if (kind(i) != ItemKind::preposition) return std::nullopt;
    Adjunct found;
    found.preposition = preposition(i);
    std::uint32_t j = i + 1;
    while (kind(j) == ItemKind::adverb || kind(j) == ItemKind::quote || kind(j) == ItemKind::other) ++j;
    if (kind(j) == ItemKind::date) {
      found.date = row_.items[j].index;
      end = j + 1;
      return found;
    }
    if (kind(j) != ItemKind::phrase) return std::nullopt;
    found.group = group_from(j, end);
    return found;
  }

  /// What follows each phrase without a verb between.
  void attach() {
    for (std::uint32_t i = 0; i < row_.items.size(); ++i) {
      if (kind(i) != ItemKind::phrase) continue;
      Attachment attachment;
      attachment.phrase = row_.items[i].index;
      std::uint32_t j = i + 1;
      for (;;) {
        while (kind(j) == ItemKind::quote || kind(j) == ItemKind::other) j = past_brackets(j);
        std::uint32_t end = 0;
        if (kind(j) == ItemKind::comma && kind(j + 1) == ItemKind::preposition && j + 1 < row_.items.size()) {
          if (adjunct(j + 1, end) && preposition(j + 1) == "including") ++j;
        }
        auto next = adjunct(j, end);
        if (!next) break;
        const bool of_another = next->preposition == "of" && j != i + 1;  // "of" belongs to what stands right before it
        if (!of_another) attachment.adjuncts.push_back(std::move(*next));
        j = end;
      }
      if (!attachment.adjuncts.empty()) result_.attachments.push_back(std::move(attachment));
    }
  }

  /// One past item j, or past the bracket that opens there: "the Leaders' Summit (NALS) on January 9"
  [[nodiscard]] std::uint32_t past_brackets(std::uint32_t j) const {
    if (w_.word(row_.items[j].first) != "(") return j + 1;
    for (std::uint32_t k = j + 1; k < row_.items.size() && k < j + 6; ++k)
      if (w_.word(row_.items[k].first) == ")") return k + 1;
    return j + 1;
  }

  /// "On April 13, 2023, [the advisor] convened …": what stands before the subject belongs to the clause too.
  void leading(std::uint32_t subject, Clause& clause) const {
    if (subject == 0 || kind(subject - 1) != ItemKind::comma) return;
    std::uint32_t begin = subject - 1;
    while (begin > 0 && (kind(begin - 1) == ItemKind::preposition || kind(begin - 1) == ItemKind::phrase || kind(begin - 1) == ItemKind::date)) --begin;
    if (begin > 0 && kind(begin - 1) != ItemKind::comma && kind(begin - 1) != ItemKind::quote) return;
    if (begin > 0 && kind(begin) != ItemKind::preposition) return;
    for (std::uint32_t j = begin; j < subject - 1;) {
      std::uint32_t end = j + 1;
      if (kind(j) == ItemKind::date) clause.adjuncts.push_back({"on", {}, row_.items[j].index});
      else if (auto found = adjunct(j, end)) clause.adjuncts.push_back(std::move(*found));
      j = end;
    }
  }

  // ---- clauses

  /// Whether the verb at item i goes on with what the clause's last verb began: "pledged | to continue | strengthening".
  [[nodiscard]] bool continues(std::uint32_t i, std::uint32_t previous) const {
    if (kind(i) != ItemKind::verb) return false;
    const VerbGroup& group = verb(i);
    (void)previous;
    return group.infinitive || group.gerund;
  }

  std::uint32_t clause(std::uint32_t i) {
    Clause clause;
    clause.first = i;
    clause.chain.push_back(row_.items[i].index);
    std::uint32_t j = i + 1;
    for (;;) {
      while (kind(j) == ItemKind::adverb) ++j;
      if (continues(j, i)) {
        clause.chain.push_back(row_.items[j].index);
        ++j;
      } else if (kind(j) == ItemKind::preposition && kind(j + 1) == ItemKind::verb && verb(j + 1).gerund && (preposition(j) == "to" || preposition(j) == "on" || preposition(j) == "toward" || preposition(j) == "towards" || preposition(j) == "in")) {
        clause.chain.push_back(row_.items[j + 1].index);  // "committed to meeting", "focus on resuming"
        j += 2;
      } else {
        break;
      }
    }
    find_subject(i, clause);
    // "efforts to resume", "plans to achieve": the infinitive belongs to the object's noun and goes on with the chain
    std::uint32_t end = right_of(j, clause);
    clause.last = end;
    turn_passive(clause);
    share_circumstances(clause);
    result_.clauses.push_back(std::move(clause));
    return end - 1;
  }

  /// "announced plans | to achieve this during a briefing in Seoul": where and when is said of the announcing too.
  void share_circumstances(const Clause& clause) {
    if (result_.clauses.empty() || !row_.verbs[clause.chain.front()].infinitive) return;
    Clause& main = result_.clauses.back();
    if (main.last != clause.first || main.object.empty()) return;
    for (const Adjunct& found : clause.adjuncts)
      if (found.preposition == "during" || found.preposition == "at" || found.preposition == "in" || found.preposition == "on") main.adjuncts.push_back(found);
  }

  /// Objects and adjuncts from item j on; returns the first item that is not of this clause.
  std::uint32_t right_of(std::uint32_t j, Clause& clause) {
    bool object_open = true;
    const std::uint32_t begin = j;
    for (; j < row_.items.size();) {
      std::uint32_t end = 0;
      switch (kind(j)) {
        case ItemKind::phrase: {
          if (!object_open || subject_of_next(j, begin)) return j;
          clause.object = group_from(j, end);
          object_open = false;
          j = end;
          if (kind(j) == ItemKind::verb && verb(j).infinitive && extends_object(clause)) {
            // "continue efforts to resume [exchanges]": the last verb of the chain has the object
            clause.chain.push_back(row_.items[j].index);
            clause.object.clear();
            object_open = true;
            ++j;
          }
          continue;
        }
        case ItemKind::preposition: {
          auto found = adjunct(j, end);
          if (!found) return j;
          clause.adjuncts.push_back(std::move(*found));
          if (clause.object.empty()) object_open = false;
          j = end;
          continue;
        }
        case ItemKind::date: {
          clause.adjuncts.push_back({"on", {}, row_.items[j].index});
          ++j;
          continue;
        }
        case ItemKind::adverb:
        case ItemKind::quote: ++j; continue;
        case ItemKind::comma:
          if (kind(j + 1) == ItemKind::preposition && adjunct(j + 1, end) && kind(end) != ItemKind::verb && kind(end) != ItemKind::comma) {
            ++j;
            continue;
          }
          return j;
        default: return j;
      }
    }
    return j;
  }

  /// "said [it] will": the phrase after the verb has a finite verb of its own.
  [[nodiscard]] bool subject_of_next(std::uint32_t i, std::uint32_t) const {
    std::uint32_t end = 0;
    group_from(i, end);
    std::uint32_t j = end;
    while (kind(j) == ItemKind::adverb || (kind(j) == ItemKind::preposition && adjunct(j, end))) j = kind(j) == ItemKind::adverb ? j + 1 : end;
    if (kind(j) != ItemKind::verb) return false;
    const VerbGroup& group = verb(j);
    return !group.infinitive && !group.gerund && !group.participle;
  }

  /// Nouns that say no more than the verb after them: "efforts to resume", "plans to achieve".
  [[nodiscard]] bool extends_object(const Clause& clause) const {
    if (clause.object.size() != 1) return false;
    constexpr auto nouns = std::to_array<std::string_view>({"commitment", "effort", "efforts", "intention", "plan", "plans", "steps", "willingness", "work"});
    return std::ranges::binary_search(nouns, std::string_view(w_.lower(row_.phrases[clause.object.front()].head)));
  }

  void find_subject(std::uint32_t i, Clause& clause) {
    const VerbGroup& group = verb(i);
    std::uint32_t j = i;
    bool comma = false;
    const Clause* before = result_.clauses.empty() ? nullptr : &result_.clauses.back();
    while (j > 0) {
      --j;
      switch (kind(j)) {
        case ItemKind::adverb:
        case ItemKind::quote: continue;
        case ItemKind::date: if (j > 0 && kind(j - 1) == ItemKind::preposition) --j; continue;
        case ItemKind::phrase: {
          std::uint32_t begin = j;
          const Group found = group_back(j, begin);
          if (begin > 0 && kind(begin - 1) == ItemKind::preposition && !(group.participle && !group.passive && !comma)) {
            if (opens_sentence(begin - 1)) {  // "Following the visit, the Minister said"
              if (!comma) return;
              j = begin - 1;
              continue;
            }
            j = begin - 1;
            continue;
          }
          if (group.gerund && comma) break;
          leading(begin, clause);
          clause.subject = found;
          nest(begin, clause);
          return;
        }
        case ItemKind::relative: {
          std::uint32_t k = j;
          while (k > 0 && (kind(k - 1) == ItemKind::comma || kind(k - 1) == ItemKind::quote)) --k;
          if (k > 0 && kind(k - 1) == ItemKind::phrase) {
            std::uint32_t begin = 0;
            clause.subject = group_back(k - 1, begin);
          }
          return;
        }
        case ItemKind::conjunction:
          if (before != nullptr && before->last >= j - 1) {
            clause.subject = before->subject;
            clause.inside = before->inside;
            share_chain(*before, clause);
          }
          return;
        case ItemKind::comma:
          if (comma || group.gerund || group.participle) break;
          if (before != nullptr && before->last == j && before->first > 0 && kind(before->first - 1) == ItemKind::relative) {
            clause.subject = before->subject;  // "Norway, which signed it, left"
            return;
          }
          comma = true;
          if (const std::uint32_t open = insertion(j)) j = open;
          continue;
        case ItemKind::verb:
        case ItemKind::that:
        case ItemKind::subordinator: inverted(i, clause); nest(j + 1, clause); return;
        default: continue;
      }
      break;
    }
    if ((group.gerund || group.participle) && before != nullptr) {
      if (group.gerund) clause.subject = before->subject;
      return;
    }
    inverted(i, clause);
  }

  /// "…," said [Kim]
  void inverted(std::uint32_t i, Clause& clause) const {
    if (!takes_clause(verb(i).lemma) || kind(i + 1) != ItemKind::phrase || verb(i).infinitive || verb(i).gerund) return;
    std::uint32_t end = 0;
    const Group found = group_from(i + 1, end);
    if (kind(end) == ItemKind::verb && !verb(end).participle) return;
    clause.subject = found;
  }

  /// "to strengthen X and maintain Y": the second verb stands in the first one's chain.
  void share_chain(const Clause& before, Clause& clause) const {
    const VerbGroup& group = row_.verbs[clause.chain.front()];
    const VerbGroup& first = row_.verbs[before.chain.front()];
    const bool bare = w_.tag(group.verb) == Tag::VB || w_.tag(group.verb) == Tag::VBP;
    if (!group.modal.empty() || group.past || !bare) return;
    if (before.chain.size() > 1) {
      clause.chain.insert(clause.chain.begin(), before.chain.begin(), before.chain.end() - 1);
    } else if (!first.modal.empty()) {
      clause.chain.insert(clause.chain.begin(), before.chain.front());
    }
  }

  [[nodiscard]] bool opens_sentence(std::uint32_t i) const {
    return i == 0 || kind(i - 1) == ItemKind::subordinator || kind(i - 1) == ItemKind::that;
  }

  /// The comma that opens the insertion which closes at comma j: "Basya, a spokesman, said"; 0 when there is none.
  [[nodiscard]] std::uint32_t insertion(std::uint32_t j) const {
    for (std::uint32_t k = j; k-- > 1 && j - k < 14;) {
      if (kind(k) == ItemKind::verb && !verb(k).participle) return 0;
      if (kind(k) == ItemKind::comma && kind(k - 1) == ItemKind::phrase) {
        std::uint32_t begin = 0;
        return group_back(j - 1, begin).size() > 1 && begin < k ? 0 : k;
      }
    }
    return 0;
  }

  /// The clause before this one says it, when that one's verb takes a clause and ends where this one's subject begins.
  void nest(std::uint32_t begin, Clause& clause) {
    std::uint32_t j = begin;
    while (j > 0 && (kind(j - 1) == ItemKind::that || kind(j - 1) == ItemKind::quote || kind(j - 1) == ItemKind::adverb || kind(j - 1) == ItemKind::comma)) --j;
    if (j > 0 && kind(j - 1) == ItemKind::subordinator) {
      const std::string word = w_.lower(row_.items[j - 1].first);
      clause.conditional = word == "if" || word == "unless" || word == "whether";
    }
    if (result_.clauses.empty()) return;
    const Clause& before = result_.clauses.back();
    const VerbGroup& said = row_.verbs[before.chain.back()];
    const bool that = j < begin && kind(j) == ItemKind::that;
    if (before.last >= j && before.first < begin && (takes_clause(said.lemma) || that)) clause.inside = static_cast<std::uint32_t>(result_.clauses.size() - 1);
    else if (before.inside != nowhere && before.last >= begin - 1) clause.inside = before.inside;
  }

  void turn_passive(Clause& clause) const {
    const VerbGroup& last = row_.verbs[clause.chain.back()];
    const bool reduced = last.participle && clause.object.empty();
    if (!last.passive && !reduced) return;
    Group agent;
    for (auto& found : clause.adjuncts)
      if (found.preposition == "by" && found.date == nowhere) agent = found.group;
    clause.object = clause.subject;
    clause.subject = agent;
  }

  const Words& w_;
  const Row& row_;
  Clauses result_;
};

}  // namespace

Clauses read_clauses(const Words& words, const Row& row) { return ClauseReader(words, row).run(); }

}  // namespace dossier::ingest
