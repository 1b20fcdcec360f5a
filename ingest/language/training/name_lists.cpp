#include "ingest/language/training/name_lists.h"

#include <algorithm>
#include <fstream>

#include "graph/error/error.h"
#include "ingest/language/tokenizer.h"

namespace dossier::ingest::training {
namespace {

constexpr std::size_t longest = 5;

std::ifstream opened(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::io, "cannot read " + path.string());
  return in;
}

/// The fields of a line of CSV (RFC 4180; no line ends inside).
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> result(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') result.back() += line[i++];
      else quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      result.emplace_back();
    } else if (line[i] != '\r') {
      result.back() += line[i];
    }
  }
  return result;
}

}  // namespace

void NameLists::add(Listed kind, std::string_view name) {
  std::vector<Token> tokens;
  tokenize(name, {0, static_cast<std::uint32_t>(name.size())}, tokens);
  if (tokens.empty() || tokens.size() > longest) return;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t word = vocabulary_hash(name.substr(tokens[i].span.begin, tokens[i].span.size()));
    hash = i == 0 ? word : joined_hash(hash, word);
    entries_.emplace_back(hash, static_cast<std::uint32_t>(i + 1 == tokens.size() ? kind : Listed::part));
  }
}

void NameLists::add_lines(Listed kind, const std::filesystem::path& path) {
  auto in = opened(path);
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') add(kind, line);
}

void NameLists::add_column(Listed kind, const std::filesystem::path& path, std::string_view column) {
  auto in = opened(path);
  std::string line;
  std::getline(in, line);
  const auto header = fields(line);
  const auto at = static_cast<std::size_t>(std::ranges::find(header, column) - header.begin());
  if (at == header.size()) throw Error(ErrorKind::bad_input, path.string() + ": no column " + std::string(column));
  while (std::getline(in, line))
    if (const auto row = fields(line); at < row.size() && !row[at].empty()) add(kind, row[at]);
}

void NameLists::add_actors(Listed kind, const std::filesystem::path& path) {
  auto in = opened(path);
  std::vector<std::string> names;  // until their code comes
  for (std::string line; std::getline(in, line);) {
    line.resize(std::min(line.find_first_of("#;"), line.size()));
    if (const std::size_t code = line.find('['); code != std::string::npos) {
      // rulers and members of a body are persons
      const std::string_view text = std::string_view(line).substr(code);
      const bool person = text.find("ELI") != std::string_view::npos || text.find(" >") != std::string_view::npos || text.find(" <") != std::string_view::npos ||
                          text.find('-') != std::string_view::npos;
      if (line.find_first_not_of(" \t") == code && !person)
        for (const std::string& name : names) add(kind, name);
      names.clear();
      continue;
    }
    std::string name;
    for (const char c : line)
      if (c == '_') name += ' ';
      else if (c != '+' && c != '\t' && c != '\r') name += c;
    while (!name.empty() && name.back() == ' ') name.pop_back();
    if (name.starts_with("THE ")) name.erase(0, 4);
    if (name.size() > 1) names.push_back(std::move(name));
  }
}

std::vector<WordTable::Slot> NameLists::table() const {
  std::vector<std::uint64_t> hashes;  // many names begin alike, and many words are in several lists
  for (const auto& entry : entries_) hashes.push_back(entry.first);
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  WordTableBuilder builder(hashes.size());
  for (const auto& [hash, kinds] : entries_) builder.add(hash, kinds, true);
  return builder.slots();
}

}  // namespace dossier::ingest::training
