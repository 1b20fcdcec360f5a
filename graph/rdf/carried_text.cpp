#include "graph/rdf/carried_text.h"

#include <algorithm>
#include <array>

namespace dossier::graph {
namespace {

constexpr std::string_view mark = "\xF3\xBF\xBF\xBE";  // U+FFFFE
constexpr char zero = '0', dot = 'd', itself = 'm';

std::string pair(char second) { return std::string(mark) + second; }

/// The escape at the front of `text` that spells 0 or the mark, and what stands for it; an empty escape when none.
struct Escape {
  std::string_view spelling;
  char second = zero;
};

Escape escape_at(std::string_view text) {
  const auto same = [](char a, char b) { return a == b || (b >= 'a' && b <= 'z' && (a | 0x20) == b); };
  struct Known {
    std::string_view spelling;
    char second;
  };
  constexpr std::array known{Known{"\\u0000", zero}, Known{"\\U00000000", zero}, Known{"\\U000ffffe", itself}};
  for (const auto& [spelling, second] : known) {
    const std::string_view here = text.substr(0, spelling.size());
    const bool match = here.size() == spelling.size() && here[1] == spelling[1] &&
                       std::ranges::equal(here.substr(2), spelling.substr(2), same);
    if (match) return {here, second};
  }
  return {};
}

}  // namespace

bool must_be_carried(std::string_view token) noexcept {
  return token.find('\0') != std::string_view::npos || token.find("\\u0000") != std::string_view::npos ||
         token.find("\\U000") != std::string_view::npos || is_carried(token);
}

std::string carried(std::string_view token) {
  std::string out;
  while (!token.empty()) {
    std::size_t taken = 1;
    if (token.front() == '\0') {
      out += pair(zero);
    } else if (token.starts_with(mark)) {
      out += pair(itself);
      taken = mark.size();
    } else if (token.front() == '\\') {
      const Escape escape = escape_at(token);
      taken = escape.spelling.empty() ? 2 : escape.spelling.size();
      out += escape.spelling.empty() ? std::string(token.substr(0, taken)) : pair(escape.second);
    } else {
      out += token.front();
    }
    token.remove_prefix(std::min(taken, token.size()));
  }
  return out;
}

std::string carried_iri(std::string_view iri) {
  std::string out;
  for (std::size_t i = 0; i < iri.size(); ++i) {
    const bool starts_segment = i > 0 && (iri[i - 1] == '/' || iri[i - 1] == ':');
    if (iri[i] == '.' && starts_segment) {
      out += pair(dot);
    } else if (iri.substr(i).starts_with(mark)) {
      out += pair(itself);
      i += mark.size() - 1;
    } else {
      out += iri[i];
    }
  }
  return out;
}

bool is_carried(std::string_view text) noexcept { return text.find(mark) != std::string_view::npos; }

std::string uncarried(std::string_view text) {
  std::string out;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
    out += text.substr(0, at);
    text.remove_prefix(at + mark.size());
    if (text.starts_with(zero))
      out += '\0';
    else if (text.starts_with(dot))
      out += '.';
    else
      out += mark;
    text.remove_prefix(std::min<std::size_t>(1, text.size()));
  }
  return out += text;
}

}  // namespace dossier::graph
