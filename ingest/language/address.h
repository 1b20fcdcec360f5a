/// E-mail and web addresses in running text.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::ingest {

/// Finds addresses in a piece of text without white space, from left to right. Asked again and again, it takes time in
/// proportion to the piece.
class AddressFinder {
 public:
  /// `text[begin, end)` has no white space.
  AddressFinder(std::string_view text, std::uint32_t begin, std::uint32_t end);

  /// Where the address ends that begins at `at`; `at` when none does. Web addresses ("https://…", "www.…", "mailto:…")
  /// go on to the end but for closing marks; mail addresses need an "@" between words; "@name" is one as well.
  [[nodiscard]] std::uint32_t end_of_address(std::uint32_t at);

 private:
  [[nodiscard]] std::uint32_t web(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t mail(std::uint32_t at);

  std::string_view text_;
  std::uint32_t begin_, end_;
  bool may_be_web_ = false, may_be_mail_ = false;
  std::uint32_t no_mail_before_ = 0;  ///< no mail address begins before this place
};

}  // namespace dossier::ingest
