#include "ingest/source/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr int least_confidence = 15;        // below, ICU's best guess is no better than chance
constexpr std::size_t sample_size = 65536;  // enough for its statistics; the whole of a large text would be slow

struct Converter {
  explicit Converter(const std::string& name) : converter(ucnv_open(name.c_str(), &status), ucnv_close) {}
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter;
};

/// `bytes` in UTF-8, through a buffer of fixed size; nothing when ICU does not know the encoding.
std::optional<std::string> converted(std::string_view bytes, const std::string& encoding) {
  const Converter from(encoding);
  const Converter to("UTF-8");
  if (U_FAILURE(from.status) || U_FAILURE(to.status)) return std::nullopt;
  std::string text;
  std::array<char, 65536> buffer{};
  std::array<UChar, 8192> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = buffer.data();
    ucnv_convertEx(to.converter.get(), from.converter.get(), &target, buffer.data() + buffer.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   static_cast<UBool>(first), 1, &status);
    text.append(buffer.data(), target);
  }
  if (U_FAILURE(status)) return std::nullopt;
  return text;
}

std::size_t count_replacements(std::string_view text, std::size_t& first) {
  std::size_t count = 0;
  for (std::size_t at = text.find(replacement); at != std::string_view::npos; at = text.find(replacement, at + 3))
    if (count++ == 0) first = at;
  return count;
}

/// Tidies, and counts what could not be decoded.
Decoded finished(std::string text, std::string encoding, int confidence) {
  Decoded decoded{std::move(text), std::move(encoding), confidence};
  tidy(decoded.text);
  decoded.replaced = count_replacements(decoded.text, decoded.first_replaced);
  return decoded;
}

/// As `finished`, for text that was valid UTF-8 to begin with: a U+FFFD in it is the author's.
Decoded valid(std::string text) {
  Decoded decoded{std::move(text), "UTF-8"};
  tidy(decoded.text);
  return decoded;
}

std::optional<Decoded> decode_as(std::string_view bytes, const std::string& encoding, int confidence) {
  auto text = converted(bytes, encoding);
  if (!text) return std::nullopt;
  return finished(*std::move(text), encoding, confidence);
}

std::string_view encoding_of_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
  return {};
}

/// Characters that most texts of the world are made of.
bool is_common(std::uint32_t unit) {
  return (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0xA0 && unit < 0x600) || (unit >= 0x600 && unit < 0x700) || (unit >= 0x2010 && unit < 0x2040) ||
         (unit >= 0x3000 && unit < 0x3100) || (unit >= 0x4E00 && unit < 0xA000) || (unit >= 0xAC00 && unit < 0xD7A4) ||
         (unit >= 0xFF00 && unit < 0xFF60);
}

/// The share of common characters when the bytes are read in units of `width`, most significant byte first or last.
double share_of_common(std::string_view bytes, std::size_t width, bool big_endian) {
  const std::size_t units = std::min(bytes.size(), sample_size) / width;
  if (units == 0) return 0;
  std::size_t common = 0;
  for (std::size_t i = 0; i < units; ++i) {
    std::uint32_t unit = 0;
    for (std::size_t k = 0; k < width; ++k)
      unit = unit << 8U | static_cast<unsigned char>(bytes[i * width + (big_endian ? k : width - 1 - k)]);
    if (is_common(unit)) ++common;
  }
  return static_cast<double>(common) / static_cast<double>(units);
}

/// UTF-16 or UTF-32 without a mark. ICU's own detection knows them only for Latin letters, so each reading is scored by
/// how ordinary the characters are that it gives.
std::optional<Decoded> decode_wide(std::string_view bytes) {
  struct Reading {
    const char* encoding;
    std::size_t width;
    bool big_endian;
  };
  constexpr std::array readings = {Reading{"UTF-32LE", 4, false}, Reading{"UTF-32BE", 4, true},
                                   Reading{"UTF-16LE", 2, false}, Reading{"UTF-16BE", 2, true}};
  const Reading* best = nullptr;
  double best_share = 0.95;
  for (const Reading& reading : readings) {
    if (bytes.size() % reading.width != 0) continue;
    const double share = share_of_common(bytes, reading.width, reading.big_endian);
    if (share <= best_share) continue;
    best = &reading;
    best_share = share;
  }
  if (best == nullptr) return std::nullopt;
  auto decoded = decode_as(bytes, best->encoding, static_cast<int>(best_share * 100) - 1);
  if (decoded && decoded->replaced != 0) return std::nullopt;
  return decoded;
}

/// The parts with bytes that are not ASCII, cut at blanks, where no encoding has the second byte of a character.
std::string sample(std::string_view bytes) {
  std::string parts;
  const auto is_high = [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; };
  for (std::size_t at = 0; at < bytes.size() && parts.size() < sample_size;) {
    const auto high = static_cast<std::size_t>(
        std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high) - bytes.begin());
    if (high == bytes.size()) break;
    std::size_t begin = high;
    while (begin > at && high - begin < 512 && !(high - begin > 80 && bytes[begin - 1] == ' ') &&
           bytes[begin - 1] != '\n')
      --begin;
    std::size_t end = std::min(bytes.size(), high + 512);
    while (end < bytes.size() && end < high + 4096 && bytes[end] != ' ' && bytes[end] != '\n') ++end;
    parts.append(bytes.substr(begin, end - begin));
    at = end;
  }
  return parts;
}

/// Encodings that ICU names but whose supersets are what people's programs write (WHATWG Encoding, 4.2).
std::string usual_name(std::string_view encoding) {
  if (encoding == "ISO-8859-1") return "windows-1252";
  if (encoding == "ISO-8859-9") return "windows-1254";
  if (encoding == "ISO-8859-8-I") return "ISO-8859-8";
  return std::string(encoding);
}

