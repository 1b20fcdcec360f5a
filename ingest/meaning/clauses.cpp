#include "ingest/meaning/clauses.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/language/language_model.h"
#include "ingest/meaning/tree.h"

namespace dossier::ingest {
namespace {

constexpr unsigned deepest = 16;  ///< how far a shared subject is followed

/// Verbs whose object does what the verb behind it says: "urged [Iceland] to open".
bool controls_by_object(std::string_view lemma) {
  constexpr auto verbs = std::to_array<std::string_view>(
      {"advise", "allow", "ask", "beg", "call", "challenge", "command", "convince", "direct", "enable", "encourage", "expect", "forbid", "force",
       "get", "help", "instruct", "invite", "lead", "let", "make", "oblige", "order", "permit", "persuade", "press", "pressure", "prompt", "push",
       "remind", "request", "require", "see", "summon", "task", "tell", "urge", "want", "warn"});
  return std::ranges::binary_search(verbs, lemma);
}

/// Nouns that say no more than the verb after them: "efforts to resume", "plans to achieve".
bool only_leads_on(std::string_view noun) {
  constexpr auto nouns = std::to_array<std::string_view>({"commitment", "decision", "effort", "intention", "plan", "pledge", "promise", "readiness", "step", "willingness", "work"});
  return std::ranges::binary_search(nouns, noun);
}

/// Verbs of speech that stand behind or inside of what is said: "…, the minister added".
bool says(std::string_view lemma) {
  constexpr auto verbs = std::to_array<std::string_view>({"acknowledge", "add", "admit", "affirm", "announce", "argue", "assert", "believe", "claim", "comment", "conclude", "confirm",
                                                          "continue", "declare", "emphasise", "emphasize", "explain", "insist", "maintain", "note", "observe", "reiterate", "remark",
                                                          "report", "reveal", "say", "state", "stress", "suggest", "tell", "think", "underline", "underscore", "warn", "write"});
  return std::ranges::binary_search(verbs, lemma);
}

bool says_where_or_when(std::string_view preposition) { return preposition == "in" || preposition == "at" || preposition == "on"; }

class ClauseReader {
 public:
  ClauseReader(const Words& words, const Sentences& sentences, const Row& row)
      : w_(words), sentences_(sentences), row_(row), tree_(words), phrase_at_(words.last() - words.first(), nowhere), date_at_(phrase_at_), verb_at_(phrase_at_), clause_at_(phrase_at_) {
    for (std::uint32_t p = 0; p < row.phrases.size(); ++p)
      for (std::uint32_t i = row.phrases[p].first; i < row.phrases[p].last; ++i)
        if (std::uint32_t& at = phrase_at_[i - w_.first()]; at == nowhere || size_of(p) < size_of(at)) at = p;
    for (std::uint32_t d = 0; d < row.dates.size(); ++d)
      for (std::uint32_t i = row.dates[d].first; i < row.dates[d].last; ++i) date_at_[i - w_.first()] = d;
  }

  Clauses run() {
    for (std::uint32_t i = w_.first(); i < w_.last(); ++i)
      if (is_predicate(i)) at(verb_at_, i) = add_verb(i);
    for (std::uint32_t i = w_.first(); i < w_.last(); ++i)
      if (at(verb_at_, i) != nowhere && !goes_on(i)) add_clause(i);
    for (std::uint32_t i = w_.first(); i < w_.last(); ++i)
      if (const std::uint32_t c = at(clause_at_, i); c != nowhere) nest(i, result_.clauses[c]);
    share_circumstances();
    for (std::uint32_t i = w_.first(); i < w_.last(); ++i)
      if (tree_.has_relation(i, {Relation::appos, Relation::nsubj})) add_apposition(i);
    attach();
    return std::move(result_);
  }

 private:
  // ---- words

  [[nodiscard]] std::uint32_t size_of(std::uint32_t p) const { return row_.phrases[p].last - row_.phrases[p].first; }
  [[nodiscard]] std::uint32_t& at(std::vector<std::uint32_t>& column, std::uint32_t i) const { return column[i - w_.first()]; }
  [[nodiscard]] std::uint32_t at(const std::vector<std::uint32_t>& column, std::uint32_t i) const { return column[i - w_.first()]; }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const { return sentences_.lemma(i); }
  [[nodiscard]] std::uint32_t cop(std::uint32_t i) const { return tree_.child(i, {Relation::cop}); }

