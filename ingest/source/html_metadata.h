/// What a page says about itself: title, date, language, address.
#pragma once

#include <libxml/tree.h>

#include <string>

namespace dossier::ingest {

struct HtmlMetadata {
  std::string title;     ///< og:title, else the first <h1>, else <title>
  std::string date;      ///< EDTF; empty when the page does not say
  std::string language;  ///< <html lang>
  std::string url;       ///< canonical link or og:url
};

/// The date is, in this order, that of article:published_time, JSON-LD's datePublished, a <meta> of a date, or the
/// first <time datetime>: a page shows times of other things too, but says by name when it was published.
[[nodiscard]] HtmlMetadata read_html_metadata(const xmlNode* root);

}  // namespace dossier::ingest
