#include "ingest/learn/cues.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

/// The cues of one pair.
class Cues {
 public:
  Cues(const Passage& passage, const Argument& subject, const Argument& object, const std::function<void(std::string_view)>& use)
      : passage_(passage), subject_(subject), object_(object), sentence_(passage.sentences->sentences[subject.sentence]), use_(use) {}

  void run() {
    kinds_ = std::string(name_of(subject_.kind)) + "-" + std::string(name_of(object_.kind));
    of_arguments();
    find_path();
    of_path();
    of_neighbours_in_the_tree();
    between_and_beside();
    others_of_their_kind();
  }

 private:
  template <class... Parts>
  void cue(const Parts&... parts) {
    line_.clear();
    (line_.append(parts), ...);
    use_(line_);
  }

  /// A word as cues have it: names and numbers are alike.
  [[nodiscard]] std::string word(std::uint32_t i) const {
    const Token& token = passage_.token(i);
    if (token.word_class == WordClass::PROPN) return "<name>";
    if (token.word_class == WordClass::NUM) return "<number>";
    return lower_ascii(passage_.sentences->lemma(i));
  }

  [[nodiscard]] std::string at(std::int64_t i) const {
    return i < sentence_.first || i >= sentence_.last ? std::string("<edge>") : word(static_cast<std::uint32_t>(i));
  }

  [[nodiscard]] static std::string_view relation(const Token& token) {
    const std::string_view name = name_of(token.relation);
    return name.substr(0, name.find(':'));
  }

  /// What an argument is, by its words where they are few in the language.
  [[nodiscard]] std::string form(const Argument& argument) const {
    return argument.kind == ArgumentKind::pronoun || argument.kind >= ArgumentKind::phrase ? lower_ascii(passage_.words(argument)) : std::string(name_of(argument.kind));
  }

  void of_arguments() {
    const std::string one = form(subject_), other = form(object_);
    cue("kinds ", kinds_);
    cue("subject is ", one);
    cue("object is ", other);
    cue("are ", one, " | ", other);
    if (object_.kind != ArgumentKind::pronoun && object_.kind != ArgumentKind::date) {
      cue("object ends ", lower_ascii(passage_.word(object_.last - 1)));
      cue("object begins ", lower_ascii(passage_.word(object_.first)));
      cue(object_reads, lower_ascii(passage_.words(object_)));
    }
    if (subject_.kind != ArgumentKind::pronoun && subject_.kind != ArgumentKind::date) cue("subject ends ", lower_ascii(passage_.word(subject_.last - 1)));
    if (object_.last - object_.first > 1)
      for (std::uint32_t i = object_.first; i < object_.last; ++i) cue("object has word ", lower_ascii(passage_.word(i)));
    if (subject_.last - subject_.first > 1)
      for (std::uint32_t i = subject_.first; i < subject_.last; ++i) cue("subject has word ", lower_ascii(passage_.word(i)));
    hangs("subject", subject_);
    hangs("object", object_);
    if (subject_.first <= sentence_.first + 1) cue("subject opens");
    cue("subject words ", std::to_string(std::min(subject_.last - subject_.first, 4U)));
    cue("object words ", std::to_string(std::min(object_.last - object_.first, 4U)));
  }

  /// What an argument hangs on, past what it is joined with by "and" or stands beside.
  void hangs(std::string_view who, const Argument& argument) {
    std::uint32_t at = argument.head;
    while (is_joint(passage_.token(at).relation)) at = passage_.token(at).head;
    const Token& token = passage_.token(at);
    cue(who, " hangs ", relation(token), " ", prepositions(at), " on ", token.head == at ? "nothing" : word(token.head));
    cue(who, " hangs ", relation(token), " on ", token.head == at ? "nothing" : word(token.head));
  }

  [[nodiscard]] static bool is_joint(Relation relation) {
    return relation == Relation::conj || relation == Relation::appos || relation == Relation::flat || relation == Relation::compound;
  }

  void find_path() {
    const auto upwards = [&](std::uint32_t from) {
      std::vector<std::uint32_t> chain{from};
      while (passage_.token(from).head != from && chain.size() < 200) chain.push_back(from = passage_.token(from).head);
      return chain;
    };
    up_ = upwards(subject_.head);
    down_ = upwards(object_.head);
    top_ = up_.back();
    while (!up_.empty() && !down_.empty() && up_.back() == down_.back()) {
      top_ = up_.back();
      up_.pop_back();
      down_.pop_back();
    }
    std::ranges::reverse(down_);
    for (std::size_t k = 1; k < up_.size(); ++k) inner_.push_back(up_[k]);
    if (top_ != subject_.head && top_ != object_.head) inner_.push_back(top_);
    for (std::size_t k = 0; k + 1 < down_.size(); ++k) inner_.push_back(down_[k]);
  }