  /// A verb that says something of its own, or a noun or adjective that a copula says.
  [[nodiscard]] bool is_predicate(std::uint32_t i) const {
    if (cop(i) != Tree::nothing) return true;
    if (!is_verb(w_.tag(i))) return false;
    if (tree_.has_relation(i, {Relation::aux, Relation::aux_pass, Relation::cop, Relation::amod, Relation::compound, Relation::case_, Relation::fixed, Relation::flat, Relation::mark}))
      return false;
    // a participle inside of a noun phrase belongs to it
    const std::uint32_t p = at(phrase_at_, i);
    return p == nowhere || row_.phrases[p].head == i || i >= row_.phrases[p].head;
  }

  [[nodiscard]] bool is_relative_pronoun(std::uint32_t i) const {
    const Tag tag = w_.tag(i);
    return tag == Tag::WDT || tag == Tag::WP || (w_.lower(i) == "that" && tree_.has_relation(i, {Relation::nsubj, Relation::nsubj_pass, Relation::obj, Relation::obl}));
  }

  // ---- verbs

  std::uint32_t add_verb(std::uint32_t i) {
    VerbGroup group;
    const std::uint32_t copula = cop(i);
    group.verb = copula == Tree::nothing ? i : copula;
    group.first = std::min(i, group.verb);
    group.last = group.verb + 1;
    group.lemma = lemma(group.verb);
    bool be = false, have = false;
    const Tag tag = w_.tag(group.verb);
    for (const std::uint32_t c : tree_.children(i)) {
      const Relation relation = tree_.relation(c);
      if (relation == Relation::aux || relation == Relation::aux_pass) {
        group.first = std::min(group.first, c);
        const std::string word = w_.lower(c);
        if (w_.tag(c) == Tag::MD) group.modal = word == "'ll" || word == "’ll" || word == "shall" || word == "wo" ? "will" : word;
        be |= lemma(c) == "be" || relation == Relation::aux_pass;
        have |= lemma(c) == "have";
        group.passive |= relation == Relation::aux_pass;
        group.past |= w_.tag(c) == Tag::VBD;
        group.infinitive |= word == "to";
      } else if (relation == Relation::mark && w_.lower(c) == "to" && tag != Tag::VBG) {
        group.infinitive = true;
        group.first = std::min(group.first, c);
      } else if (relation == Relation::advmod || relation == Relation::det) {
        const std::string word = w_.lower(c);
        group.negated |= word == "not" || word == "n't" || word == "n’t" || word == "never" || (relation == Relation::advmod && word == "no");
      } else if (relation == Relation::compound_prt && copula == Tree::nothing) {
        group.lemma += ' ' + w_.lower(c);
        group.last = std::max(group.last, c + 1);
      } else if (relation == Relation::nsubj_pass) {
        group.passive = true;
      }
    }
    group.past |= tag == Tag::VBD || (tag == Tag::VBN && have);
    group.gerund = tag == Tag::VBG && !be && !group.infinitive;
    group.participle = tag == Tag::VBN && !be && !have && group.modal.empty() && copula == Tree::nothing;
    if (copula != Tree::nothing) turn_state(i, group);
    result_.verbs.push_back(std::move(group));
    return static_cast<std::uint32_t>(result_.verbs.size() - 1);
  }

  /// "is committed to", where the tagger sees an adjective, is the passive of its verb.
  void turn_state(std::uint32_t i, VerbGroup& group) const {
    const std::string word = w_.lower(i);
    if (!is_adjective(w_.tag(i)) || word.size() < 5 || !word.ends_with("ed")) return;
    const std::string verb = english().lemma(word, Tag::VBN);
    if (verb == word) return;
    group.lemma = verb;
    group.passive = true;
    group.verb = i;
    group.last = i + 1;
  }

  [[nodiscard]] const VerbGroup& verb(std::uint32_t i) const { return result_.verbs[at(verb_at_, i)]; }
  [[nodiscard]] bool is_state(std::uint32_t i) const { return cop(i) != Tree::nothing && verb(i).lemma == "be"; }

  // ---- chains

