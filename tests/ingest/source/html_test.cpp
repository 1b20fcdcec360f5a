#include "ingest/source/html.h"

#include <boost/test/unit_test.hpp>

#include "source_fixture.h"

using namespace dossier::ingest;

namespace {

struct Html : Told {
  Document read(std::string html) {
    Document document;
    document.id = document.source = "a.html";
    read_html(std::move(html), document, options());
    return document;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(html, Html)

BOOST_AUTO_TEST_CASE(reads_an_article) {
  const Document document = read(R"(<!DOCTYPE html><html lang="en-GB"><head><title>Visit | The Paper</title>
    <meta property="og:title" content="Visit | The Paper"><meta property="article:published_time" content="2022-01-24T09:00:00Z">
    <link rel="canonical" href="https://example.org/visit"><style>p {}</style></head>
    <body><header>Logo</header><nav><ul><li>Home</li></ul></nav>
    <main><article><header><h1>Visit</h1><time datetime="2022-01-25">25 January 2022</time></header>
    <p>The  minister <b>went</b>
      to Seoul&nbsp;&mdash; and <a href="x">back</a>.</p><script>alert("x")</script>
    <h2>Results</h2><ul><li>Trade<li><p>Peace</p></ul>
    <p hidden>No</p><p style="display: none">No</p><div aria-hidden="true">No</div>
    <table><tr><td>A</td><td>B</td></tr></table><figure><img src=x><figcaption>A caption.</figcaption></figure>
    One<br>two<br><br>three<form>Mail</form><aside>Other news</aside></article></main><footer>Imprint</footer></body></html>)");
  BOOST_CHECK_EQUAL(document.title, "Visit");
  BOOST_CHECK_EQUAL(document.date, "2022-01-24");
  BOOST_CHECK_EQUAL(document.language, "en-GB");
  BOOST_CHECK_EQUAL(document.url, "https://example.org/visit");
  BOOST_CHECK_EQUAL(blocks_of(document),
                    "T: Visit\nM: 25 January 2022\nP: The minister went to Seoul\u00A0— and back.\nH: Results\nI: "
                    "Trade\nI: Peace\nI: A\nI: B\n"
                    "P: A caption.\nP: One/two\nP: three\n");
}

BOOST_AUTO_TEST_CASE(takes_the_best_title_there_is) {
  BOOST_CHECK_EQUAL(read("<title>T</title><h1>H <i>1</i></h1><p>x").title, "H 1");
  BOOST_CHECK_EQUAL(read("<title>T</title><p>x").title, "T");
  BOOST_CHECK_EQUAL(read("<meta property='og:title' content='O'><title>T</title><h1>H</h1>").title, "O");
}

BOOST_AUTO_TEST_CASE(takes_the_best_date_there_is) {
  BOOST_CHECK_EQUAL(read("<time datetime='2020-01-02T10:00'>x</time><p>y").date, "2020-01-02");
  BOOST_CHECK_EQUAL(read("<meta name=date content='2020-01-03'><time datetime='2020-01-02'>x</time><p>y").date,
                    "2020-01-03");
  BOOST_CHECK_EQUAL(
      read(
          R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2020-01-04T00:00:00Z"}]}</script>
                            <meta name=date content='2020-01-03'><p>y)")
          .date,
      "2020-01-04");
  BOOST_CHECK_EQUAL(read("<script type='application/ld+json'>{broken</script><p>May 18, 2015</p><p>They met.</p>").date,
                    "2015-05-18");
  BOOST_CHECK_EQUAL(read("<p>They met.</p>").date, "");
}

BOOST_AUTO_TEST_CASE(finds_the_main_part) {
  const std::string words =
      "They met in Seoul and talked about trade for a long time, as they had done before. They will meet again. ";
  BOOST_CHECK_EQUAL(
      read("<div>Menu</div><article><p>" + words + words + words + "</article><div>More</div>").blocks.size(), 1U);
  // Two articles of like size are a list; all of the body is meant.
  BOOST_CHECK_EQUAL(read("<p>Intro</p><article>" + words + words + words + "</article><article>" + words + words +
                         words + "</article>")
                        .blocks.size(),
                    3U);
  // An article of nothing is furniture.
  BOOST_CHECK_EQUAL(read("<article>Ad</article><p>" + words + words + words + "</p>").blocks.size(), 2U);
}

BOOST_AUTO_TEST_CASE(broken_pages_are_read) {
  BOOST_CHECK_EQUAL(blocks_of(read("<p>One<p>Two <b>bold</p></i><div>Three")), "P: One\nP: Two bold\nP: Three\n");
  BOOST_CHECK(read("").blocks.empty());
  BOOST_CHECK(read("<script>x</script>").blocks.empty());
  BOOST_CHECK_EQUAL(blocks_of(read("<header><p>Left open<p>Text")), "P: Left open\nP: Text\n");
}

BOOST_AUTO_TEST_CASE(preformatted_text_keeps_its_lines) {
  BOOST_CHECK_EQUAL(blocks_of(read("<pre>One\ntwo\n\nThree</pre>")), "P: One/two\nP: Three\n");
}

BOOST_AUTO_TEST_CASE(says_which_encoding_it_declares) {
  BOOST_CHECK_EQUAL(declared_encoding("<meta charset=\"EUC-KR\">"), "euc-kr");
  BOOST_CHECK_EQUAL(declared_encoding("<META http-equiv='Content-Type' content='text/html; charset=windows-1252'>"),
                    "windows-1252");
  BOOST_CHECK_EQUAL(declared_encoding("<meta name=x><p>charset=none"), "");
}

BOOST_AUTO_TEST_CASE(its_own_declaration_does_not_matter_once_decoded) {
  BOOST_CHECK_EQUAL(read("<meta charset=iso-8859-1><p>Café “x”").text, "Café “x”");
}

BOOST_AUTO_TEST_CASE(loads_nothing_and_expands_no_entities_of_its_own) {
  const Document document = read("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>a &x; b</p>");
  BOOST_CHECK_EQUAL(document.text.find("root:"), std::string::npos);
}

BOOST_AUTO_TEST_CASE(hostile_pages_end_soon) {
  const auto repeated = [](const std::string& part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  for (const std::string& html :
       {repeated("<div>", 50'000), repeated("<b>", 50'000), repeated("<p><b>x", 10'000),
        repeated("<table><tr><td>", 50'000), repeated("<div>", 1900) + repeated("</p></span>", 5'000),
        repeated("<article>x", 10'000), "<p " + repeated("a=1 ", 100'000) + ">", repeated("<", 500'000),
        repeated("<!--", 100'000), repeated("<script", 50'000)})
    (void)read("<p>Before.</p>" + html);
  BOOST_CHECK(has("too deeply nested"));
}

BOOST_AUTO_TEST_CASE(four_hundred_open_fonts_are_read) {
  std::string html = "<body>";
  for (int i = 0; i < 400; ++i) html += "<font>";
  BOOST_CHECK_EQUAL(read(html + "<p>Deep.</p>").text, "Deep.");
}

BOOST_AUTO_TEST_SUITE_END()
