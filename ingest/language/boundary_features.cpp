#include "ingest/language/boundary_features.h"

#include <algorithm>

#include "ingest/language/character_class.h"

namespace dossier::ingest {
namespace {

using Kind = BoundaryFeatures::Kind;
using Shape = BoundaryFeatures::Shape;

Kind kind_of(std::string_view word, Shape shape) {
  switch (shape) {
    case Shape::number:
      return Kind::number;
    case Shape::mark:
      break;
    default:
      return word.back() == '.' && word.size() > 1 ? Kind::abbreviation : Kind::word;
  }
  if (word == ".") return Kind::stop;
  if (word.front() == '.' || word.starts_with("\u2026"))
    return word.back() == '?' || word.back() == '!' ? Kind::question : Kind::ellipsis;
  if (word.front() == '!' || word.front() == '?') return Kind::question;
  if (word == ":" || word == ";") return Kind::colon;
  if (word == ",") return Kind::comma;
  if (word.front() == '-' || word == "\u2013" || word == "\u2014") return Kind::dash;
  if (word == "(" || word == "[" || word == "{" || word == "\u201C" || word == "\u2018" || word == "\u00AB" ||
      word == "``")
    return Kind::opening;
  if (word == ")" || word == "]" || word == "}" || word == "\u201D" || word == "\u2019" || word == "\u00BB" ||
      word == "''")
    return Kind::closing;
  if (word == "\"" || word == "'") return Kind::quote;
  return Kind::mark;
}

Shape shape_of(std::string_view word) {
  const auto end = static_cast<std::uint32_t>(word.size());
  const Character first = character_at(word, 0, end);
  if (is_capital(first.value)) {
    if (first.size == end || (first.size + 1 == end && word.back() == '.')) return Shape::initial;
    return std::ranges::any_of(word.substr(first.size), [](char c) { return c >= 'a' && c <= 'z'; }) ? Shape::capital
                                                                                                     : Shape::capitals;
  }
  if (is_letter(first.value)) return Shape::small;
  if (is_digit(first.value)) return Shape::number;
  if (word.size() > 1 &&
      (is_apostrophe(first.value) || first.value == '.' || first.value == '#' || first.value == '@') &&
      is_word_character(character_at(word, first.size < end ? first.size : 0, end).value))
    return Shape::small;
  return Shape::mark;
}

/// Sizes as few classes: 0 1 2 3 4-5 6-8 9-14 15-24 25-40 more.
std::uint32_t size_class(std::ptrdiff_t size) {
  constexpr std::array<std::ptrdiff_t, 9> bounds = {0, 1, 2, 3, 5, 8, 14, 24, 40};
  return static_cast<std::uint32_t>(std::ranges::lower_bound(bounds, size) - bounds.begin());
}

}  // namespace

void KnownWords::add(std::uint32_t hash, std::string& filter) {
  for (const std::uint32_t at : {hash % bits, second(hash)})
    filter[at / 8] = static_cast<char>(static_cast<unsigned char>(filter[at / 8]) | (1U << (at % 8)));
}

std::uint32_t word_hash(std::string_view word) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (char c : word.substr(0, 32)) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c >= '0' && c <= '9') c = '0';
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return hash;
}

BoundaryFeatures::BoundaryFeatures(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                                   const KnownWords& known)
    : text_(text) {
  views_.reserve(tokens.size() - first);
  for (std::size_t i = first; i < tokens.size(); ++i) views_.push_back(seen(tokens[i], known));
}

BoundaryFeatures::View BoundaryFeatures::seen(const Token& token, const KnownWords& known) const {
  const std::string_view word = text_.substr(token.span.begin, token.span.size());
  View view;
  view.hash = word_hash(word);
  view.shape = shape_of(word);
  view.kind = kind_of(word, view.shape);
  view.known = (view.shape == Shape::small || view.shape == Shape::capital || view.shape == Shape::capitals) &&
               known.has(view.hash);
  view.space = token.space_before;
  view.size = static_cast<std::uint8_t>(std::min<std::size_t>(word.size(), 15));
  return view;
}

