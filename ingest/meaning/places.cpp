#include "ingest/meaning/places.h"

#include <algorithm>

namespace dossier::ingest {
namespace {

constexpr std::size_t longest_path = 3;

bool is_temporal(std::string_view preposition) { return preposition == "on" || preposition == "in" || preposition == "from" || preposition == "during"; }

/// Whether what is written at `mark` (bytes) stands there.
bool covers(const SentenceReading& reading, const Occupant& to, Span mark) {
  const auto inside = [&](std::uint32_t token) {
    const Span span = reading.words.span(token, token + 1);
    return span.begin < mark.end && mark.begin < span.end;
  };
  if (to.date != nowhere) return inside(reading.row.dates[to.date].first);
  if (to.mention != nowhere) return inside(reading.row.mentions[to.mention].first);
  return std::ranges::any_of(to.group, [&](std::uint32_t p) {
    const Phrase& phrase = reading.row.phrases[p];
    if (phrase.mention == nowhere) return inside(phrase.head);
    const Mention& mention = reading.row.mentions[phrase.mention];
    // "the president of [Kenya]" is one unit, and not Kenya
    if (mention.kind == MentionKind::post) return inside(mention.first);
    if (inside(phrase.head)) return true;
    return mention.kind != MentionKind::nominal && mention.kind != MentionKind::topic && inside(mention.first);
  });
}

std::string_view name_of(Place place) {
  switch (place) {
    case Place::subject: return "subject";
    case Place::object: return "object";
    case Place::complement: return "complement";
    case Place::content_subject: return "subject of what is said";
    case Place::adjunct: return "";
    case Place::owner: return "owner";
    case Place::modifier: return "modifier";
    case Place::head: return "itself";
  }
  return "";
}

}  // namespace

Surroundings::Surroundings(const SentenceReading& reading, const Clause& clause) : reading_(&reading) {
  if (!clause.subject.empty()) ways_.push_back({Place::subject, {}, {clause.subject, nowhere, nowhere}});
  if (!clause.object.empty()) ways_.push_back({Place::object, {}, {clause.object, nowhere, nowhere}});
  if (!clause.complement.empty()) ways_.push_back({Place::complement, {}, {clause.complement, nowhere, nowhere}});
  add(clause.adjuncts);
  const auto index = static_cast<std::uint32_t>(&clause - reading.clauses.clauses.data());
  for (const Clause& inner : reading.clauses.clauses)
    if (inner.inside == index && !inner.subject.empty()) ways_.push_back({Place::content_subject, {}, {inner.subject, nowhere, nowhere}});
}

Surroundings::Surroundings(const SentenceReading& reading, std::uint32_t p) : reading_(&reading), phrase_(p) {
  const Phrase& phrase = reading.row.phrases[p];
  if (phrase.owner != nowhere) ways_.push_back({Place::owner, {}, {std::span(&phrase.owner, 1), nowhere, nowhere}});
  for (std::uint32_t m = 0; m < reading.row.mentions.size(); ++m) {
    const Mention& mention = reading.row.mentions[m];
    if (mention.kind == MentionKind::known && mention.first >= phrase.first && mention.last <= phrase.head && m != phrase.mention &&
        (phrase.owner == nowhere || mention.first >= reading.row.phrases[phrase.owner].last))
      ways_.push_back({Place::modifier, {}, {{}, nowhere, m}});
  }
  const auto own = adjuncts_of(reading.clauses, p);
  add(own);
  // "the loan of a portrait to the museum": what hangs on the last noun of "of …" may belong to the first
  for (const Adjunct& adjunct : own)
    if (adjunct.preposition == "of" && !adjunct.group.empty())
      for (const Adjunct& further : adjuncts_of(reading.clauses, adjunct.group.back()))
        if (further.preposition != "of") add(std::span(&further, 1));
}

void Surroundings::add(std::span<const Adjunct> adjuncts) {
  for (const Adjunct& adjunct : adjuncts) ways_.push_back({Place::adjunct, adjunct.preposition, {adjunct.group, adjunct.date, nowhere}});
}

bool Surroundings::leads(const Step& step, const Way& way) {
  if (step.place != way.place) return false;
  return step.place != Place::adjunct || step.preposition == way.preposition || (way.to.date != nowhere && is_temporal(way.preposition) && is_temporal(step.preposition));
}

bool Surroundings::has(const Step& step) const {
  return step.place == Place::head || std::ranges::any_of(ways_, [&](const Way& way) { return leads(step, way); });
}

std::vector<Occupant> Surroundings::at_end_of(std::span<const Step> path) const {
  std::vector<Occupant> found;
  if (path.front().place == Place::head) found.push_back({std::span(&phrase_, 1), nowhere, nowhere});
  else follow(path, found);
  return found;
}

void Surroundings::follow(std::span<const Step> path, std::vector<Occupant>& found) const {
  for (const Way& way : ways_) {
    if (!leads(path.front(), way)) continue;
    if (path.size() == 1) {
      found.push_back(way.to);
      continue;
    }
    for (const std::uint32_t p : way.to.group)
      if (reading_->sentences->lemma(reading_->row.phrases[p].head) == path.front().lemma) Surroundings(*reading_, p).follow(path.subspan(1), found);
  }
}

bool stands_at(const SentenceReading& reading, std::uint32_t phrase, Span mark) { return covers(reading, {std::span(&phrase, 1), nowhere, nowhere}, mark); }

Path Surroundings::path_to(Span mark) const {
  if (phrase_ != nowhere && stands_at(*reading_, phrase_, mark)) return {{Place::head, {}, {}}};
  struct Open {
    Path path;
    std::uint32_t phrase;
  };
  std::vector<Open> open;  // breadth first, so that the shortest path is found
  const auto look = [&](const Surroundings& around, const Path& before) -> Path {
    for (const Way& way : around.ways_)
      if (covers(*reading_, way.to, mark)) {
        Path path = before;
        path.push_back({way.place, std::string(way.preposition), {}});
        return path;
      }
    for (const Way& way : around.ways_)
      for (const std::uint32_t p : way.to.group) {
        Path path = before;
        path.push_back({way.place, std::string(way.preposition), std::string(reading_->sentences->lemma(reading_->row.phrases[p].head))});
        open.push_back({std::move(path), p});
      }
    return {};
  };
  if (Path path = look(*this, {}); !path.empty()) return path;
  for (std::size_t next = 0; next < open.size(); ++next) {
    if (open[next].path.size() == longest_path) break;
    const Open now = open[next];
    if (Path path = look(Surroundings(*reading_, now.phrase), now.path); !path.empty()) return path;
  }
  return {};
}

std::string to_string(std::span<const Step> path) {
  std::string out;
  for (const Step& step : path) {
    if (!out.empty()) out += " > ";
    out += step.place == Place::adjunct ? step.preposition : std::string(name_of(step.place));
    if (!step.lemma.empty()) out += " '" + step.lemma + "'";
  }
  return out;
}

}  // namespace dossier::ingest
