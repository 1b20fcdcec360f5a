#include "ingest/identity/minted_iri.h"

#include <algorithm>
#include <cstdint>

namespace dossier::ingest {

/// FNV-1a, finished with the mix of splitmix64.
std::string digest(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  value ^= value >> 31U;
  constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string out;
  for (int i = 0; i < 12; ++i, value >>= 5U) out += letters[value & 31U];
  return out;
}

std::string fact_name(const FactParts& parts) {
  std::string key;
  for (const std::string_view part : {parts.subject, parts.predicate, parts.object, parts.factuality, parts.speaker})
    key.append(part).append("\n");
  return digest(key);
}

std::string tenure_name(std::vector<std::pair<std::string_view, std::string_view>> parts) {
  std::ranges::sort(parts);
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  std::string name;
  for (const auto& [property, iri] : parts) name.append(name.empty() ? "" : "-").append(split_iri(iri).second);
  return name;
}

std::pair<std::string_view, std::string_view> split_iri(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("/#");
  const std::size_t begin = cut == std::string_view::npos ? 0 : cut + 1;
  return {iri.substr(0, begin), iri.substr(begin)};
}

std::string iri_within(std::string_view iri, std::string_view document_iri) {
  const auto [space, name] = split_iri(iri);
  return std::string(space).append(split_iri(document_iri).second).append(".").append(name);
}

}  // namespace dossier::ingest