  /// The verb that `i` goes on with, sharing its subject: "pledged [to continue]", "plans [to achieve]"; else nothing.
  [[nodiscard]] std::uint32_t goes_on_from(std::uint32_t i) const {
    const std::uint32_t h = tree_.head(i);
    if (h == Tree::nothing) return h;
    if (tree_.child(i, {Relation::nsubj, Relation::nsubj_pass}) != Tree::nothing) return Tree::nothing;
    const VerbGroup& group = verb(i);
    if (tree_.relation(i) == Relation::acl && group.infinitive && only_leads_on(lemma(h)) && tree_.has_relation(h, {Relation::obj, Relation::obl})) {
      const std::uint32_t above = tree_.head(h);
      return above != Tree::nothing && at(verb_at_, above) != nowhere ? above : Tree::nothing;
    }
    if (at(verb_at_, h) == nowhere) return Tree::nothing;
    const bool has_object = tree_.child(h, {Relation::obj, Relation::iobj}) != Tree::nothing;
    if (tree_.relation(i) == Relation::xcomp) return has_object || (verb(h).passive && controls_by_object(verb(h).lemma)) ? Tree::nothing : h;
    if (has_object || is_state(h)) return Tree::nothing;
    if (tree_.has_relation(i, {Relation::advcl, Relation::ccomp, Relation::obl}) && w_.tag(i) == Tag::VBG && i > h) {
      const std::uint32_t mark = tree_.child(i, {Relation::mark, Relation::case_});
      if (mark == Tree::nothing) return tree_.relation(i) == Relation::ccomp ? h : Tree::nothing;
      const std::string word = w_.lower(mark);
      return word == "to" || word == "on" || word == "toward" || word == "towards" || word == "in" ? h : Tree::nothing;
    }
    return Tree::nothing;
  }

  /// Whether another verb goes on with what this one begins, so that it makes no clause by itself.
  [[nodiscard]] bool goes_on(std::uint32_t i) const {
    for (const std::uint32_t c : tree_.children(i)) {
      if (at(verb_at_, c) != nowhere && goes_on_from(c) == i) return true;
      for (const std::uint32_t cc : tree_.children(c))
        if (at(verb_at_, cc) != nowhere && tree_.relation(cc) == Relation::acl && goes_on_from(cc) == i) return true;
    }
    return false;
  }

  /// The verbs of the chain that ends with `i`, outermost first.
  [[nodiscard]] std::vector<std::uint32_t> chain_to(std::uint32_t i) const {
    std::vector<std::uint32_t> chain{i};
    for (std::uint32_t at = i; chain.size() < deepest;) {
      const std::uint32_t before = goes_on_from(at);
      if (before != Tree::nothing) {
        chain.insert(chain.begin(), at = before);
        continue;
      }
      // "to strengthen X and maintain Y", "will meet X and visit Y": the second stands in the first one's chain
      const std::uint32_t first = tree_.relation(at) == Relation::conj ? tree_.head(at) : Tree::nothing;
      if (first == Tree::nothing || this->at(verb_at_, first) == nowhere || !shares_start(at, first)) break;
      const std::uint32_t over = goes_on_from(first);
      if (over == Tree::nothing) break;
      chain.insert(chain.begin(), at = over);
    }
    return chain;
  }

  [[nodiscard]] bool shares_start(std::uint32_t second, std::uint32_t first) const {
    const VerbGroup& a = verb(first);
    const VerbGroup& b = verb(second);
    if (tree_.child(second, {Relation::nsubj, Relation::nsubj_pass}) != Tree::nothing) return false;
    return b.modal.empty() && !b.past && (w_.tag(b.verb) == w_.tag(a.verb) || w_.tag(b.verb) == Tag::VB || w_.tag(b.verb) == Tag::VBP);
  }

  // ---- groups

  /// The phrases that `i` and what is joined with it stand in.
  [[nodiscard]] Group group_of(std::uint32_t i) const {
    Group group;
    collect(i, group, 0);
    return group;
  }

