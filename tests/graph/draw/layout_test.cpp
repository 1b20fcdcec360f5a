#include "graph/draw/layout.h"

#include <libxml/parser.h>

#include <boost/test/unit_test.hpp>

#include <unistd.h>
#include <cstdio>
#include <memory>
#include <tuple>

#include "graph/error/error.h"
#include "tests/graph/draw/briefing_picture.h"
#include "tests/graph/draw/hard_pictures.h"

using namespace dossier::graph;

namespace {

Picture briefing() {
  const Store store = sample::briefing();
  return make_picture(store, select(store, {.max_nodes = 0}));
}

bool overlap(const Box& a, const Box& b) {
  constexpr double tolerance = 0.5;  // points
  return a.left + tolerance < b.right && b.left + tolerance < a.right && a.bottom + tolerance < b.top &&
         b.bottom + tolerance < a.top;
}

/// Every pair of boxes and words that lie over each other, one a line.
std::string overlaps(const Arrangement& all) {
  std::vector<Box> boxes = all.nodes;
  boxes.insert(boxes.end(), all.labels.begin(), all.labels.end());
  std::string found;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      if (overlap(boxes[i], boxes[j])) found += boxes[i].of + " / " + boxes[j].of + "\n";
  return found;
}

/// Nothing when it is well-formed XML, else what is wrong.
std::string xml_fault(const std::string& text) {
  const int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), "picture.svg", nullptr, options), xmlFreeDoc);
  if (document) return {};
  return xmlGetLastError() ? xmlGetLastError()->message : "not XML";
}

unsigned big_endian(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// What `work` writes to standard error.
template <class Work>
std::string said_on_stderr(Work work) {
  std::FILE* file = std::tmpfile();
  std::fflush(stderr);
  const int before = dup(2);
  dup2(fileno(file), 2);
  work();
  std::fflush(stderr);
  dup2(before, 2);
  close(before);
  std::rewind(file);
  std::string text;
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
  std::fclose(file);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_words_lie_over_others) {
  for (const Direction direction : {Direction::automatic, Direction::right, Direction::down}) {
    BOOST_TEST(overlaps(arrange(briefing(), {.direction = direction})) == "");
    BOOST_TEST(overlaps(arrange(sample::scripts(), {.direction = direction})) == "");
    BOOST_TEST(overlaps(arrange(sample::dense(40), {.direction = direction})) == "");
  }
  const Arrangement dense = arrange(sample::dense(200));
  BOOST_TEST(dense.nodes.size() == 200u);
  BOOST_TEST(dense.labels.empty());
  BOOST_TEST(overlaps(dense) == "");
}

BOOST_AUTO_TEST_CASE(every_line_has_its_words) {
  const Picture picture = briefing();
  const Arrangement all = arrange(picture);
  BOOST_TEST(all.nodes.size() == picture.nodes.size());
  BOOST_TEST(all.labels.size() == picture.edges.size());
  BOOST_TEST(all.width > 300);
  // legible in print: letters of 9 points do not shrink below 6 on a page of 1200 points
  BOOST_TEST(all.width < 1800);
}

BOOST_AUTO_TEST_CASE(svg_is_well_formed_and_tells_the_sentences) {
  for (const Picture& picture : {Picture{}, briefing(), sample::hostile(), sample::scripts(), sample::dense(80)})
    BOOST_TEST(xml_fault(to_svg(picture)) == "");
  const std::string svg = to_svg(briefing());
  BOOST_TEST(svg.find("<title>Choi Young-joon\ns1: This year, the government plans") != std::string::npos);
  BOOST_TEST(svg.find("<title>2019 Hanoi Summit → deal\ns6: The 2019 Hanoi Summit") != std::string::npos);
  BOOST_TEST(svg.find("class=\"node person\"") != std::string::npos);
  BOOST_TEST(svg.find("class=\"edge denied\"") != std::string::npos);
  BOOST_TEST(svg.find("<image") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(png_is_as_wide_as_asked) {
  for (const Picture& picture : {Picture{}, briefing(), sample::scripts()}) {
    for (const unsigned width : {300U, 1201U, 1600U}) {
      const std::string png = to_png(picture, {}, width);
      BOOST_TEST(png.starts_with("\x89PNG\r\n\x1A\n"));
      BOOST_TEST(big_endian(png, 16) == width);
      BOOST_TEST(big_endian(png, 20) > 10u);
    }
  }
  BOOST_CHECK_THROW(std::ignore = to_png(briefing(), {}, 3), dossier::Error);
}

BOOST_AUTO_TEST_CASE(the_same_each_time) {
  for (const Picture& picture : {briefing(), sample::dense(100)}) {
    BOOST_TEST((to_svg(picture) == to_svg(picture)));
    BOOST_TEST((to_png(picture) == to_png(picture)));
  }
}

BOOST_AUTO_TEST_CASE(chooses_a_direction) {
  BOOST_TEST((best_direction(briefing()) != Direction::automatic));
  BOOST_TEST((best_direction(briefing(), {.direction = Direction::down}) == Direction::down));
}

BOOST_AUTO_TEST_CASE(nothing_is_printed) {
  BOOST_TEST(said_on_stderr([] {
               (void)to_png(sample::hostile(), {.font = "No Such Font At All"});
               (void)to_svg(sample::scripts(), {.font = "No Such Font At All"});
             }) == "");
}
