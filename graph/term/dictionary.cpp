#include "graph/term/dictionary.h"

#include <algorithm>
#include <compare>
#include <cstring>
#include <limits>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/error/error.h"

namespace dossier::graph {
namespace {

std::uint64_t read_word(const char* from) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  return word;
}

std::uint64_t read_half(const char* from) {
  std::uint32_t half = 0;
  std::memcpy(&half, from, sizeof half);
  return half;
}

/// The two halves of a product of 128 bits, folded: each bit of both factors reaches the whole result.
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// Sixteen bytes a step, as in wyhash (Wang Yi, public domain). No output depends on it: only where terms lie in the
/// table. Why not byte by byte: IRIs have fifty of them, and each quad hashes three or four.
std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t first = 0xA0761D6478BD642FULL, second = 0xE7037ED1A0B428DBULL;
  const char* next = text.data();
  std::size_t rest = text.size();
  std::uint64_t state = seed ^ first;
  for (; rest > 16; next += 16, rest -= 16) state = mix(read_word(next) ^ second, read_word(next + 8) ^ state);
  std::uint64_t a = 0, b = 0;
  if (rest >= 8) {
    a = read_word(next);
    b = read_word(next + rest - 8);
  } else if (rest >= 4) {
    a = read_half(next) << 32U | read_half(next + rest - 4);
  } else {
    for (std::size_t i = 0; i < rest; ++i) a = a << 8U | static_cast<unsigned char>(next[i]);
  }
  return mix(second ^ text.size(), mix(a ^ second, b ^ state));
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

/// Datatypes and languages are few: each pair of them is kept once and named by a number.
struct Suffix {
  std::string_view datatype, language;
  auto operator<=>(const Suffix&) const = default;
};

Suffix suffix_in(const TermView& term) { return {term.datatype, term.language}; }

/// A term without its number.
struct Entry {
  std::string_view text;
  std::uint32_t suffix = 0;  // 0 for what is no literal
  TermKind kind = TermKind::iri;
  bool operator==(const Entry&) const = default;
};

/// 32 bits are enough for a table of at most 2^32 places, and tell apart what shares a place in a smaller one.
std::uint32_t hash(const Entry& entry) {
  const auto seed = std::uint64_t{entry.suffix} << 8U | static_cast<std::uint64_t>(entry.kind);
  return static_cast<std::uint32_t>(hash(entry.text, seed) >> 32U);
}

/// A place in the table; `id` 0 is free. The hash is kept, so that neither a probe nor growth reads other texts.
struct Slot {
  std::uint32_t hash = 0, id = 0;
};

}  // namespace

struct Dictionary::State {
  Arena arena;
  std::vector<Entry> entries;
  std::vector<Suffix> suffixes = std::vector<Suffix>(1);
  std::map<Suffix, std::uint32_t> suffix_numbers;
  std::vector<Slot> slots = std::vector<Slot>(1024);  // open addressing, a power of two
  std::uint32_t last_suffix = 0;                      // most literals are of the type of the one before

  [[nodiscard]] TermView view(std::uint32_t id) const {
    const Entry& entry = entries[id - 1];
    TermView term;
    term.kind = entry.kind;
    term.text = entry.text;
    term.datatype = suffixes[entry.suffix].datatype;
    term.language = suffixes[entry.suffix].language;
    return term;
  }

  /// The slot that holds the entry, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(const Entry& entry, std::uint32_t hash_of_entry) const {
    const std::size_t mask = slots.size() - 1;
    std::size_t place = hash_of_entry & mask;
    while (slots[place].id != 0 && (slots[place].hash != hash_of_entry || entries[slots[place].id - 1] != entry))
      place = (place + 1) & mask;
    return place;
  }

  void grow() {
    const std::vector<Slot> old = std::exchange(slots, std::vector<Slot>(slots.size() * 2));
    const std::size_t mask = slots.size() - 1;
    for (const Slot& slot : old) {
      if (slot.id == 0) continue;
      std::size_t place = slot.hash & mask;
      while (slots[place].id != 0) place = (place + 1) & mask;
      slots[place] = slot;
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> find_suffix(const TermView& term) const {
    if (!term.is_literal()) return 0;
    const auto found = suffix_numbers.find(suffix_in(term));
    if (found == suffix_numbers.end()) return std::nullopt;
    return found->second;
  }

  std::uint32_t intern_suffix(const TermView& term) {
    if (!term.is_literal()) return 0;
    if (last_suffix != 0 && suffixes[last_suffix] == suffix_in(term)) return last_suffix;
    if (const auto known = find_suffix(term)) return last_suffix = *known;
    suffixes.push_back({arena.keep(term.datatype), arena.keep(term.language)});
    last_suffix = static_cast<std::uint32_t>(suffixes.size() - 1);
    suffix_numbers.emplace(suffixes.back(), last_suffix);
    return last_suffix;
  }
};

Dictionary::Dictionary() : state_(std::make_unique<State>()) {}
Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;

TermId Dictionary::intern(const TermView& term) {
  State& state = *state_;
  Entry entry{term.text, state.intern_suffix(term), term.kind};
  const std::uint32_t hash_of_entry = hash(entry);
  Slot& slot = state.slots[state.slot_of(entry, hash_of_entry)];
  if (slot.id != 0) return TermId{slot.id};
  if (state.entries.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
    throw Error(ErrorKind::io, "the graph has more terms than a store can number (4,294,967,294)");
  entry.text = state.arena.keep(term.text);
  state.entries.push_back(entry);
  const auto id = static_cast<std::uint32_t>(state.entries.size());
  slot = {hash_of_entry, id};
  if (state.entries.size() * 4 > state.slots.size() * 3) state.grow();
  return TermId{id};
}

std::optional<TermId> Dictionary::find(const TermView& term) const {
  const auto suffix = state_->find_suffix(term);
  if (!suffix) return std::nullopt;
  const Entry entry{term.text, *suffix, term.kind};
  const std::uint32_t id = state_->slots[state_->slot_of(entry, hash(entry))].id;
  if (id == 0) return std::nullopt;
  return TermId{id};
}

TermView Dictionary::term(TermId id) const { return state_->view(static_cast<std::uint32_t>(id)); }

std::size_t Dictionary::size() const noexcept { return state_->entries.size(); }

}  // namespace dossier::graph
