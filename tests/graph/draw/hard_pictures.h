/// Pictures that are hard to draw.
#pragma once

#include <string>

#include "graph/draw/picture.h"

namespace dossier::graph::sample {

/// Everything that means something to DOT, HTML-like labels, escStrings or XML.
inline Picture hostile() {
  const std::string text = R"(a "b" \N \G\l <b>&amp; R&D; </a> {|} -- ]]> \)";
  Picture picture{text, {text, "--- " + text}, {}, {}};
  picture.nodes = {{"n_a", text, {text}, "person", text + "\n" + text},
                   {"n_b", "\xFF\x01", {}, "own & <class>", "\x02"}};
  picture.edges = {{"n_a", "n_b", {text}, LineKind::denied, true, text},
                   {"n_b", "n_b", {"self"}, LineKind::happened, true, ""}};
  return picture;
}

inline Picture scripts() {
  Picture picture{"통일부 · 外務省 · وزارة الخارجية · משרד החוץ", {}, {}, {}};
  picture.nodes = {{"n_a", "대한민국 통일부", {"서울특별시"}, "body", ""},
                   {"n_b", "日本国外務省", {"東京都千代田区霞が関"}, "body", ""},
                   {"n_c", "وزارة الخارجية السعودية", {"الرياض"}, "body", ""},
                   {"n_통일부", "משרד החוץ", {}, "place", ""}};
  picture.edges = {{"n_a", "n_b", {"협력하다 · s1"}, LineKind::happened, false, "통일부"},
                   {"n_b", "n_c", {"協力する · s2"}, LineKind::planned, true, ""},
                   {"n_c", "n_통일부", {"تعاون مع · s3"}, LineKind::denied, true, ""}};
  return picture;
}

/// Many nodes around a few; the same each time.
inline Picture dense(unsigned nodes) {
  static constexpr const char* kinds[] = {"person", "state", "body", "event", "policy", "gene"};
  Picture picture{"Dense", {"Source: made up"}, {}, {}};
  unsigned seed = 12345;
  const auto next = [&](unsigned below) { return ((seed = seed * 1664525U + 1013904223U) >> 8) % below; };
  for (unsigned i = 0; i < nodes; ++i) {
    const std::string number = std::to_string(1000 + i);
    picture.nodes.push_back({"n_" + number, "Thing number " + number, {}, kinds[next(6)], "s1: a sentence"});
    if (i == 0) continue;
    const PictureNode& other = picture.nodes[next(3) == 0 ? next(i) : next(std::min(i, 12U))];
    picture.edges.push_back(
        {"n_" + number, other.id, {"met · s" + number}, static_cast<LineKind>(next(6)), true, "s1: x"});
  }
  return picture;
}

}  // namespace dossier::graph::sample
