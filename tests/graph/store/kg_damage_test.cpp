// No damage to a .kg file may crash the program or be read as something else.
#include <zlib.h>

#include <boost/test/unit_test.hpp>
#include <cstring>

#include "graph/error/error.h"
#include "graph/store/kg_file.h"
#include "graph/store/kg_layout.h"
#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

/// A small file with something in every column, and what became of it.
struct Fixture {
  Fixture() {
    const TemporaryFolder folder;
    save(store_of(random_quads({.quads = 9, .subjects = 4, .predicates = 2, .graphs = 3})), folder / "a.kg");
    whole = text_of(folder / "a.kg");
  }
  /// Why the file is refused; empty when it is not.
  [[nodiscard]] std::string reason(const std::string& bytes) const {
    BOOST_REQUIRE(memory.write(bytes));
    try {
      const Store store = open_store(file);
      return {};
    } catch (const dossier::Error& error) {
      BOOST_CHECK(error.kind() == dossier::ErrorKind::bad_input);
      BOOST_CHECK_EQUAL(error.location().source, file.string());
      return error.what();
    }
  }

  MemoryFile memory;
  std::filesystem::path file = memory.path();
  std::string whole;
};

bool starts(const std::string& text, const char* beginning) { return text.starts_with(beginning); }

kg::Header header_of(const std::string& bytes) {
  kg::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

/// Makes all checksums fit again: what is left is a forgery, not damage.
std::string with_checksums(std::string bytes) {
  kg::Header header = header_of(bytes);
  for (auto& section : header.table)
    if (section.offset <= bytes.size() && section.size <= bytes.size() - section.offset)
      section.checksum = kg::checksum(bytes.data() + section.offset, section.size);
  header.checksum = kg::checksum(&header, offsetof(kg::Header, checksum));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

/// Asks an opened store everything that could go out of range.
std::size_t ask_everything(const Store& store) {
  std::size_t seen = 0;
  for (std::uint32_t id = 1; id <= store.term_count(); ++id) {
    seen += store.term(TermId{id}).text.size();
    seen += store.find(store.term(TermId{id})).has_value() ? 1 : 0;
  }
  for (const Quad& quad : store.quads()) {
    for (unsigned mask = 0; mask < 16; ++mask) {
      Pattern pattern;
      if ((mask & 8U) != 0) pattern.subject = quad.subject;
      if ((mask & 4U) != 0) pattern.predicate = quad.predicate;
      if ((mask & 2U) != 0) pattern.object = quad.object;
      if ((mask & 1U) != 0) pattern.graph = quad.graph;
      for (const Quad& match : store.match(pattern)) seen += store.term(match.object).text.size();
    }
  }
  return seen + owned(store, store.quads()).size();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(damage, Fixture)

BOOST_AUTO_TEST_CASE(the_file_itself_is_good) { BOOST_CHECK_EQUAL(reason(whole), ""); }

BOOST_AUTO_TEST_CASE(every_flipped_bit_is_noticed) {
  for (std::size_t place = 0; place < whole.size(); ++place) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string bytes = whole;
      bytes[place] = static_cast<char>(bytes[place] ^ (1 << bit));
      BOOST_CHECK_MESSAGE(!reason(bytes).empty(), "byte " << place << ", bit " << bit);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_byte_replaced_is_noticed) {
  for (std::size_t place = 0; place < whole.size(); ++place) {
    std::string bytes = whole;
    bytes[place] = static_cast<char>(~bytes[place]);
    BOOST_CHECK_MESSAGE(!reason(bytes).empty(), "byte " << place);
  }
}

BOOST_AUTO_TEST_CASE(every_length_that_is_too_short_is_noticed) {
  BOOST_CHECK_EQUAL(reason(""), "is not a Dossier graph: it is empty");
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const std::string why = reason(whole.substr(0, size));
    BOOST_CHECK_MESSAGE(starts(why, "is cut short: "), size << ": " << why);
  }
}

BOOST_AUTO_TEST_CASE(the_reason_is_told) {
  const auto changed = [this](std::size_t place, char value) {
    std::string bytes = whole;
    bytes[place] = value;
    return reason(bytes);
  };
  BOOST_CHECK_EQUAL(reason("@prefix ex: <https://example.org/> ."), "is not a Dossier graph");
  BOOST_CHECK_EQUAL(changed(0, 'x'), "is not a Dossier graph");
  BOOST_CHECK_EQUAL(changed(offsetof(kg::Header, version), 9), "is of format version 9; this program reads 1");
  BOOST_CHECK_EQUAL(changed(offsetof(kg::Header, quads), 1), "is damaged: checksum of the header does not fit");
  BOOST_CHECK_EQUAL(changed(header_of(whole).table[1].offset, '?'),
                    "is damaged: checksum of the term texts does not fit");
  BOOST_CHECK_EQUAL(reason(whole + "more"), "is damaged: bytes follow after its end");
  std::string turned = whole;
  std::reverse(turned.begin() + 8, turned.begin() + 12);
  BOOST_CHECK_EQUAL(reason(turned), "is of a machine with another order of bytes, or damaged");
}

// With checksums that fit, a wrong number must be refused, or at least be harmless.
BOOST_AUTO_TEST_CASE(a_forged_number_crashes_nothing) {
  std::size_t refused = 0, harmless = 0;
  for (std::size_t place = 16; place < whole.size(); ++place) {
    for (const int value : {0x07, 0xFF}) {
      std::string bytes = whole;
      bytes[place] = static_cast<char>(value);
      bytes = with_checksums(std::move(bytes));
      if (bytes == whole) continue;
      if (!reason(bytes).empty()) {
        ++refused;
        continue;
      }
      ++harmless;
      BOOST_CHECK_GT(ask_everything(open_store(file)), 0U);
    }
  }
  BOOST_TEST_MESSAGE(refused << " forgeries were refused, " << harmless << " were harmless");
  BOOST_CHECK_GT(refused, 0U);
}

BOOST_AUTO_TEST_SUITE_END()
