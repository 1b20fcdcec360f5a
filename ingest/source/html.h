/// HTML -> what a reader sees.
#pragma once

#include <string>

#include "ingest/source/document.h"
#include "ingest/source/document_stream.h"

namespace dossier::ingest {

/// Renders the main part of a page (its <main> or <article>, else <body>) into the document: block elements and <br>
/// <br> separate paragraphs, list items and table cells are items, white space is collapsed as browsers do. Not in the
/// text: scripts, styles, forms, <nav>, <aside>, <footer>, what is hidden, and a <header> outside the main part.
/// Nothing is loaded, and no entities are known but HTML's.
void read_html(std::string html, Document& document, const SourceOptions& options);

/// The encoding a page says it is in, from `<meta charset>` or `http-equiv` in its first bytes; empty when it does not
/// (a small part of HTML Living Standard 13.2.3.2).
[[nodiscard]] std::string declared_encoding(std::string_view html);

}  // namespace dossier::ingest
