#include "ingest/language/sentence_boundaries.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "graph/error/error.h"

namespace dossier::ingest {
namespace {

constexpr std::string_view magic = "BND1";
constexpr std::size_t weight_count = std::size_t{1} << BoundaryFeatures::index_bits;
constexpr std::size_t header = 16;
static_assert(std::endian::native == std::endian::little);

template <class Value>
Value read(std::string_view bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class Value>
void append(std::string& bytes, Value value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

BoundaryModel::BoundaryModel(std::string_view section) : known_({}) {
  if (section.size() != header + weight_count + KnownWords::bytes || !section.starts_with(magic) ||
      read<std::uint32_t>(section, 4) != weight_count)
    throw Error(ErrorKind::bad_input, "the model of sentence boundaries is damaged or of another version");
  unit_ = read<float>(section, 8);
  bias_ = read<float>(section, 12);
  if (!std::isfinite(unit_) || !std::isfinite(bias_))
    throw Error(ErrorKind::bad_input, "the model of sentence boundaries is damaged");
  weights_ = section.substr(header, weight_count);
  known_ = KnownWords(section.substr(header + weight_count));
}

std::vector<std::uint32_t> BoundaryModel::sentence_ends(std::string_view text, const std::vector<Token>& tokens,
                                                        std::uint32_t first) const {
  std::vector<std::uint32_t> ends;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  BoundaryFeatures places(text, tokens, first, known_);
  for (std::uint32_t i = first; i + 1 < size; ++i) {
    if (!places.go_to(i - first)) continue;
    int sum = 0;
    for (const std::uint16_t feature : places.features()) sum += static_cast<signed char>(weights_[feature]);
    if (bias_ + unit_ * static_cast<float>(sum) <= 0) continue;
    ends.push_back(i + 1);
    places.end_sentence();
  }
  ends.push_back(size);
  return ends;
}

std::string boundary_section(const std::vector<float>& weights, float bias, std::string_view filter) {
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::abs(weight));
  const float unit = largest > 0 ? largest / 127 : 1;
  std::string section(magic);
  append(section, static_cast<std::uint32_t>(weights.size()));
  append(section, unit);
  append(section, bias);
  for (const float weight : weights) section += static_cast<char>(static_cast<signed char>(std::lround(weight / unit)));
  section += filter;
  return section;
}

}  // namespace dossier::ingest
