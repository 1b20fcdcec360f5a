#include "ingest/source/encoding.h"

#include <unicode/ucnv.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <vector>

#include "ingest/source/characters.h"

namespace data = boost::unit_test::data;
using namespace dossier::ingest;
using namespace std::string_literals;

namespace {

std::string encoded(const char* encoding, const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(utf8.size() * 4 + 16, '\0');
  const auto size = ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()), utf8.data(),
                                 static_cast<std::int32_t>(utf8.size()), &status);
  BOOST_REQUIRE(U_SUCCESS(status) != 0);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

struct Sample {
  const char* encoding;  // the file's
  const char* found;     // as it is named
  const char* text;
};
std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.encoding; }

const char* const korean =
    "대통령은 서울에서 외교부 장관을 만났다. 두 나라는 군사 합의에 서명했다. 남북 관계 개선을 위한 노력을 계속하기로 "
    "했다.";
const char* const japanese =
    "大統領は東京で外務大臣と会談した。両国は新しい協定に署名しました。これからも協力を続けることで一致した。";
const char* const chinese = "总统在北京会见了外交部长。两国签署了新的协定。双方同意继续加强合作。";
const char* const taiwanese = "總統在台北會見了外交部長。兩國簽署了新的協定。雙方同意繼續加強合作。";
const char* const russian = "Президент встретился с министром иностранных дел. Они обсудили вопросы безопасности.";
const char* const polish =
    "Prezydent spotkał się z ministrem spraw zagranicznych w Łodzi. Rozmowy dotyczyły współpracy między państwami.";
const char* const french =
    "Le président français a été reçu à Séoul. Les deux pays ont signé un accord très important.";
const char* const english = "The leaders said that it’s a “new era” for both countries. They met in Seoul on Monday.";

const Sample samples[] = {
    {"windows-1252", "windows-1252", english},
    {"windows-1252", "windows-1252", "The president’s visit"},
    {"ISO-8859-1", "windows-1252", french},
    {"ISO-8859-2", "ISO-8859-2", polish},
    {"windows-1251", "windows-1251", russian},
    {"ISO-8859-5", "ISO-8859-5", russian},
    {"KOI8-R", "KOI8-R", russian},
    {"EUC-KR", "EUC-KR", korean},
    {"Shift_JIS", "Shift_JIS", japanese},
    {"EUC-JP", "EUC-JP", japanese},
    {"GB18030", "GB18030", chinese},
    {"Big5", "Big5", taiwanese},
    {"UTF-16LE", "UTF-16LE", english},
    {"UTF-16BE", "UTF-16BE", russian},
    {"UTF-16LE", "UTF-16LE", korean},
    {"UTF-16BE", "UTF-16BE", chinese},
    {"UTF-32LE", "UTF-32LE", chinese},
    {"UTF-32BE", "UTF-32BE", english},
};

}  // namespace

BOOST_DATA_TEST_CASE(finds_the_encoding, data::make(samples), sample) {
  const auto decoded = decode(encoded(sample.encoding, sample.text));
  BOOST_REQUIRE(decoded);
  BOOST_CHECK_EQUAL(decoded->text, sample.text);
  BOOST_CHECK_EQUAL(decoded->encoding, sample.found);
  BOOST_CHECK_LT(decoded->confidence, 100);
  BOOST_CHECK_EQUAL(decoded->replaced, 0U);
}

BOOST_AUTO_TEST_CASE(honours_byte_order_marks) {
  for (const char* name : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const auto decoded = decode(encoded(name, "\uFEFFÜber 한국"));
    BOOST_REQUIRE(decoded);
    BOOST_CHECK_EQUAL(decoded->text, "Über 한국");
    BOOST_CHECK_EQUAL(decoded->encoding, name);
    BOOST_CHECK_EQUAL(decoded->confidence, 100);
  }
}

BOOST_AUTO_TEST_CASE(the_sample_is_taken_where_the_letters_are) {
  std::string text(3'000'000, ' ');
  for (std::size_t i = 0; i < text.size(); i += 6) text[i] = 'w';
  const auto decoded = decode(text + encoded("windows-1252", "\nIt’s a “new era” for both."));
  BOOST_REQUIRE(decoded);
  BOOST_CHECK(decoded->text.ends_with("It’s a “new era” for both."));
}

BOOST_AUTO_TEST_CASE(broken_utf8_stays_utf8) {
  const auto decoded = decode("Élysée, Müller, Łódź,\nnaïve \xE2\x82 and \xC3");
  BOOST_REQUIRE(decoded);
  BOOST_CHECK_EQUAL(decoded->encoding, "UTF-8");
  BOOST_CHECK_EQUAL(decoded->text, "Élysée, Müller, Łódź,\nnaïve \uFFFD and \uFFFD");
  BOOST_CHECK_EQUAL(decoded->replaced, 2U);
  BOOST_CHECK_EQUAL(decoded->text.substr(decoded->first_replaced, 3), "\uFFFD");
}

BOOST_AUTO_TEST_CASE(noise_is_not_text) {
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  BOOST_CHECK(!decode(noise));
  BOOST_CHECK(!decode("text with \0 a NUL in it, which no text has"s));
}

BOOST_AUTO_TEST_CASE(a_declared_encoding_comes_before_a_guess_and_after_utf8) {
  BOOST_CHECK_EQUAL(decode("caf\xE9", "iso-8859-1")->text, "café");
  BOOST_CHECK_EQUAL(decode("\xB3\xF3", "iso-8859-2")->text, "łó");
  BOOST_CHECK_EQUAL(decode("café", "iso-8859-1")->text, "café");
  BOOST_CHECK_EQUAL(decode("A caf\xE9 in Paris.", "no-such-encoding")->text, "A café in Paris.");
}

BOOST_AUTO_TEST_CASE(tidies_characters) {
  std::string text =
      "\uFEFFa\r\nb\rc\fd\ve\x01"
      "f\tg\x7Fh e\u0301";
  tidy(text);
  BOOST_CHECK_EQUAL(text, "a\nb\nc\nd\ne f\tg h é");
}

BOOST_AUTO_TEST_CASE(names_what_is_not_text) {
  BOOST_CHECK_EQUAL(binary_format("%PDF-1.7\n").value_or(""), "a PDF file");
  BOOST_CHECK_EQUAL(binary_format("\x7F"
                                  "ELF\x02")
                        .value_or(""),
                    "a program (ELF)");
  BOOST_CHECK_EQUAL(binary_format("\x89PNG\r\n\x1A\n....").value_or(""), "a PNG image");
  BOOST_CHECK_EQUAL(binary_format("\xFF\xD8\xFF\xE0").value_or(""), "a JPEG image");
  BOOST_CHECK(binary_format("PK\x03\x04....").value_or("").starts_with("a zip archive"));
  BOOST_CHECK(!binary_format("Plain words"));
  BOOST_CHECK(!binary_format(""));
}
