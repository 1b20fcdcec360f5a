#include "graph/store/term_order.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <future>
#include <map>
#include <span>
#include <string_view>
#include <tuple>

#include "graph/store/contents.h"

namespace dossier::graph {
namespace {

/// A term on its way to its place: eight bytes of its text, from the depth that is being sorted, as a number.
struct Card {
  std::uint64_t head;
  TermId id;
};

constexpr std::size_t head_size = sizeof(std::uint64_t);

/// Sorts terms by text with multikey quicksort on eight bytes at a time (Bentley and Sedgewick 1997; the cached heads
/// are Ng and Kakehi's, 2007). Why not std::sort: IRIs share their first forty bytes, which each comparison
/// would read again, in two places of a large arena.
class TextSort {
 public:
  explicit TextSort(const Dictionary& dictionary) : dictionary_(dictionary) {}

  void sort(std::span<TermId> ids) const {
    std::vector<Card> cards;
    cards.reserve(ids.size());
    for (const TermId id : ids) cards.push_back({0, id});
    load(cards, 0);
    sort(cards, 0);
    std::ranges::transform(cards, ids.begin(), &Card::id);
  }

 private:
  [[nodiscard]] std::string_view text(TermId id) const { return dictionary_.term(id).text; }

  void load(std::span<Card> cards, std::size_t depth) const {
    for (Card& card : cards) {
      const std::string_view rest = text(card.id).substr(depth);
      std::uint64_t head = 0;
      if (!rest.empty()) std::memcpy(&head, rest.data(), std::min(head_size, rest.size()));
      card.head = __builtin_bswap64(head);  // so that numbers compare as bytes do (the store is little-endian)
    }
  }

  void sort(std::span<Card> cards, std::size_t depth) const {
    while (cards.size() > 1) {
      if (cards.size() < few) return sort_few(cards, depth);
      const std::uint64_t pivot = median(cards);
      const auto equal =
          std::partition(cards.begin(), cards.end(), [=](const Card& card) { return card.head < pivot; });
      const auto above = std::partition(equal, cards.end(), [=](const Card& card) { return card.head == pivot; });
      sort(std::span(cards.begin(), equal), depth);
      sort(std::span(above, cards.end()), depth);
      // Those that are alike so far: first the ones that end here, then the others by what follows.
      const auto longer =
          std::partition(equal, above, [&](const Card& card) { return text(card.id).size() <= depth + head_size; });
      sort_ended(std::span(equal, longer));
      cards = std::span(longer, above);
      depth += head_size;
      load(cards, depth);
    }
  }

  void sort_few(std::span<Card> cards, std::size_t depth) const {
    std::ranges::sort(cards, [&](const Card& a, const Card& b) {
      if (a.head != b.head) return a.head < b.head;
      const TermView left = dictionary_.term(a.id), right = dictionary_.term(b.id);
      const int order = left.text.substr(depth).compare(right.text.substr(depth));
      return order != 0 ? order < 0 : left < right;
    });
  }

  /// Texts that are alike but for zero bytes at their ends.
  void sort_ended(std::span<Card> cards) const {
    std::ranges::sort(cards,
                      [&](const Card& a, const Card& b) { return dictionary_.term(a.id) < dictionary_.term(b.id); });
  }

  static std::uint64_t median(std::span<const Card> cards) {
    const std::uint64_t a = cards.front().head, b = cards[cards.size() / 2].head, c = cards.back().head;
    return std::max(std::min(a, b), std::min(std::max(a, b), c));
  }

  static constexpr std::size_t few = 24;
  const Dictionary& dictionary_;
};

/// Sorts the terms of one kind. A dictionary that was filled from a store begins with a sorted run: keep it.
void sort_kind(const Dictionary& dictionary, std::span<TermId> ids) {
  const auto less = [&](TermId a, TermId b) { return dictionary.term(a) < dictionary.term(b); };
  const auto run = std::is_sorted_until(ids.begin(), ids.end(), less);
  const auto rest = static_cast<std::size_t>(ids.end() - run);
  if (rest > ids.size() / 4) return TextSort(dictionary).sort(ids);
  TextSort(dictionary).sort(std::span(run, ids.end()));
  std::inplace_merge(ids.begin(), run, ids.end(), less);
}

using TypeNumbers = std::map<TextPair, std::uint32_t>;

/// The datatypes and languages of the literals, numbered ascending.
TypeNumbers number_types(const Dictionary& dictionary, std::span<const TermId> literals) {
  TypeNumbers types;
  TextPair last;  // most literals are of the type of the one before
  for (const TermId id : literals) {
    const TermView term = dictionary.term(id);
    if (TextPair pair{term.datatype, term.language}; pair != last) types.try_emplace(last = pair, 0);
  }
  std::uint32_t next = 0;
  for (auto& [type, number] : types) number = next++;
  return types;
}

void fill_types(const Dictionary& dictionary, std::span<const TermId> literals, OwnedColumns& columns) {
  const TypeNumbers types = number_types(dictionary, literals);
  std::vector<TextPair> pairs;
  for (const auto& [type, number] : types) pairs.push_back(type);
  columns.types = encode(pairs);
  columns.literal_types.reserve(literals.size());
  auto last = types.begin();
  for (const TermId id : literals) {
    const TermView term = dictionary.term(id);
    if (const TextPair pair{term.datatype, term.language}; last->first != pair) last = types.find(pair);
    columns.literal_types.push_back(last->second);
  }
}

}  // namespace

std::vector<TermId> sorted_terms(const Dictionary& dictionary) {
  std::vector<TermId> resources, literals;
  resources.reserve(dictionary.size());
  for (std::size_t i = 1; i <= dictionary.size(); ++i) {
    const TermId id{static_cast<std::uint32_t>(i)};
    (dictionary.term(id).is_literal() ? literals : resources).push_back(id);
  }
  const auto blanks = std::stable_partition(resources.begin(), resources.end(),
                                            [&](TermId id) { return dictionary.term(id).is_iri(); });
  const auto sort_literals = [&] { sort_kind(dictionary, literals); };
  // A second thread is worth its start from some thousand terms on.
  const auto policy = dictionary.size() > 20'000 ? std::launch::async : std::launch::deferred;
  auto other = std::async(policy, sort_literals);
  sort_kind(dictionary, std::span(resources.begin(), blanks));
  sort_kind(dictionary, std::span(blanks, resources.end()));
  other.get();
  resources.insert(resources.end(), literals.begin(), literals.end());
  return resources;
}

void fill_terms(const Dictionary& dictionary, const std::vector<TermId>& sorted, OwnedColumns& columns) {
  std::size_t size = 0;
  std::uint32_t* const counts[] = {&columns.iris, &columns.blanks, &columns.literals};
  columns.text_starts.reserve(sorted.size() + 1);
  for (const TermId id : sorted) {
    const TermView term = dictionary.term(id);
    ++*counts[static_cast<std::size_t>(term.kind)];
    columns.text_starts.push_back(size);
    size += term.text.size();
  }
  columns.text_starts.push_back(size);
  columns.text.reserve(size);
  for (const TermId id : sorted) {
    const std::string_view text = dictionary.term(id).text;
    columns.text.insert(columns.text.end(), text.begin(), text.end());
  }
  fill_types(dictionary, std::span(sorted).subspan(columns.resources()), columns);
}

}  // namespace dossier::graph
