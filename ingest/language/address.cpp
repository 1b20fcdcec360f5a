#include "ingest/language/address.h"

#include <algorithm>
#include <array>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_local(char c) { return is_alphanumeric(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-'; }
bool is_host(char c) { return is_alphanumeric(c) || c == '.' || c == '_' || c == '-'; }

}  // namespace

AddressFinder::AddressFinder(std::string_view text, std::uint32_t begin, std::uint32_t end)
    : text_(text), begin_(begin), end_(end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (text[i] == '@') may_be_mail_ = true;
    if (text[i] == ':' || text[i] == 'w' || text[i] == 'W') may_be_web_ = true;
  }
}

std::uint32_t AddressFinder::end_of_address(std::uint32_t at) {
  std::uint32_t end = at;
  if (may_be_web_) end = web(at);
  if (end == at && may_be_mail_) end = mail(at);
  return end;
}

std::uint32_t AddressFinder::web(std::uint32_t at) const {
  const std::string start = lower_ascii(text_.substr(at, std::min<std::uint32_t>(end_ - at, 8)));
  constexpr auto starts = std::to_array<std::string_view>({"http://", "https://", "ftp://", "www.", "mailto:"});
  const auto found =
      std::ranges::find_if(starts, [&](std::string_view s) { return std::string_view(start).starts_with(s); });
  if (found == starts.end()) return at;
  std::uint32_t last = at;
  while (last < end_ && text_[last] != '<' && text_[last] != '>' && text_[last] != '"' &&
         !text_.substr(last).starts_with("\u201D") && !text_.substr(last).starts_with("\u2019"))
    ++last;
  const bool open = text_.substr(at, last - at).find('(') != std::string_view::npos;
  while (last > at && (std::string_view(".,;:!?]}'*|").find(text_[last - 1]) != std::string_view::npos ||
                       (text_[last - 1] == ')' && !open)))
    --last;
  return last - at > found->size() ? last : at;
}

std::uint32_t AddressFinder::mail(std::uint32_t at) {
  if (at < no_mail_before_) return at;
  std::uint32_t sign = at;
  while (sign < end_ && is_local(text_[sign])) ++sign;
  const bool named = sign == at && at == begin_;  // "@name"
  if (sign + 1 >= end_ || text_[sign] != '@' || (sign == at && !named) || !is_alphanumeric(text_[sign + 1]) ||
      (named && text_[sign + 1] <= '9')) {
    no_mail_before_ = std::max(sign, at);
    return at;
  }
  std::uint32_t last = sign + 1;
  while (last < end_ && is_host(text_[last])) ++last;
  while (last > sign + 2 && !is_alphanumeric(text_[last - 1])) --last;
  return last;
}

}  // namespace dossier::ingest
