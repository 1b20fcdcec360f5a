#include "ingest/identity/decisions.h"

#include <algorithm>

#include "graph/error/error.h"
#include "graph/query/name_folding.h"
#include "ingest/identity/minted_iri.h"

namespace dossier::ingest {

/// Where a thing came to, and the last line that took it on.
struct Decisions::Walk {
  DecidedEntity entity;
  std::optional<std::size_t> last;
};

/// The first line in [from, end) that takes this thing on; `end` when there is none.
std::size_t Decisions::next_line(std::string_view iri, std::span<const std::string> folded, std::string_view document,
                                 std::size_t from, std::size_t end) const {
  std::size_t first = end;
  const auto look = [&](const Lines& lines, std::string_view key) {
    const auto found = lines.find(key);
    if (found == lines.end()) return;
    for (const std::size_t line : found->second) {
      if (line >= first) break;
      const Decision& decision = all_[line];
      if (line < from || !holds_[line] || (decision.verdict == Verdict::split && decision.other != document)) continue;
      if (decision.verdict != Verdict::split && target_[line].iri == iri) continue;
      first = line;
    }
  };
  look(by_iri_, iri);
  for (const std::string& name : folded) look(by_name_, name);
  return first;
}

Decisions::Walk Decisions::walk(DecidedEntity begin, std::span<const std::string> folded, std::string_view document,
                                std::size_t end) const {
  Walk walk{std::move(begin), {}};
  for (std::size_t line = next_line(walk.entity.iri, folded, document, 0, end); line < end;
       line = next_line(walk.entity.iri, folded, document, line + 1, end)) {
    walk.last = line;
    if (all_[line].verdict == Verdict::split)
      walk.entity.iri = iri_within(walk.entity.iri, document);
    else
      walk.entity = target_[line];
  }
  return walk;
}

void Decisions::index() {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Decision& decision = all_[i];
    if (decision.verdict == Verdict::same) by_iri_[decision.other].push_back(i);
    if (decision.verdict == Verdict::split && !decision.other.empty()) by_iri_[decision.entity].push_back(i);
    if (decision.verdict == Verdict::alias) by_name_[graph::folded_name(decision.other)].push_back(i);
  }
  holds_.assign(all_.size(), true);
  target_.resize(all_.size());
  settle(all_.size());
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (all_[i].verdict == Verdict::split && all_[i].other.empty()) cancel(i);
}

/// What the lines before `end` lead to: an entity that was itself renamed by then is what it was renamed to.
void Decisions::settle(std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    const Decision& decision = all_[i];
    target_[i] = {decision.entity, decision.type, decision.name};
    if (decision.verdict == Verdict::same || decision.verdict == Verdict::alias)
      target_[i] = walk(target_[i], {}, {}, i).entity;
  }
}

/// Takes back what earlier lines made of the entity of a `split` without a document.
void Decisions::cancel(std::size_t line) {
  for (std::size_t i = 0; i < line; ++i)
    if (all_[i].verdict != Verdict::split && target_[i].iri == all_[line].entity) holds_[i] = false;
  settle(all_.size());
}

DecidedEntity Decisions::final_of(std::string_view iri) const {
  return walk({std::string(iri), {}, {}}, {}, {}, all_.size()).entity;
}

void Decisions::check(const std::string& source) const {
  for (const Decision& decision : all_) {
    if (decision.verdict != Verdict::different) continue;
    const Walk one = walk({decision.entity, {}, {}}, {}, {}, all_.size());
    const Walk other = walk({decision.other, {}, {}}, {}, {}, all_.size());
    if (one.entity.iri != other.entity.iri) continue;
    const auto line_of = [this](const Walk& walked) { return walked.last ? all_[*walked.last].line : 0; };
    const std::uint64_t merged = std::max(line_of(one), line_of(other));
    throw Error(ErrorKind::bad_input, Location{source, std::max(merged, decision.line), 1},
                "line " + std::to_string(merged) + " makes one of two things that line " + std::to_string(decision.line) +
                    " calls different",
                "take one of the two lines out");
  }
}

std::optional<DecidedEntity> Decisions::decide(std::string_view iri, std::span<const std::string> names,
                                               std::string_view document) const {
  std::vector<std::string> folded;
  if (!by_name_.empty())
    for (const std::string& name : names) folded.push_back(graph::folded_name(name));
  if (next_line(iri, folded, document, 0, all_.size()) == all_.size()) return std::nullopt;
  return walk({std::string(iri), {}, {}}, folded, document, all_.size()).entity;
}

bool Decisions::are_different(std::string_view one, std::string_view other) const {
  const auto [first, second] = std::minmax(one, other);
  return different_.contains({std::string(first), std::string(second)});
}

std::vector<std::string_view> Decisions::renamed_iris() const {
  std::vector<std::string_view> iris;
  for (const auto& [iri, lines] : by_iri_) iris.emplace_back(iri);
  return iris;
}

std::vector<std::string_view> Decisions::renamed_names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, lines] : by_name_) names.emplace_back(name);
  return names;
}

std::vector<std::size_t> Decisions::merged_into(std::string_view entity) const {
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const bool merges = all_[i].verdict == Verdict::same || all_[i].verdict == Verdict::alias;
    if (merges && holds_[i] && target_[i].iri == entity) lines.push_back(i);
  }
  return lines;
}

}  // namespace dossier::ingest