  [[nodiscard]] std::string prepositions(std::uint32_t head) const {
    std::string found;
    for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i)
      if (passage_.token(i).head == head && passage_.token(i).relation == Relation::case_) found += (found.empty() ? "" : "+") + lower_ascii(passage_.word(i));
    return found;
  }

  void of_path() {
    std::string path, words;
    for (const std::uint32_t i : up_) path.append(relation(passage_.token(i))).append("< ");
    path += "·";
    for (const std::uint32_t i : down_) path.append(" >").append(relation(passage_.token(i)));
    for (const std::uint32_t i : inner_) words += (words.empty() ? "" : " ") + word(i);
    const std::string with = prepositions(object_.head), before_subject = prepositions(subject_.head);
    cue("path ", path);
    cue("path ", path, " ", kinds_);
    cue("object with ", with);
    cue("subject with ", before_subject);
    cue("path ", path, " '", words, "' ", with);
    cue("over '", words, "' ", with, " ", kinds_);
    cue("over '", words, "'");
    cue("top ", top_ == subject_.head || top_ == object_.head ? std::string("is theirs") : word(top_), " ", kinds_);
    for (const std::uint32_t i : inner_) {
      const std::string one = word(i);
      cue("on path ", one);
      cue("on path ", one, " with ", with);
      cue("on path ", one, " ", kinds_);
    }
    cue("path long ", std::to_string(std::min<std::size_t>(up_.size() + down_.size(), 8)));
  }

  void of_neighbours_in_the_tree() {
    for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      const Token& token = passage_.token(i);
      if (token.head == i || token.relation == Relation::punct || i == subject_.head || i == object_.head || std::ranges::find(inner_, i) != inner_.end()) continue;
      const std::string_view of = token.head == subject_.head ? "subject has " : token.head == object_.head ? "object has "
                                  : std::ranges::find(inner_, token.head) != inner_.end() ? "path has " : "";
      if (!of.empty()) cue(of, relation(token), " ", word(i));
    }
  }

  void between_and_beside() {
    const bool forward = subject_.first < object_.first;
    const std::string order = forward ? "subject … object: " : "object … subject: ";
    const std::uint32_t begin = forward ? subject_.last : object_.last, end = forward ? object_.first : subject_.first;
    cue("order ", order);
    std::vector<std::string> words;
    for (std::uint32_t i = begin; i < end; ++i) words.push_back(word(i));
    const std::size_t n = words.size();
    cue("distance ", order, n < 6 ? std::to_string(n) : n <= 8 ? "6-8" : n <= 12 ? "9-12" : n <= 20 ? "13-20" : "more");
    if (n > 12) {
      for (const std::string& one : words) cue("far between ", order, one);
    } else {
      for (std::size_t k = 0; k < n; ++k) {
        cue("between ", order, words[k]);
        if (k + 1 < n) cue("between ", order, words[k], " ", words[k + 1]);
        if (k + 2 < n) cue("between ", order, words[k], " ", words[k + 1], " ", words[k + 2]);
      }
      if (n <= 5) {
        std::string all;
        for (const std::string& one : words) all += one + " ";
        cue("just ", order, all);
        cue("just ", order, all, kinds_);
      }
    }
    beside("subject", subject_);
    beside("object", object_);
  }

  void beside(std::string_view who, const Argument& argument) {
    const std::int64_t first = argument.first, last = argument.last;
    cue("before ", who, " ", at(first - 1));
    cue("behind ", who, " ", at(last));
    cue("before ", who, " ", at(first - 2), " ", at(first - 1));
    cue("behind ", who, " ", at(last), " ", at(last + 1));
  }

  void others_of_their_kind() {
    const std::uint32_t begin = std::min(subject_.last, object_.last), end = std::max(subject_.first, object_.first);
    const std::string order = subject_.first < object_.first ? " →" : " ←";
    std::size_t all = 0, like_object = 0, like_subject = 0;
    for (std::uint32_t i = passage_.starts[subject_.sentence]; i < passage_.starts[subject_.sentence + 1]; ++i) {
      const Argument& other = passage_.arguments[i];
      if (other.first < begin || other.last > end || other.kind == ArgumentKind::phrase || is_rival(other.kind)) continue;
      ++all;
      like_object += other.kind == object_.kind;
      like_subject += other.kind == subject_.kind || (other.kind == ArgumentKind::person && subject_.kind == ArgumentKind::pronoun);
    }
    cue("others between", order, " ", std::to_string(std::min<std::size_t>(all, 4)));
    cue("others like object ", name_of(object_.kind), " ", std::to_string(std::min<std::size_t>(like_object, 3)));
    cue("others like subject ", name_of(subject_.kind), " ", std::to_string(std::min<std::size_t>(like_subject, 3)));
  }

  const Passage& passage_;
  const Argument& subject_;
  const Argument& object_;
  const Sentence& sentence_;
  const std::function<void(std::string_view)>& use_;
  std::string line_, kinds_;
  std::vector<std::uint32_t> up_, down_, inner_;  ///< tokens: from the subject up, down to the object, and those of both that are neither
  std::uint32_t top_ = 0;
};

}  // namespace

void each_cue(const Passage& passage, const Argument& subject, const Argument& object, const std::function<void(std::string_view)>& use) {
  Cues(passage, subject, object, use).run();
}

}  // namespace dossier::ingest
