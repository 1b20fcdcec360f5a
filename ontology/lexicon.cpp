#include "ontology/lexicon.h"

#include <array>

#include "ontology/lexicon_state.h"
#include "ontology/text_folding.h"

namespace dossier::ontology {
namespace {

/// ASCII in lower case; 0 for what `letter_at` must look at: white space, control characters, all that is not ASCII.
constexpr std::array<unsigned char, 256> ascii_folded = [] {
  std::array<unsigned char, 256> folded{};
  for (unsigned char c = '!'; c <= '~'; ++c)
    folded[c] = c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c - 'A' + 'a') : c;
  return folded;
}();

bool is_ascii_word(unsigned char folded) {
  return (folded >= 'a' && folded <= 'z') || (folded >= '0' && folded <= '9');
}

bool word_ends(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return !is_ascii_word(ascii_folded[byte]);
  return !is_word_letter(letter_at(text, at).code);
}

/// Whether the text from `at` on has this spelling, case and all.
bool is_spelt(std::string_view text, std::size_t at, std::string_view spelling) {
  for (std::size_t i = 0; i < spelling.size();) {
    if (at >= text.size()) return false;
    const Letter wanted = letter_at(spelling, i);
    const Letter found = letter_at(text, at);
    if (wanted.code != found.code) return false;
    i += wanted.length;
    at += found.length;
  }
  return true;
}

/// One letter further, by the bytes of its UTF-8.
LabelTrie::State step(const LabelTrie& trie, LabelTrie::State state, char32_t code) {
  std::array<unsigned char, 4> bytes{};
  std::size_t count = 0;
  if (code < 0x80) {
    bytes[count++] = static_cast<unsigned char>(code);
  } else {
    if (code < 0x800) {
      bytes[count++] = static_cast<unsigned char>(0xC0 | (code >> 6));
    } else {
      if (code < 0x10000) {
        bytes[count++] = static_cast<unsigned char>(0xE0 | (code >> 12));
      } else {
        bytes[count++] = static_cast<unsigned char>(0xF0 | (code >> 18));
        bytes[count++] = static_cast<unsigned char>(0x80 | ((code >> 12) & 0x3F));
      }
      bytes[count++] = static_cast<unsigned char>(0x80 | ((code >> 6) & 0x3F));
    }
    bytes[count++] = static_cast<unsigned char>(0x80 | (code & 0x3F));
  }
  for (std::size_t i = 0; i < count && state != LabelTrie::none; ++i) state = trie.next(state, bytes[i]);
  return state;
}

/// What the labels of one key mean in the case in which the text has them.
const EntryRange& entries_for(const Lexicon::State& lexicon, const Meanings& meanings, std::string_view text,
                              std::size_t at) {
  for (std::uint32_t i = 0; i < meanings.spellings; ++i) {
    const Spelling& spelling = lexicon.spellings[meanings.first_spelling + i];
    if (is_spelt(text, at, spelling.text)) return spelling.entries;
  }
  return meanings.in_any_case;
}

}  // namespace

Lexicon::Lexicon() : state_(std::make_unique<State>()) {}
Lexicon::Lexicon(std::unique_ptr<State> state) : state_(std::move(state)) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::optional<LabelMatch> Lexicon::longest(std::string_view text, std::size_t at) const {
  const State& lexicon = *state_;
  const LabelTrie& trie = lexicon.trie;
  LabelTrie::State state = LabelTrie::root;
  std::optional<LabelMatch> best;
  for (std::size_t end = at; end < text.size();) {
    const unsigned char folded = ascii_folded[static_cast<unsigned char>(text[end])];
    if (folded != 0) {
      state = trie.next(state, folded);
      ++end;
    } else {
      const Letter letter = letter_at(text, end);
      if (letter.code == 0) break;
      state = step(trie, state, fold_case(letter.code));
      end += letter.length;
    }
    if (state == LabelTrie::none) break;
    const std::uint32_t key = trie.key(state);
    if (key == LabelTrie::none || !word_ends(text, end)) continue;
    const EntryRange& range = entries_for(lexicon, lexicon.meanings[key], text, at);
    if (range.count != 0)
      best = LabelMatch{end - at, std::span(lexicon.entries).subspan(range.first, range.count), range.plural};
  }
  return best;
}

std::span<const Entry> Lexicon::lookup(std::string_view label) const {
  const std::string folded = fold_marks(label);
  const auto match = longest(folded, 0);
  if (!match || match->length != folded.size()) return {};
  return match->entries;
}

std::span<const KnownEntity> Lexicon::entities() const noexcept { return state_->entities; }
std::span<const Title> Lexicon::titles() const noexcept { return state_->titles; }

}  // namespace dossier::ontology
