// Small inputs of each kind with a few random bytes changed: whatever comes out, it is a Document, and nothing breaks.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "ingest/source/characters.h"
#include "source_fixture.h"

namespace data = boost::unit_test::data;
using namespace dossier::ingest;

namespace {

struct Seed {
  const char* name;
  std::string bytes;
};
std::ostream& operator<<(std::ostream& out, const Seed& seed) { return out << seed.name; }

const std::string html = R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T &amp; U</title>
<script type="application/ld+json">{"datePublished":"2022-01-24"}</script></head><body><main><h1>Tïtle</h1>
<p>One <b>two</b> &#233;&nbsp;<br>three<ul><li>a<li>b</ul><table><tr><td>c<td>d</table><pre>e
f</pre></main></body></html>)";
const std::string markdown =
    "---\ntitle: x\ndate: 2022-01-24\n---\n# Héad **b**\n\n- [a](b) *c* `d`\n1. e\n\n> q &amp; <u>r</u>\n\n| a | b "
    "|\n|---|---|\n```\nx\n```\n\\* ![i](j) ~~k~~\n";
const std::string records =
    "{\"id\":\"a\",\"title\":\"T\",\"date\":\"2022-01-24\",\"text\":\"## H\\n-   **One** -   "
    "Two\\u00e9\"}\n{\"text\":\"Plain wörds.\",\"x\":[1,{\"y\":null}]}\n";
const std::string text =
    "Title of it\r\nDate Jan 24, 2022\r\nBy Jane Doe\r\n\r\nSEOUL, Jan. 24 (Yonhap) -- Küche words that are\r\nwrapped "
    "here.\f\r\n- item\r\n";

std::vector<Seed> seeds() {
  return {{"a.html", html},
          {"a.md", markdown},
          {"a.jsonl", records},
          {"a.txt", text},
          {"a.jsonl.gz", gzipped(records)},
          {"a.html.gz", gzipped(html)},
          {"a.other", text}};
}

std::string mutated(std::string bytes, std::mt19937& random) {
  const auto changes = 1 + random() % 4;
  for (unsigned i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 5) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, 1 + random() % 8);
        break;
      case 2:
        bytes.insert(at, 1 + random() % 3, static_cast<char>(random()));
        break;
      case 3:
        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 32));
        break;
      default:
        bytes[at] = "<>&*[]()`\"{}\n\0#-|"[random() % 17];
        break;
    }
  }
  return bytes;
}

}  // namespace

BOOST_DATA_TEST_CASE_F(SourceFixture, nothing_breaks, data::make(seeds()), seed) {
  std::mt19937 random(20220124);
  for (int round = 0; round < 400; ++round) {
    const auto path = write(seed.name, mutated(seed.bytes, random));
    for (const Document& document : read({path})) {
      BOOST_REQUIRE_EQUAL(fault_of(document), "");
      BOOST_REQUIRE(!first_invalid_utf8(document.text));
      BOOST_REQUIRE(!first_invalid_utf8(document.id + document.title + document.url + document.language));
      std::string again = document.text;
      tidy(again);
      BOOST_REQUIRE(again == document.text);
    }
  }
}
