/// Dates in prose -> EDTF.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/term/edtf.h"
#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// What a date expression was read against.
enum class TimeBasis : std::uint8_t { stated, document };

/// A date expression in a sentence. The year of "December 23" is not known until `resolve` looks at the document.
struct DateExpression {
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last) of the document
  graph::Edtf date;                   ///< as stated; relative expressions leave it empty of a year
  int weekday = -1;                   ///< 0 (Sunday) … 6 for "Friday", "on Monday"
  int day_offset = 0;                 ///< for "today" (0), "yesterday" (-1), "tomorrow" (1)
  bool relative = false;              ///< "today" and its like
};

/// All date expressions of a sentence, left to right: "September 19, 2018", "10 December", "January 9-10, 2023",
/// "October 2016", "in February" (a month alone needs a preposition before it), "Friday", "yesterday".
[[nodiscard]] std::vector<DateExpression> find_dates(const Document& document, std::span<const Token> tokens,
                                                     std::uint32_t first, std::uint32_t last);

/// How the sentence speaks of the day: what decides between the last and the next "December 23".
enum class TimeSense : std::uint8_t { past, future, unknown };

struct ResolvedDate {
  graph::Edtf date;
  TimeBasis basis = TimeBasis::stated;
};

/// The date that is meant, against the document's publication date (EDTF; may be empty). "December 23" in an article
/// of 24 January 2022 is 2021-12-23 when the sentence is in the past. Without a publication date the year stays open
/// (XXXX-12-23); a weekday or "today" without one is nothing.
[[nodiscard]] std::optional<ResolvedDate> resolve(const DateExpression& expression, std::string_view published, TimeSense sense);

}  // namespace dossier::ingest