struct Guess {
  std::string encoding;
  int confidence = 0;
};

/// What ICU makes of it, the best first. The encodings that other tests here decide are left out, and EBCDIC.
std::vector<Guess> guesses(std::string_view bytes) {
  const std::string part = sample(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  ucsdet_setText(detector.get(), part.data(), static_cast<std::int32_t>(part.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  std::vector<Guess> found;
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    if (name.starts_with("UTF-") || name.starts_with("IBM") || name.starts_with("ISO-2022")) continue;
    found.push_back({usual_name(name), std::min(ucsdet_getConfidence(matches[i], &status), 99)});
  }
  return found;
}

struct Utf8Count {
  std::size_t good = 0;    // characters of more than one byte
  std::size_t broken = 0;  // maximal broken parts
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  while (!bytes.empty()) {
    const std::size_t broken = first_invalid_utf8(bytes).value_or(bytes.size());
    const std::string_view good = bytes.substr(0, broken);
    count.good += static_cast<std::size_t>(
        std::ranges::count_if(good, [](char c) { return static_cast<unsigned char>(c) >= 0xC2; }));
    if (broken == bytes.size()) break;
    ++count.broken;
    bytes.remove_prefix(broken + 1);
  }
  return count;
}

/// Text has few control characters; a program or a picture is full of them.
bool is_full_of_controls(std::string_view bytes) {
  const std::string_view part = bytes.substr(0, sample_size);
  const auto controls = std::ranges::count_if(part, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 20 > part.size();
}

std::optional<Decoded> repaired(std::string_view bytes) {
  Decoded decoded = finished(repaired_utf8(bytes), "UTF-8", 100);
  if (decoded.replaced * 10 > length(decoded.text)) return std::nullopt;
  return decoded;
}

std::optional<Decoded> decode_narrow(std::string_view bytes) {
  const Utf8Count utf8 = count_utf8(bytes);
  // Other encodings make such sequences by chance only: one in ten, where they have two bytes to a character.
  if (utf8.good >= 2 * utf8.broken) return repaired(bytes);
  const std::vector<Guess> candidates = guesses(bytes);
  const int best = candidates.empty() ? 0 : candidates.front().confidence;
  if (best < 40)
    if (auto wide = decode_wide(bytes)) return wide;
  for (const Guess& guess : candidates) {
    if (guess.confidence < std::max(least_confidence, best / 2)) break;
    auto decoded = decode_as(bytes, guess.encoding, guess.confidence);
    if (decoded && decoded->replaced * 100 <= length(decoded->text)) return decoded;
  }
  return repaired(bytes);
}

}  // namespace

std::optional<std::string> binary_format(std::string_view bytes) {
  struct Magic {
    std::string_view begin;
    const char* name;
  };
  constexpr std::array formats = {
      Magic{"%PDF-"sv, "a PDF file"},
      Magic{"PK\x03\x04"sv, "a zip archive (or a Word, Excel or OpenDocument file)"},
      Magic{"PK\x05\x06"sv, "an empty zip archive"},
      Magic{"\x7F"
            "ELF"sv,
            "a program (ELF)"},
      Magic{"MZ\x90\0"sv, "a program (Windows)"},
      Magic{"\xCF\xFA\xED\xFE"sv, "a program (Mach-O)"},
      Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Microsoft Office file"},
      Magic{"{\\rtf"sv, "an RTF file"},
      Magic{"%!PS"sv, "a PostScript file"},
      Magic{"\x89PNG\r\n\x1A\n"sv, "a PNG image"},
      Magic{"\xFF\xD8\xFF"sv, "a JPEG image"},
      Magic{"GIF87a"sv, "a GIF image"},
      Magic{"GIF89a"sv, "a GIF image"},
      Magic{"II*\0"sv, "a TIFF image"},
      Magic{"MM\0*"sv, "a TIFF image"},
      Magic{"\x28\xB5\x2F\xFD"sv, "a zstd-compressed file"},
      Magic{"\xFD"
            "7zXZ\0"sv,
            "an xz-compressed file"},
      Magic{"BZh9"sv, "a bzip2-compressed file"},
      Magic{"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
      Magic{"Rar!\x1A\x07"sv, "a RAR archive"},
      Magic{"SQLite format 3\0"sv, "an SQLite database"},
      Magic{"\x7F"
            "DOSSIER"sv,
            "a Dossier graph"},
  };
  for (const Magic& format : formats)
    if (bytes.starts_with(format.begin)) return format.name;
  if (bytes.starts_with("RIFF") && bytes.size() >= 12)
    return bytes.substr(8, 4) == "WEBP" ? "a WebP image" : "a sound or video file";
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return "a video or HEIC image";
  if (bytes.size() >= 512 && bytes.substr(257, 5) == "ustar") return "a tar archive";
  return std::nullopt;
}

std::optional<Decoded> decode(std::string bytes, std::string_view declared) {
  if (const std::string_view marked = encoding_of_mark(bytes); !marked.empty())
    return decode_as(std::string_view(bytes).substr(marked.starts_with("UTF-32") ? 4 : 2), std::string(marked), 100);
  if (bytes.find('\0') != std::string::npos) return decode_wide(bytes);
  if (is_full_of_controls(bytes)) return decode_wide(bytes);  // half of a Chinese character may look like a control
  if (!first_invalid_utf8(bytes)) return valid(std::move(bytes));
  if (!declared.empty() && lower_ascii(declared) != "utf-8")
    if (auto decoded = decode_as(bytes, usual_name(declared), 100)) return decoded;
  return decode_narrow(bytes);
}

}  // namespace dossier::ingest