  void collect(std::uint32_t i, Group& group, unsigned depth) const {
    const std::uint32_t p = at(phrase_at_, i);
    if (p != nowhere) {
      if (std::ranges::find(group, p) != group.end()) return;
      group.push_back(p);
    }
    if (depth == deepest) return;
    const auto below = [&](std::uint32_t token) {
      for (const std::uint32_t c : tree_.children(token))
        if (tree_.relation(c) == Relation::conj && (at(verb_at_, c) == nowhere || cop(c) != Tree::nothing || at(phrase_at_, c) != nowhere)) collect(c, group, depth + 1);
    };
    below(i);
    if (p == nowhere) return;
    for (std::uint32_t t = row_.phrases[p].first; t < row_.phrases[p].last; ++t)  // a name's words may hang on another than its head
      if (t != i && at(phrase_at_, t) == p && !tree_.is_root(t) && tree_.head(t) >= row_.phrases[p].first && tree_.head(t) < row_.phrases[p].last) below(t);
  }

  // ---- subjects

  /// The subject's word; of two the second where the first is a dateline: "SEOUL – Three ministries announced …".
  [[nodiscard]] std::uint32_t subject_of(std::uint32_t i) const {
    for (const std::uint32_t c : tree_.children(i)) {
      if (!tree_.has_relation(c, {Relation::nsubj, Relation::nsubj_pass, Relation::nsubj_outer})) continue;
      const std::uint32_t p = at(phrase_at_, c);
      const bool dateline = p != nowhere && row_.phrases[p].first == w_.first() && w_.is_dash(row_.phrases[p].last);
      const auto more = [&](std::uint32_t other) { return other > c && tree_.has_relation(other, {Relation::nsubj, Relation::nsubj_pass}); };
      if (!dateline || std::ranges::none_of(tree_.children(i), more)) return c;
    }
    return Tree::nothing;
  }

  [[nodiscard]] Group surface_subject(std::uint32_t i, unsigned depth) const {
    if (depth == deepest) return {};
    const std::uint32_t subject = subject_of(i);
    const std::uint32_t h = tree_.head(i);
    const Relation relation = tree_.relation(i);
    if (subject != Tree::nothing) {
      if (relation == Relation::acl_relcl && is_relative_pronoun(subject)) return group_of(h);
      if (relation == Relation::advcl_relcl && is_relative_pronoun(subject)) return before_comma(subject);
      return group_of(subject);
    }
    if (h == Tree::nothing) return {};
    const bool verb_above = at(verb_at_, h) != nowhere;
    switch (relation) {
      case Relation::acl_relcl: return group_of(h);
      case Relation::acl: {
        if (!verb(i).infinitive) return group_of(h);
        const std::uint32_t p = at(phrase_at_, h);
        if (p != nowhere && row_.phrases[p].owner != nowhere) return {row_.phrases[p].owner};
        // "a plan to end the war" is its maker's, "a committee to fight drugs" fights itself
        const std::uint32_t above = tree_.head(h);
        if (!only_leads_on(lemma(h))) return group_of(h);
        return above != Tree::nothing && at(verb_at_, above) != nowhere && tree_.relation(h) == Relation::obj ? surface_subject(above, depth + 1) : Group();
      }
      case Relation::xcomp: {
        if (!verb_above) return {};
        const std::uint32_t object = tree_.child(h, {Relation::obj, Relation::iobj});
        return object != Tree::nothing && controls_by_object(verb(h).lemma) ? group_of(object) : surface_subject(h, depth + 1);
      }
      case Relation::conj:
      case Relation::advcl:
      case Relation::ccomp: return verb_above ? surface_subject(h, depth + 1) : Group();
      default: return {};
    }
  }

  /// ", which …" that the tree hangs on a verb: what stands before the comma, as a whole.
  [[nodiscard]] Group before_comma(std::uint32_t pronoun) const {
    if (pronoun < w_.first() + 2 || w_.word(pronoun - 1) != ",") return {};
    const std::uint32_t p = at(phrase_at_, pronoun - 2);
    if (p == nowhere) return {};
    std::uint32_t top = tree_.top(row_.phrases[p].first, row_.phrases[p].last);
    while (tree_.relation(top) == Relation::conj) top = tree_.head(top);
    return group_of(top);
  }

  [[nodiscard]] bool is_passive(std::uint32_t i) const {
    const VerbGroup& group = verb(i);
    if (group.passive) return true;
    if (!group.participle) return false;
    const std::uint32_t h = tree_.head(i);
    if (tree_.relation(i) == Relation::conj && h != Tree::nothing && at(verb_at_, h) != nowhere) return is_passive(h);
    return tree_.child(i, {Relation::nsubj}) == Tree::nothing && tree_.child(i, {Relation::obj}) == Tree::nothing;
  }

