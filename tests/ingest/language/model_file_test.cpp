#include "ingest/language/model_file.h"

#include <boost/test/unit_test.hpp>
#include <cstring>

#include "graph/error/error.h"

using namespace dossier::ingest;

namespace {

using Sections = std::vector<std::pair<std::string, std::string>>;

const Sections three = {{"about", "{}"}, {"numbers", std::string("\1\0\0\0\2\0\0\0", 8)}, {"empty", ""}};

/// At an address that sections may be read at.
struct Bytes {
  explicit Bytes(const std::string& content) : size(content.size()), room(content.size() / 64 + 1) { std::memcpy(room.data(), content.data(), size); }
  [[nodiscard]] std::string_view view() const { return {reinterpret_cast<const char*>(room.data()), size}; }
  struct alignas(64) Line {
    char bytes[64];
  };
  std::size_t size;
  std::vector<Line> room;
};

/// What is said of a file that is refused; empty when it is read.
std::string refusal(const std::string& content) {
  const Bytes bytes(content);
  try {
    const ModelFile file(bytes.view(), "x.model");
  } catch (const dossier::Error& error) {
    BOOST_CHECK(error.kind() == dossier::ErrorKind::bad_input);
    return to_string(error.location()) + ": " + error.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(sections_are_found) {
  const Bytes bytes(model_bytes(three));
  BOOST_CHECK_EQUAL(bytes.size % 64, 0U);
  const ModelFile file(bytes.view(), "x.model");
  BOOST_CHECK_EQUAL(file.size(), bytes.size);
  BOOST_CHECK_EQUAL(file.section("about"), "{}");
  BOOST_CHECK_EQUAL(file.section("empty"), "");
  const auto numbers = file.array<std::uint32_t>("numbers");
  BOOST_REQUIRE_EQUAL(numbers.size(), 2U);
  BOOST_CHECK_EQUAL(numbers[0], 1U);
  BOOST_CHECK_EQUAL(numbers[1], 2U);
  BOOST_CHECK_EQUAL(reinterpret_cast<std::uintptr_t>(numbers.data()) % 64, 0U);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_told) {
  const Bytes bytes(model_bytes(three));
  const ModelFile file(bytes.view(), "x.model");
  BOOST_CHECK_EXCEPTION(static_cast<void>(file.section("other")), dossier::Error,
                        [](const auto& e) { return std::string_view(e.what()) == "not a usable language model: it has no section other"; });
  BOOST_CHECK_EXCEPTION(static_cast<void>(file.array<std::uint32_t>("about")), dossier::Error,
                        [](const auto& e) { return std::string_view(e.what()).find("its section about has a wrong size") != std::string_view::npos; });
}

BOOST_AUTO_TEST_CASE(every_changed_byte_is_noticed) {
  const std::string good = model_bytes(three);
  BOOST_REQUIRE_EQUAL(refusal(good), "");
  for (std::size_t i = 0; i < good.size(); ++i)
    for (const int change : {0x01, 0x02, 0x04, 0x80, 0xff}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ change);
      BOOST_REQUIRE_MESSAGE(refusal(bad).starts_with("x.model: not a usable language model: "), "byte " << i << " changed by " << change);
    }
}

// The number of sections stands before what the checksum is of.
BOOST_AUTO_TEST_CASE(every_other_number_of_sections_is_noticed) {
  for (std::size_t count = 0; count < 9; ++count) {
    Sections sections;
    for (std::size_t i = 0; i < count; ++i) sections.emplace_back("s" + std::to_string(i), std::string(i * 40, 'x'));
    const std::string good = model_bytes(sections);
    BOOST_REQUIRE_EQUAL(refusal(good), "");
    for (std::uint32_t other = 0; other < 1000; ++other) {
      std::string bad = good;
      std::memcpy(bad.data() + 12, &other, sizeof other);
      if (other != count) BOOST_REQUIRE_MESSAGE(refusal(bad).find("list of sections") != std::string::npos, other << " for " << count);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_truncation_is_noticed) {
  const std::string good = model_bytes(three);
  for (std::size_t size = 0; size < good.size(); ++size) BOOST_REQUIRE_NE(refusal(good.substr(0, size)), "");
  BOOST_CHECK(refusal(good + '\0').find("it is cut off, or something was added to it") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(messages) {
  std::string other = model_bytes(three);
  other[8] = 2;
  BOOST_CHECK_EQUAL(refusal(other), "x.model: not a usable language model: it has version 2, and this program reads version 1");
  BOOST_CHECK_EQUAL(refusal("<html>not found</html> and more of it, for length"), "x.model: not a usable language model: it is no model file");
  std::string damaged = model_bytes(three);
  damaged[damaged.size() - 60] ^= 1;
  BOOST_CHECK_EQUAL(refusal(damaged), "x.model: not a usable language model: it is damaged: its checksum is wrong");
}

BOOST_AUTO_TEST_CASE(names_of_sections_have_a_longest) {
  BOOST_CHECK_EQUAL(refusal(model_bytes(Sections{{std::string(24, 'n'), "x"}})), "");
  const Bytes bytes(model_bytes(Sections{{std::string(24, 'n'), "x"}}));
  BOOST_CHECK_EQUAL(ModelFile(bytes.view(), "x").section(std::string(24, 'n')), "x");
}

BOOST_AUTO_TEST_CASE(checksums_depend_on_every_byte_and_on_the_length) {
  const std::string zeros(100, '\0');
  for (std::size_t size = 0; size < zeros.size(); ++size)
    BOOST_CHECK_NE(ModelFile::checksum(std::string_view(zeros).substr(0, size)), ModelFile::checksum(std::string_view(zeros).substr(0, size + 1)));
  for (std::size_t i = 0; i < zeros.size(); ++i) {
    std::string other = zeros;
    other[i] = 1;
    BOOST_CHECK_NE(ModelFile::checksum(zeros), ModelFile::checksum(other));
  }
}