const BoundaryFeatures::View& BoundaryFeatures::view(std::ptrdiff_t i) const {
  static const View nothing;
  return i >= 0 && i < std::ssize(views_) ? views_[static_cast<std::size_t>(i)] : nothing;
}

bool BoundaryFeatures::go_to(std::uint32_t i) {
  at_ = static_cast<std::ptrdiff_t>(i);
  const View& here = view(at_);
  if (here.kind == Kind::opening) ++brackets_;
  if (here.kind == Kind::closing && brackets_ > 0) --brackets_;
  if (here.kind == Kind::quote) quoted_ = !quoted_;
  const View& after = view(at_ + 1);
  last_ = at_;
  while (last_ > start_ && at_ - last_ < 3 && (view(last_).kind == Kind::closing || view(last_).kind == Kind::quote))
    --last_;
  next_ = at_ + 1;
  while (next_ < std::ssize(views_) && next_ - at_ < 4 &&
         (view(next_).kind == Kind::opening || view(next_).kind == Kind::quote))
    ++next_;
  switch (view(last_).kind) {
    case Kind::stop:
    case Kind::question:
    case Kind::ellipsis:
    case Kind::colon:
    case Kind::abbreviation:
      return true;
    default:
      return after.space && after.shape != Shape::small && after.kind != Kind::comma && after.kind != Kind::stop;
  }
}

void BoundaryFeatures::end_sentence() {
  start_ = at_ + 1;
  brackets_ = 0;
  quoted_ = false;
}

BoundaryFeatures::Features BoundaryFeatures::features() const {
  Features result{};
  std::size_t number = 0;
  const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    std::uint64_t mixed = (number + 1) * 0x9E3779B97F4A7C15ULL + a;
    mixed = (mixed ^ (mixed >> 29U)) * 0xBF58476D1CE4E5B9ULL + b;
    mixed = (mixed ^ (mixed >> 32U)) * 0x94D049BB133111EBULL + c;
    mixed ^= mixed >> 31U;
    result[number++] = static_cast<std::uint16_t>((mixed * 0x9E3779B97F4A7C15ULL) >> (64U - index_bits));
  };
  const View &last = view(last_), &before = view(last_ - 1), &before2 = view(last_ - 2), &next = view(next_),
             &next2 = view(next_ + 1);
  const View &left = view(at_), &right = view(at_ + 1), &begin = view(start_);
  const auto k = [](const View& v) { return static_cast<std::uint32_t>(v.kind); };
  const auto s = [](const View& v) { return static_cast<std::uint32_t>(v.shape); };
  const std::uint32_t kinds = k(last) * 16 + s(next);  // the place in short
  const std::uint32_t marks = (last_ != at_ ? 1U : 0U) + (next_ != at_ + 1 ? 2U : 0U) + (right.space ? 4U : 0U);
  const std::uint32_t known = (next.known ? 1U : 0U) + (before.known ? 2U : 0U) + (last.known ? 4U : 0U);
  const std::uint32_t inside = std::min(brackets_, 2U) * 2 + (quoted_ ? 1U : 0U);
  add(kinds);
  add(kinds, marks);
  add(kinds, known);
  add(kinds, inside, marks);
  add(kinds, size_class(at_ + 1 - start_));
  add(kinds, size_class(std::ssize(views_) - at_ - 1), marks);
  add(next.hash, s(next));
  add(next.hash, k(last), s(next));
  add(last.hash, s(last));
  add(last.hash, s(last), s(next) * 2 + (next.known ? 1U : 0U));
  add(before.hash, k(last));
  add(before.hash, kinds);
  add(before.hash, next.hash, k(last));
  add(last.hash, next.hash);
  add(s(before) * 16 + s(before2), kinds, known);
  add(kinds, s(next2) * 16 + k(next2), known & 1U);
  add(next2.hash, kinds);
  add(kinds, last.size, before.size);
  add(left.hash, right.hash, marks);
  add(kinds, k(begin) * 16 + s(begin), size_class(at_ + 1 - start_));
  add(begin.hash, kinds);
  add(kinds, size_class(std::ssize(views_)), known);
  add(last.hash, k(before) * 16 + s(before), kinds);
  add(next.hash, next2.hash, k(last));
  return result;
}

}  // namespace dossier::ingest