  // ---- adjuncts

  /// "according to", "in", "with"; empty without one.
  [[nodiscard]] std::string preposition(std::uint32_t i) const {
    const std::uint32_t mark = tree_.child(i, {Relation::case_});
    if (mark == Tree::nothing) return {};
    std::string word = w_.lower(mark);
    for (const std::uint32_t c : tree_.children(mark))
      if (tree_.relation(c) == Relation::fixed) word += ' ' + w_.lower(c);
    return word;
  }

  void add_adjunct(std::vector<Adjunct>& to, std::uint32_t i) const {
    Adjunct found;
    found.preposition = preposition(i);
    if (const std::uint32_t date = at(date_at_, i); date != nowhere) {
      if (found.preposition.empty()) found.preposition = "on";
      found.date = date;
    } else {
      found.group = group_of(i);
      if (found.group.empty() || found.preposition.empty()) return;
    }
    to.push_back(std::move(found));
  }

  /// What hangs on verb `i`.
  void verb_adjuncts(std::uint32_t i, std::vector<Adjunct>& to) const {
    for (const std::uint32_t c : tree_.children(i)) {
      const Relation relation = tree_.relation(c);
      if (relation == Relation::obl || relation == Relation::obl_agent || relation == Relation::obl_unmarked || relation == Relation::nmod) {
        if (tree_.relation(i) == Relation::acl_relcl && is_relative_pronoun(c)) {  // "the summit at which they met"
          if (const std::string word = preposition(c); !word.empty()) to.push_back({word, group_of(tree_.head(i)), nowhere});
        } else {
          add_adjunct(to, c);
        }
      } else if (relation == Relation::iobj && tree_.child(i, {Relation::obj}) != Tree::nothing) {
        to.push_back({"to", group_of(c), nowhere});
      } else if (at(date_at_, c) != nowhere && relation != Relation::nsubj && relation != Relation::obj) {
        add_adjunct(to, c);
      } else if (relation == Relation::advmod && w_.lower(c) == "where" && tree_.relation(i) == Relation::acl_relcl) {
        to.push_back({"in", group_of(tree_.head(i)), nowhere});
      }
    }
  }

  /// What hangs on the words of phrase `p`, in order.
  void phrase_adjuncts(std::uint32_t p, std::vector<Adjunct>& to) const {
    const Phrase& phrase = row_.phrases[p];
    std::vector<std::uint32_t> found;
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (at(phrase_at_, t) != p) continue;
      for (const std::uint32_t c : tree_.children(t))
        if ((c < phrase.first || c >= phrase.last) && (tree_.has_relation(c, {Relation::nmod, Relation::obl, Relation::nmod_unmarked, Relation::nmod_desc}) || at(date_at_, c) != nowhere) && cop(t) == Tree::nothing)
          found.push_back(c);
    }
    std::ranges::sort(found);
    for (const std::uint32_t c : found)
      if (c > phrase.first) {
        add_adjunct(to, c);
        add_circumstances(c, to);
      }
  }

  /// "a briefing on policies for 2022 in [Seoul] on [Monday]": places and times at the end may be of the first noun, but "the
  /// situation in Aleppo" holds together.
  void add_circumstances(std::uint32_t i, std::vector<Adjunct>& to) const {
    for (const std::uint32_t c : tree_.children(i)) {
      if (c < i || !tree_.has_relation(c, {Relation::nmod, Relation::nmod_unmarked, Relation::obl})) continue;
      if (at(date_at_, c) != nowhere || (says_where_or_when(preposition(c)) && begin_below(c) != i + 1)) add_adjunct(to, c);
      add_circumstances(c, to);
    }
  }

  /// The first of the tokens right below `i` and itself: of a phrase, its preposition.
  [[nodiscard]] std::uint32_t begin_below(std::uint32_t i) const {
    std::uint32_t begin = i;
    for (const std::uint32_t c : tree_.children(i)) begin = std::min(begin, c);
    return begin;
  }

  // ---- clauses

  /// What an apposition stands beside; a second subject between commas, "Norway, [a member], left", is one too.
  [[nodiscard]] std::uint32_t named_by(std::uint32_t i) const {
    const std::uint32_t h = tree_.head(i);
    if (h == Tree::nothing || tree_.relation(i) == Relation::appos) return h;
    const std::uint32_t first = tree_.child(h, {Relation::nsubj});
    return first < i && w_.word(begin_below(i)) == "," ? first : Tree::nothing;
  }

