#include "ingest/source/markdown.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "source_fixture.h"

namespace data = boost::unit_test::data;
using namespace dossier::ingest;

namespace {

Document read(std::string_view text, MarkdownFlavor flavor = MarkdownFlavor::file) {
  Told told;
  Document document;
  document.id = document.source = "a.md";
  read_markdown(text, flavor, document, told.options());
  return document;
}

struct Inline {
  const char* markdown;
  const char* seen;
};
std::ostream& operator<<(std::ostream& out, const Inline& sample) { return out << sample.markdown; }

const Inline samples[] = {
    {"She **met** the *president*.", "She met the president."},
    {"***All*** of __it__ and _this_.", "All of it and this."},
    {"a snake_case_name and 2 * 3 * 4.", "a snake_case_name and 2 * 3 * 4."},
    {"See [the statement](https://example.org/a_(b) \"T\") now.", "See the statement now."},
    {"See [**bold** link][1] and [plain] text.", "See bold link and [plain] text."},
    {"A ![picture](x.png) is gone.", "A is gone."},
    {"Use `a*b*c` and ``x`y``.", "Use a*b*c and x`y."},
    {"An unclosed ` stays.", "An unclosed ` stays."},
    {"AT&amp;T &#8217; &#x2019; &eacute; &nosuch; &", "AT&T ’ ’ é &nosuch; &"},
    {"19<sup>th</sup> <u>line</u> <!-- gone -->x < y", "19th line x < y"},
    {"<https://example.org> and <a@b.org>", "https://example.org and a@b.org"},
    {"\\*not emphasis\\* and C:\\dir", "*not emphasis* and C:\\dir"},
    {"**Note: **text and *name *text", "Note: text and name text"},
    {"~~old~~ new ~5", "old new ~5"},
    {"A note[^1] here.", "A note here."},
    {"US$ 5bn* more", "US$ 5bn* more"},
    {"*Over two paragraphs", "Over two paragraphs"},
};

}  // namespace

BOOST_DATA_TEST_CASE(renders_inline_marks, data::make(samples), sample) {
  BOOST_CHECK_EQUAL(read(sample.markdown).text, sample.seen);
}

BOOST_AUTO_TEST_CASE(reads_blocks) {
  const Document document = read(
      "# The visit\n\nJan 24, 2022\n\nThe minister went to\nSeoul.  \nHe came back.\n\n## Results ##\n\n- Trade\n  and "
      "more\n* Peace\n"
      "1. First\n\n> Quoted words.\n\n```\ncode here\n\n# not a heading\n```\n\n| A | B |\n|---|---|\n| c | d "
      "|\n\nSetext\n------\n\n"
      "***\n[1]: https://example.org\n<!-- a\n\ncomment -->\n**Attendees:**\n\nLast.\n");
  BOOST_CHECK_EQUAL(document.title, "The visit");
  BOOST_CHECK_EQUAL(document.date, "2022-01-24");
  BOOST_CHECK_EQUAL(blocks_of(document),
                    "T: The visit\nM: Jan 24, 2022\nP: The minister went to Seoul./He came back.\nH: Results\nI: Trade "
                    "and more\nI: Peace\n"
                    "I: First\nP: Quoted words.\nI: A\nI: B\nI: c\nI: d\nH: Setext\nH: Attendees:\nP: Last.\n");
  BOOST_CHECK_EQUAL(document.text.find("code"), std::string::npos);
}

BOOST_AUTO_TEST_CASE(front_matter_is_meta) {
  const Document document = read(
      "---\ntitle: \"A: title\"\ndate: 2022-01-24T10:00:00Z\nlang: en-GB\ntags: [a]\n---\n\n# A: title\n\nText.\n");
  BOOST_CHECK_EQUAL(document.title, "A: title");
  BOOST_CHECK_EQUAL(document.date, "2022-01-24");
  BOOST_CHECK_EQUAL(document.language, "en-GB");
  BOOST_CHECK_EQUAL(blocks_of(document), "T: A: title\nP: Text.\n");
  BOOST_CHECK_EQUAL(read("+++\ntitle = \"T\"\n+++\nText.").title, "T");
  BOOST_CHECK_EQUAL(blocks_of(read("---\nNo front matter.\n")), "P: No front matter.\n");
}

BOOST_AUTO_TEST_CASE(lines_of_records_are_paragraphs) {
  const Document document =
      read("## SAFE AGAIN\n-   One. -   **Two**: more. -   Three\nWe will go on.\nThat is all.\n###",
           MarkdownFlavor::record);
  BOOST_CHECK_EQUAL(blocks_of(document),
                    "H: SAFE AGAIN\nI: One.\nI: Two: more.\nI: Three\nP: We will go on.\nP: That is all.\n");
}

BOOST_AUTO_TEST_CASE(what_entities_decompose_is_composed) {
  BOOST_CHECK_EQUAL(read("Caf&#101;&#769; is open.").text, "Café is open.");
}

BOOST_AUTO_TEST_CASE(knows_markdown) {
  for (const char* text :
       {"## Heading", "a **b** c", "[a](b)", "x\n-   item", "a <u>b</u>", "end\n###", "in *The Times* today"})
    BOOST_CHECK_MESSAGE(has_markdown(text), text);
  for (const char* text : {"Plain text.", "5 * 3", "a # b", "It cost $5.", "x < y"})
    BOOST_CHECK_MESSAGE(!has_markdown(text), text);
}

BOOST_AUTO_TEST_CASE(marks_without_end_take_time_in_proportion) {
  for (const std::string_view mark :
       {"*a ", "_a", "[", "](", "`", "<a", "![", "<!--", "&", "**a", "~~", "> ", "[^", "[a](", "``` "}) {
    std::string text;
    while (text.size() < 40'000) text += mark;
    (void)read(text);
    (void)read(text, MarkdownFlavor::record);
  }
}
