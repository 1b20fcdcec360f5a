#include "ingest/meaning/written_post.h"

#include "ingest/language/language_model.h"

namespace dossier::ingest {
namespace {

using ontology::Entry;
using ontology::LabelKind;

class PostReader {
 public:
  explicit PostReader(const Labels& labels) : labels_(labels), w_(labels.words()) {}

  [[nodiscard]] std::optional<WrittenPost> read(std::uint32_t i) const {
    WrittenPost post;
    post.first = i;
    std::uint32_t j = i;
    const std::string start = w_.lower(j);
    if (start == "former" || start == "then" || start == "ex" || start == "outgoing") {
      post.former = start != "outgoing";
      ++j;
      if (w_.word(j) == "-") ++j;
      post.first = j;
    }
    if (const std::uint32_t past = past_prefix(j)) {  // "then-President", "ex-Minister": one word
      const auto found = labels_.at(j, past);
      const Entry* const title = found ? found->of(LabelKind::title) : nullptr;
      if (title == nullptr || found->match.plural) return std::nullopt;
      post.former = true;
      post.prefix = past;
      post.title = title->thing;
      post.head_first = j;
      post.head_last = found->last;
    }
    for (int steps = 0; steps < 9 && post.title == nowhere; ++steps) {
      const auto found = labels_.at(j);
      if (const Entry* title = found ? found->of(LabelKind::title) : nullptr) {
        if (found->match.plural) return std::nullopt;
        post.title = title->thing;
        post.head_first = j;
        post.head_last = found->last;
        break;
      }
      if (found && (found->is_name() || found->of(LabelKind::demonym) != nullptr)) {
        if (post.of_first == post.of_last && steps < 3) {
          post.of_first = j;
          post.of_last = found->last;
        }
        const std::uint32_t before = j;
        j = found->last;
        if (w_.is_possessive(j)) {
          ++j;
        } else if (labels_.after_place_word(before) && found->of(LabelKind::demonym) == nullptr) {
          return std::nullopt;  // "In Turkey Minister Ellwood met": two things
        }
        continue;
      }
      const std::string word = w_.lower(j);
      const bool joint = (word == "and" || word == "&") && steps > 0 && w_.is_capital(j + 1);
      const bool plain = j > post.first && (is_adjective(w_.tag(j)) || w_.tag(j) == Tag::NN) && w_.tag(j + 1) != Tag::none && !w_.is_capital(post.first);
      if (!w_.is_capital(j) && !joint && !plain) return std::nullopt;
      if (labels_.date_at(j) != 0 || w_.tag(j) == Tag::PRP || w_.tag(j) == Tag::DT || (w_.tag(j) == Tag::IN && !joint)) return std::nullopt;
      if (!joint) post.portfolio = true;
      ++j;
    }
    if (post.title == nowhere) return std::nullopt;
    while (w_.word(post.head_last) == "/") {  // "High Representative/Vice-President"
      const auto more = labels_.at(post.head_last + 1);
      if (!more || more->of(LabelKind::title) == nullptr) break;
      post.head_last = more->last;
    }
    const auto second = labels_.at(post.head_last);  // "Chief Officer", "General Secretary"
    if (second && second->of(LabelKind::title) != nullptr && w_.is_capital(post.head_last)) post.head_last = second->last;
    post.last = post.head_last;
    complements(post);
    return post;
  }

 private:
  /// Bytes of "then-" or "ex-" before a title in one word.
  [[nodiscard]] std::uint32_t past_prefix(std::uint32_t i) const {
    const std::string word = w_.lower(i);
    for (const std::string_view prefix : {"then-", "ex-", "former-"})
      if (word.starts_with(prefix)) return static_cast<std::uint32_t>(prefix.size());
    return 0;
  }

  /// "of Unification", "for North America at the Foreign Ministry", "to the United States"
  void complements(WrittenPost& post) const {
    for (int many = 0; many < 3; ++many) {
      const std::string link = w_.lower(post.last);
      if (link != "of" && link != "for" && link != "to" && link != "at") return;
      std::uint32_t j = post.last + 1;
      if (w_.lower(j) == "the") ++j;
      const std::uint32_t begin = j;
      const bool capital = w_.is_capital(j);
      bool adjective = false;  // after "the Indonesian" a small noun may follow
      while (w_.inside(j)) {
        const auto found = labels_.at(j);
        if (found && found->is_name()) {
          const std::uint32_t whole = labels_.sequence_end(j);
          if (whole > found->last && labels_.class_label(j, whole, true)) {  // "at the U.S. National Security Council"
            j = whole;
            break;
          }
          if (j == begin && post.of_first == post.of_last) {
            post.of_first = j;
            post.of_last = found->last;
          }
          j = found->last;
          if (w_.is_possessive(j) && w_.is_capital(j + 1)) {  // "for Cambodia's Ministry of National Defence"
            const std::uint32_t body = labels_.sequence_end(j + 1);
            if (labels_.class_label(j + 1, body, false)) j = body;
            break;
          }
          if (!labels_.joins_on(j)) break;
          continue;
        }
        if (found && found->of(LabelKind::demonym) != nullptr) {
          adjective = true;
          if (post.of_first == post.of_last) {
            post.of_first = j;
            post.of_last = found->last;
          }
          j = found->last;
          continue;
        }
        const bool fits = capital && !(adjective && !w_.is_capital(j)) ? w_.is_capital(j) && english().is_common_word(w_.word(j)) && !(found && found->of(LabelKind::honorific))
                                  : is_noun(w_.tag(j)) || is_adjective(w_.tag(j));
        const bool joint = j > begin && labels_.joins_on(j);
        if (!fits && !joint) break;
        ++j;
      }
      while (j > begin && (w_.lower(j - 1) == "and" || w_.word(j - 1) == "," || w_.lower(j - 1) == "of" || w_.word(j - 1) == "&")) --j;
      if (j == begin) return;
      if (post.of_first != begin) post.portfolio = true;
      if (link == "to" && post.of_first == begin && post.title != nowhere) {  // accredited to, not of
        post.of_first = post.of_last = 0;
        restore_prefix(post);
      }
      post.last = j;
    }
  }

  /// After "Ambassador to Canada" the country in front is again what the post is named with.
  void restore_prefix(WrittenPost& post) const {
    const auto found = labels_.at(post.first);
    if (found && post.first < post.head_first && (found->is_name() || found->of(LabelKind::demonym) != nullptr)) {
      post.of_first = post.first;
      post.of_last = found->last;
    }
  }

  const Labels& labels_;
  const Words& w_;
};

}  // namespace

std::optional<WrittenPost> post_at(const Labels& labels, std::uint32_t i) { return PostReader(labels).read(i); }

std::vector<WrittenPost> joined_posts_at(const Labels& labels, std::uint32_t i) {
  const Words& words = labels.words();
  std::vector<WrittenPost> posts;
  for (std::uint32_t j = i; auto found = post_at(labels, j);) {
    if (!posts.empty() && !words.is_capital(found->head_first)) break;
    posts.push_back(*found);
    if (words.lower(found->last) != "and" || !words.is_capital(found->head_first)) break;
    j = found->last + 1;
    if (words.lower(j) == "the") ++j;
  }
  return posts;
}

}  // namespace dossier::ingest