  /// "Basya, a spokesman for the army, …" says what "Basya is a spokesman for the army" says.
  void add_apposition(std::uint32_t i) {
    const std::uint32_t h = named_by(i);
    const std::uint32_t p = at(phrase_at_, i);
    if (h == Tree::nothing || p == nowhere || at(phrase_at_, h) == p || is_proper(w_.tag(i))) return;
    VerbGroup group;
    group.first = group.last = group.verb = i;
    group.lemma = "be";
    result_.verbs.push_back(std::move(group));
    Clause clause;
    clause.chain.push_back(static_cast<std::uint32_t>(result_.verbs.size() - 1));
    clause.subject = {at(phrase_at_, h)};
    if (clause.subject.front() == nowhere) return;
    clause.object = {p};
    clause.said_of = row_.phrases[p].head;
    phrase_adjuncts(p, clause.adjuncts);
    result_.clauses.push_back(std::move(clause));
  }

  void add_clause(std::uint32_t i) {
    Clause clause;
    const auto chain = chain_to(i);
    for (const std::uint32_t v : chain) clause.chain.push_back(at(verb_at_, v));
    share_modal(chain.front());
    clause.subject = surface_subject(chain.front(), 0);
    if (is_state(i) && tree_.child(i, {Relation::case_}) != Tree::nothing) {
      clause.copula = true;
      add_adjunct(clause.adjuncts, i);  // "is [in Oslo]", "is [about trade]"
    } else if (is_state(i)) {
      clause.said_of = i;
      clause.object = group_of(i);
    } else {
      clause.object = object_of(i);
    }
    for (const std::uint32_t c : tree_.children(i))
      if (tree_.relation(c) == Relation::xcomp && at(verb_at_, c) == nowhere) clause.complement = group_of(c);
    for (auto v = chain.rbegin(); v != chain.rend(); ++v) verb_adjuncts(*v, clause.adjuncts);
    if (clause.subject.empty()) give_subject_back(clause, chain.front());
    if (is_passive(i)) turn_passive(clause);
    Group heads = is_state(i) ? Group() : clause.object;  // what hangs on a noun that the copula says hangs on the verb already
    heads.insert(heads.end(), clause.complement.begin(), clause.complement.end());
    for (const std::uint32_t p : heads) {
      std::vector<Adjunct> of_object;
      phrase_adjuncts(p, of_object);
      for (Adjunct& found : of_object)
        if (found.preposition != "of") clause.adjuncts.push_back(std::move(found));
    }
    clause.conditional = is_conditional(chain.front());
    at(clause_at_, i) = static_cast<std::uint32_t>(result_.clauses.size());
    result_.clauses.push_back(std::move(clause));
  }

  /// "After long talks, Peru and Chile signed it": where the tree joins the subject with what stands before the comma, the verb has none.
  void give_subject_back(Clause& clause, std::uint32_t start) const {
    if (!tree_.is_root(start) || verb(start).infinitive) return;
    for (Adjunct& adjunct : clause.adjuncts) {
      if (adjunct.group.size() < 2 || row_.phrases[adjunct.group.back()].last != verb(start).first || w_.word(row_.phrases[adjunct.group.front()].last) != ",") continue;
      clause.subject.assign(adjunct.group.begin() + 1, adjunct.group.end());
      adjunct.group.resize(1);
      return;
    }
  }

  /// "will meet X and visit Y", "has met X and visited Y": the auxiliary stands once.
  void share_modal(std::uint32_t start) {
    const std::uint32_t first = tree_.relation(start) == Relation::conj ? tree_.head(start) : Tree::nothing;
    if (first != Tree::nothing && at(verb_at_, first) != nowhere && shares_start(start, first)) {
      VerbGroup& group = result_.verbs[at(verb_at_, start)];
      const VerbGroup& before = verb(first);
      if (group.modal.empty()) group.modal = before.modal;
      group.infinitive |= before.infinitive && w_.tag(group.verb) == Tag::VB;
      if (w_.tag(group.verb) == Tag::VBN && group.participle) group.past |= before.past, group.participle = before.participle;
    }
  }

