#include "graph/store/contents.h"

#include <cstring>
#include <limits>

#include "graph/error/error.h"

namespace dossier::graph {
namespace {

void append_number(std::size_t number, std::vector<char>& out) {
  if (number > std::numeric_limits<std::uint32_t>::max())
    throw Error(ErrorKind::bad_input, "a prefix, a datatype or a language is longer than 4 GiB");
  const auto value = static_cast<std::uint32_t>(number);
  const auto* bytes = reinterpret_cast<const char*>(&value);
  out.insert(out.end(), bytes, bytes + sizeof value);
}

void append_text(std::string_view text, std::vector<char>& out) {
  append_number(text.size(), out);
  out.insert(out.end(), text.begin(), text.end());
}

std::optional<std::uint32_t> take_number(std::span<const char>& bytes) {
  std::uint32_t value = 0;
  if (bytes.size() < sizeof value) return std::nullopt;
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes = bytes.subspan(sizeof value);
  return value;
}

std::optional<std::string_view> take_text(std::span<const char>& bytes) {
  const auto size = take_number(bytes);
  if (!size || *size > bytes.size()) return std::nullopt;
  const std::string_view text{bytes.data(), *size};
  bytes = bytes.subspan(*size);
  return text;
}

Columns view_of(const OwnedColumns& owned) {
  Columns view;
  view.iris = owned.iris;
  view.blanks = owned.blanks;
  view.literals = owned.literals;
  view.text_starts = owned.text_starts;
  view.text = owned.text;
  view.literal_types = owned.literal_types;
  view.types = owned.types;
  view.prefixes = owned.prefixes;
  view.subject_starts = owned.subject_starts;
  view.subjects = owned.subjects;
  view.predicates = owned.predicates;
  view.objects = owned.objects;
  view.graphs = owned.graphs;
  view.object_starts = owned.object_starts;
  view.ospg_subjects = owned.ospg_subjects;
  view.ospg_predicates = owned.ospg_predicates;
  view.ospg_graphs = owned.ospg_graphs;
  view.predicate_keys = owned.predicate_keys;
  view.predicate_starts = owned.predicate_starts;
  view.posg_objects = owned.posg_objects;
  view.posg_subjects = owned.posg_subjects;
  view.posg_graphs = owned.posg_graphs;
  view.graph_keys = owned.graph_keys;
  view.graph_starts = owned.graph_starts;
  view.gspo = owned.gspo;
  view.gpos = owned.gpos;
  view.gosp = owned.gosp;
  return view;
}

/// The few texts that are not columns; `verified` columns always decode.
void read_texts(Contents& contents) {
  contents.literal_types = decode(contents.columns.types).value();
  const auto prefixes = decode(contents.columns.prefixes).value();
  for (const auto& [name, iri] : prefixes) contents.prefixes.declare(name, iri);
}

}  // namespace

std::vector<char> encode(std::span<const TextPair> pairs) {
  std::vector<char> out;
  append_number(pairs.size(), out);
  for (const auto& [first, second] : pairs) {
    append_text(first, out);
    append_text(second, out);
  }
  return out;
}

std::optional<std::vector<TextPair>> decode(std::span<const char> bytes) {
  const auto count = take_number(bytes);
  // Each pair takes eight bytes at least: a count that is too large must not become an allocation.
  if (!count || *count > bytes.size() / 8) return std::nullopt;
  std::vector<TextPair> pairs;
  pairs.reserve(*count);
  for (std::uint32_t i = 0; i < *count; ++i) {
    const auto first = take_text(bytes);
    const auto second = first ? take_text(bytes) : std::nullopt;
    if (!second) return std::nullopt;
    pairs.emplace_back(*first, *second);
  }
  if (!bytes.empty()) return std::nullopt;
  return pairs;
}

Contents::Contents(OwnedColumns&& built) : owned(std::move(built)), columns(view_of(owned)) { read_texts(*this); }

Contents::Contents(MappedFile&& file, const Columns& verified) : mapped(std::move(file)), columns(verified) {
  read_texts(*this);
}

}  // namespace dossier::graph
