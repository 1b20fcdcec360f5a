#include "graph/draw/style.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include "graph/draw/kinds.h"

using namespace dossier::graph;

namespace {

double linear(const std::string& colour, std::size_t at) {
  const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const std::string& c) { return 0.2126 * linear(c, 1) + 0.7152 * linear(c, 3) + 0.0722 * linear(c, 5); }
double contrast(std::string_view a, std::string_view b) {
  const double one = luminance(std::string(a)), two = luminance(std::string(b));
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

Picture with_kinds(const std::vector<std::string>& kinds) {
  Picture picture;
  for (const std::string& kind : kinds) picture.nodes.push_back({"n_" + kind, kind, {}, kind, {}});
  return picture;
}

}  // namespace

BOOST_AUTO_TEST_CASE(text_can_be_read_on_every_colour) {
  std::vector<std::string> kinds = {"c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"};
  kinds.insert(kinds.end(), broad_kinds.begin(), broad_kinds.end());
  for (const auto& [kind, look] : node_looks(with_kinds(kinds))) {
    BOOST_TEST_CONTEXT(kind) {
      BOOST_TEST(contrast(text_colour, look.fill) >= 4.5);
      BOOST_TEST(contrast(look.border, background_colour) >= 3.0);
    }
  }
  for (std::size_t line = 0; line < line_kinds; ++line)
    BOOST_TEST(contrast(line_look(static_cast<LineKind>(line)).text_colour, background_colour) >= 4.5);
  BOOST_TEST(contrast(faint_text_colour, background_colour) >= 4.5);
}

BOOST_AUTO_TEST_CASE(broad_kinds_differ_without_colour) {
  std::set<std::string> looks;
  const auto all = node_looks(with_kinds({"person", "state", "agreement", "event", "policy", "place", "body"}));
  for (const auto& [kind, look] : all) looks.insert(look.shape + look.style + std::to_string(look.peripheries));
  BOOST_TEST(looks.size() == all.size());
}

BOOST_AUTO_TEST_CASE(own_classes_get_looks_by_name) {
  const auto looks = node_looks(with_kinds({"protein", "person", "gene"}));
  BOOST_TEST(looks.at("gene").legend == "gene");
  BOOST_TEST(looks.at("gene").fill != looks.at("protein").fill);
  BOOST_TEST(looks.at("gene").fill == node_looks(with_kinds({"gene"})).at("gene").fill);
}

BOOST_AUTO_TEST_CASE(kinds_of_classes) {
  BOOST_TEST(broad_kind("Ministry") == "body");
  BOOST_TEST(broad_kind("Summit") == "event");
  BOOST_TEST(broad_kind("Gene") == "");
}