  [[nodiscard]] Group object_of(std::uint32_t i) const {
    const std::uint32_t h = tree_.head(i);
    std::uint32_t object = tree_.child(i, {Relation::obj});
    if (object == Tree::nothing) object = tree_.child(i, {Relation::iobj});  // "urged [Iceland]"
    if (object != Tree::nothing) {
      if (tree_.relation(i) == Relation::acl_relcl && is_relative_pronoun(object)) return group_of(h);
      return group_of(object);
    }
    // "the agreement they signed"
    if (tree_.relation(i) == Relation::acl_relcl) {
      const std::uint32_t subject = tree_.child(i, {Relation::nsubj});
      const bool other_gap = std::ranges::any_of(tree_.children(i), [&](std::uint32_t c) { return w_.tag(c) == Tag::WRB || (is_relative_pronoun(c) && !tree_.has_relation(c, {Relation::obj})); });
      if (subject != Tree::nothing && !is_relative_pronoun(subject) && !other_gap) return group_of(h);
    }
    // "signed and ratified the treaty"
    for (const std::uint32_t c : tree_.children(i))
      if (tree_.relation(c) == Relation::conj && at(verb_at_, c) != nowhere && tree_.child(c, {Relation::nsubj, Relation::nsubj_pass}) == Tree::nothing)
        if (const std::uint32_t shared = tree_.child(c, {Relation::obj}); shared != Tree::nothing && w_.tag(c) == w_.tag(i) && c < i + 4) return group_of(shared);
    if (tree_.relation(i) == Relation::conj && h != Tree::nothing && at(verb_at_, h) != nowhere)
      if (const std::uint32_t shared = tree_.child(h, {Relation::obj}); shared != Tree::nothing && shared > i) return group_of(shared);
    return {};
  }

  void turn_passive(Clause& clause) const {
    Group agent;
    for (const Adjunct& found : clause.adjuncts)
      if (found.preposition == "by" && found.date == nowhere && agent.empty()) agent = found.group;
    Group was = std::exchange(clause.subject, agent);
    if (clause.object.empty()) clause.object = std::move(was);
    else clause.adjuncts.push_back({"to", std::move(was), nowhere});  // "[Iceland] was given a loan"
  }

  [[nodiscard]] bool is_conditional(std::uint32_t i) const {
    for (const std::uint32_t c : tree_.children(i))
      if (tree_.relation(c) == Relation::mark) {
        const std::string word = w_.lower(c);
        if (word == "if" || word == "unless" || word == "whether") return true;
      }
    const std::uint32_t h = tree_.head(i);
    return tree_.relation(i) == Relation::conj && h != Tree::nothing && at(verb_at_, h) != nowhere && is_conditional(h);
  }

  // ---- clauses in clauses

  [[nodiscard]] std::uint32_t clause_of(std::uint32_t i) const {
    if (i == Tree::nothing) return nowhere;
    if (at(clause_at_, i) != nowhere) return at(clause_at_, i);
    for (std::uint32_t c = 0; c < result_.clauses.size(); ++c)  // it began a chain
      if (at(verb_at_, i) != nowhere && std::ranges::find(result_.clauses[c].chain, at(verb_at_, i)) != result_.clauses[c].chain.end()) return c;
    return nowhere;
  }

  void nest(std::uint32_t i, Clause& clause) {
    const std::uint32_t own = at(clause_at_, i);
    std::uint32_t up = chain_to(i).front();
    for (unsigned step = 0; step < deepest && up != Tree::nothing; ++step) {
      for (const std::uint32_t c : tree_.children(up))  // "…, the minister said"
        if (tree_.relation(c) == Relation::parataxis && at(verb_at_, c) != nowhere && says(verb(c).lemma) && clause_of(c) != own) {
          clause.inside = clause_of(c);
          return;
        }
      const std::uint32_t h = tree_.head(up);
      if (h == Tree::nothing) return;
      const Relation relation = tree_.relation(up);
      if (relation == Relation::parataxis && says(verb_or_none(up))) return;
      const bool complement = relation == Relation::ccomp || relation == Relation::xcomp || (relation == Relation::parataxis && says(verb_or_none(h)));
      if (complement && at(verb_at_, h) != nowhere && clause_of(h) != own) {
        clause.inside = clause_of(h);
        return;
      }
      up = h;
    }
  }

