/// Bytes -> UTF-8: which encoding a text is in, and what is not a text at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// "a PDF file", "a zip archive (also Word, Excel, OpenDocument)", …: what the first bytes say that Dossier cannot
/// read; nothing when they look like text. Compression that Dossier does read (gzip) is not named here.
[[nodiscard]] std::optional<std::string> binary_format(std::string_view bytes);

/// The text of some bytes, and how sure that reading is.
struct Decoded {
  std::string text;                ///< UTF-8, tidied (see tidy)
  std::string encoding;            ///< "UTF-8", "windows-1252", …
  int confidence = 100;            ///< of 100; 99 at most where the encoding was guessed from the bytes
  std::size_t replaced = 0;        ///< how many broken parts became U+FFFD
  std::size_t first_replaced = 0;  ///< the byte in `text` of the first of them
};

/// Decodes by byte order mark, then as UTF-8 when it is valid, then as `declared` says (an HTML page's own word), then
/// by ICU's detection on the parts that are not ASCII. UTF-8 with a few broken bytes stays UTF-8, repaired. Nothing
/// when the bytes are not text in any encoding known here.
[[nodiscard]] std::optional<Decoded> decode(std::string bytes, std::string_view declared = {});

}  // namespace dossier::ingest
