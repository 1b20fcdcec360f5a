#include "graph/term/dictionary.h"

#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

/// 64-bit FNV-1a with a final mix (Fowler, Noll, Vo; mix of splitmix64): good spread, the same on each machine.
std::uint64_t hash(const TermView& term) {
  std::uint64_t value = 14695981039346656037ULL ^ static_cast<std::uint64_t>(term.kind);
  const auto add = [&value](std::string_view text) {
    for (const char character : text) value = (value ^ static_cast<unsigned char>(character)) * 1099511628211ULL;
    value = (value ^ 0xFFU) * 1099511628211ULL;
  };
  add(term.text);
  if (term.is_literal()) {
    add(term.datatype);
    add(term.language);
  }
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

/// Text in blocks that never move, so that views stay valid.
class Arena {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > room_) {
      const std::size_t size = std::max(block_size, text.size());
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
      next_ = blocks_.back().get();
      room_ = size;
    }
    char* place = next_;
    std::memcpy(place, text.data(), text.size());
    next_ += text.size();
    room_ -= text.size();
    return {place, text.size()};
  }

 private:
  static constexpr std::size_t block_size = std::size_t{1} << 18U;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
};

/// Datatypes and languages are few: each is kept once and named by a number.
struct Suffix {
  std::string_view datatype, language;
};

struct Entry {
  std::string_view text;
  std::uint32_t suffix;
  TermKind kind;
};

}  // namespace

struct Dictionary::State {
  Arena arena;
  std::vector<Entry> entries;
  std::vector<Suffix> suffixes;
  std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(1024, 0);  // open addressing; 0 is free

  [[nodiscard]] TermView view(std::uint32_t id) const {
    const Entry& entry = entries[id - 1];
    TermView term;
    term.kind = entry.kind;
    term.text = entry.text;
    if (entry.kind == TermKind::literal) {
      term.datatype = suffixes[entry.suffix].datatype;
      term.language = suffixes[entry.suffix].language;
    }
    return term;
  }

  /// The slot that holds the term, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(const TermView& term) const {
    std::size_t slot = hash(term) & (slots.size() - 1);
    while (slots[slot] != 0 && view(slots[slot]) != term) slot = (slot + 1) & (slots.size() - 1);
    return slot;
  }

  void grow() {
    slots.assign(slots.size() * 2, 0);
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      std::size_t slot = hash(view(id)) & (slots.size() - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
      slots[slot] = id;
    }
  }

  std::uint32_t suffix_of(const TermView& term) {
    if (!term.is_literal()) return 0;
    for (std::uint32_t i = 0; i < suffixes.size(); ++i)
      if (suffixes[i].datatype == term.datatype && suffixes[i].language == term.language) return i;
    suffixes.push_back({arena.keep(term.datatype), arena.keep(term.language)});
    return static_cast<std::uint32_t>(suffixes.size() - 1);
  }
};

Dictionary::Dictionary() : state_(std::make_unique<State>()) {}
Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;

TermId Dictionary::intern(const TermView& term) {
  State& state = *state_;
  std::size_t slot = state.slot_of(term);
  if (state.slots[slot] != 0) return TermId{state.slots[slot]};
  if (state.entries.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
    throw Error(ErrorKind::io, "the graph has more terms than a store can number (4,294,967,294)");
  state.entries.push_back({state.arena.keep(term.text), state.suffix_of(term), term.kind});
  const auto id = static_cast<std::uint32_t>(state.entries.size());
  state.slots[slot] = id;
  if (state.entries.size() * 4 > state.slots.size() * 3) state.grow();
  return TermId{id};
}

std::optional<TermId> Dictionary::find(const TermView& term) const {
  const std::uint32_t id = state_->slots[state_->slot_of(term)];
  if (id == 0) return std::nullopt;
  return TermId{id};
}

TermView Dictionary::term(TermId id) const { return state_->view(static_cast<std::uint32_t>(id)); }

std::size_t Dictionary::size() const noexcept { return state_->entries.size(); }

}  // namespace dossier::graph
