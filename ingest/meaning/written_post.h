/// Posts as they are written: "the former Mexican Secretary of Security", "spokesman for the Indonesian military".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/meaning/labels.h"
#include "ingest/meaning/mention.h"

namespace dossier::ingest {

/// A post, in tokens of its sentence.
struct WrittenPost {
  std::uint32_t first = 0, last = 0;
  std::uint32_t head_first = 0, head_last = 0;  ///< the title itself
  std::uint32_t title = nowhere;                ///< of the lexicon
  std::uint32_t of_first = 0, of_last = 0;      ///< the country or body in front or behind; empty when none
  bool portfolio = false, former = false;
  std::uint32_t prefix = 0;  ///< bytes of the first word that are not of the post: "then-"
};

/// "(former) [Mexican] Secretary [of Security]" from token i.
[[nodiscard]] std::optional<WrittenPost> post_at(const Labels& labels, std::uint32_t i);

/// "the [Deputy Prime Minister] and [Minister for Foreign Affairs]" from token i; none when no post begins there.
[[nodiscard]] std::vector<WrittenPost> joined_posts_at(const Labels& labels, std::uint32_t i);

}  // namespace dossier::ingest
