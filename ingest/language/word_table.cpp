#include "ingest/language/word_table.h"

#include <bit>

namespace dossier::ingest {

WordTableBuilder::WordTableBuilder(std::size_t words) : slots_(std::bit_ceil(words + words / 2 + 1)) {}

void WordTableBuilder::add(std::uint64_t hash, std::uint32_t value, bool joins) {
  const std::size_t mask = slots_.size() - 1;
  const auto fingerprint = static_cast<std::uint32_t>(hash >> 32);
  std::size_t i = hash & mask;
  while (slots_[i].value != 0 && slots_[i].fingerprint != fingerprint) i = (i + 1) & mask;
  if (slots_[i].value == 0) slots_[i] = {fingerprint, value};
  else if (joins) slots_[i].value |= value;
}

}  // namespace dossier::ingest
