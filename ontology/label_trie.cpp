#include "ontology/label_trie.h"

#include <algorithm>
#include <deque>

namespace dossier::ontology {
namespace {

constexpr std::size_t byte_values = 256;

/// The keys [first, last) all begin with the same `depth` bytes, which lead to `state`.
struct Branch {
  LabelTrie::State state;
  std::size_t first, last, depth;
};

}  // namespace

LabelTrie::LabelTrie(std::span<const std::string> keys) {
  cells_.resize(byte_values + 1);
  std::deque<Branch> branches{{root, 0, keys.size(), 0}};
  std::vector<unsigned char> bytes;
  std::size_t end = cells_.size();  // what lies behind was made in advance
  while (!branches.empty()) {
    Branch branch = branches.front();
    branches.pop_front();
    if (branch.first < branch.last && keys[branch.first].size() == branch.depth)
      cells_[branch.state].key = static_cast<std::uint32_t>(branch.first++);
    if (branch.first == branch.last) continue;
    const auto byte_of = [&](std::size_t key) { return static_cast<unsigned char>(keys[key][branch.depth]); };
    bytes.clear();
    for (std::size_t key = branch.first; key < branch.last; ++key)
      if (bytes.empty() || bytes.back() != byte_of(key)) bytes.push_back(byte_of(key));
    const std::uint32_t base = place(bytes);
    cells_[branch.state].base = base;
    std::size_t first = branch.first;
    for (const unsigned char byte : bytes) {
      std::size_t last = first;
      while (last < branch.last && byte_of(last) == byte) ++last;
      cells_[base + byte].parent = branch.state;
      branches.push_back({base + byte, first, last, branch.depth + 1});
      first = last;
    }
    end = std::max<std::size_t>(end, base + byte_values + 1);
  }
  cells_.resize(end);
  cells_.shrink_to_fit();
}

/// A base at which the cells of all these bytes are free. Cells past the end are made, so that a walk needs no check.
///
/// Most states have one child, which fits anywhere: these fill the holes that the others leave, and each of the two
/// kinds goes on where its last search ended, so that building takes time in proportion to the cells.
std::uint32_t LabelTrie::place(std::span<const unsigned char> bytes) {
  const auto is_free = [this](std::size_t cell) { return cell >= cells_.size() || cells_[cell].parent == none; };
  std::uint32_t& start = bytes.size() == 1 ? next_single_ : next_several_;
  // bytes are never 0 and cells are sought from 1, so that nobody's child is the root
  std::uint32_t cell = std::max<std::uint32_t>(start, bytes.front());
  while (!std::ranges::all_of(bytes, [&](unsigned char byte) { return is_free(cell - bytes.front() + byte); })) ++cell;
  start = cell;
  const std::uint32_t base = cell - bytes.front();
  const std::size_t needed = base + byte_values + 1;
  if (cells_.size() < needed) cells_.resize(std::max(needed, cells_.size() + cells_.size() / 2));
  return base;
}

}  // namespace dossier::ontology