  [[nodiscard]] std::string_view verb_or_none(std::uint32_t i) const { return at(verb_at_, i) == nowhere ? std::string_view() : std::string_view(verb(i).lemma); }

  /// "announced plans | to achieve this during a briefing in Seoul": where and when is said of the announcing too.
  void share_circumstances() {
    std::vector<std::pair<std::uint32_t, Adjunct>> shared;  // clause, what it gets: found before any is added
    for (std::uint32_t i = w_.first(); i < w_.last(); ++i) {
      if (at(verb_at_, i) == nowhere || at(clause_at_, i) == nowhere || !verb(i).infinitive || tree_.relation(i) == Relation::ccomp) continue;
      std::uint32_t h = tree_.head(i);
      if (h != Tree::nothing && at(verb_at_, h) == nowhere) h = tree_.head(h);
      if (h == Tree::nothing || at(verb_at_, h) == nowhere) continue;
      const std::uint32_t from = at(clause_at_, i), to = clause_of(h);
      if (to == nowhere || from == to) continue;
      for (const Adjunct& found : result_.clauses[from].adjuncts)
        if (found.preposition == "during" || says_where_or_when(found.preposition)) shared.emplace_back(to, found);
    }
    for (auto& [clause, adjunct] : shared) result_.clauses[clause].adjuncts.push_back(std::move(adjunct));
  }

  // ---- noun phrases

  void attach() {
    for (std::uint32_t p = 0; p < row_.phrases.size(); ++p) {
      Attachment attachment;
      attachment.phrase = p;
      phrase_adjuncts(p, attachment.adjuncts);
      behind(p, attachment.adjuncts);
      if (!attachment.adjuncts.empty()) result_.attachments.push_back(std::move(attachment));
    }
  }

  /// "will host [talks] in Oslo": what hangs higher up, right behind the phrase, may be of the phrase.
  void behind(std::uint32_t p, std::vector<Adjunct>& to) const {
    const Phrase& phrase = row_.phrases[p];
    const std::uint32_t top = tree_.top(phrase.first, phrase.last);
    if (!tree_.has_relation(top, {Relation::obj, Relation::nsubj_pass, Relation::obl})) return;
    std::uint32_t end = tree_.end_below(top);
    for (std::uint32_t above = tree_.head(top); above != Tree::nothing; above = tree_.head(above))
      for (const std::uint32_t c : tree_.children(above)) {
        if (c < end || begin_below(c) != end || !tree_.has_relation(c, {Relation::obl, Relation::obl_unmarked, Relation::nmod, Relation::nmod_unmarked})) continue;
        if (!says_where_or_when(preposition(c)) && at(date_at_, c) == nowhere) return;
        add_adjunct(to, c);
        end = tree_.end_below(c);
      }
  }

  const Words& w_;
  const Sentences& sentences_;
  const Row& row_;
  Tree tree_;
  std::vector<std::uint32_t> phrase_at_, date_at_, verb_at_, clause_at_;  ///< of each token of the sentence
  Clauses result_;
};

}  // namespace

std::span<const Adjunct> adjuncts_of(const Clauses& clauses, std::uint32_t phrase) {
  const auto found = std::ranges::lower_bound(clauses.attachments, phrase, {}, &Attachment::phrase);
  return found != clauses.attachments.end() && found->phrase == phrase ? std::span<const Adjunct>(found->adjuncts) : std::span<const Adjunct>();
}

const Group* phrase_of_copula(const Clause& clause) {
  const bool bare = clause.said_of == nowhere && clause.object.empty() && clause.complement.empty();
  if (!bare || !clause.copula || clause.adjuncts.empty() || clause.adjuncts.front().group.empty()) return nullptr;
  return &clause.adjuncts.front().group;
}

std::string object_lemma(const Sentences& sentences, const Row& row, const Clause& clause) {
  if (clause.said_of != nowhere) return std::string(sentences.lemma(clause.said_of));
  const Group* const behind = phrase_of_copula(clause);
  const Group& said = behind != nullptr ? *behind : clause.object.empty() ? clause.complement : clause.object;
  return said.size() == 1 ? std::string(sentences.lemma(row.phrases[said.front()].head)) : std::string();
}

Clauses read_clauses(const Words& words, const Sentences& sentences, const Row& row) { return ClauseReader(words, sentences, row).run(); }

}  // namespace dossier::ingest
