/// The broad kinds of things that a picture tells apart.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "graph/store/store.h"

namespace dossier::graph {

/// The kinds that have a look of their own, the most telling first.
inline constexpr std::array<std::string_view, 9> broad_kinds = {"person", "state",    "agreement", "event", "post",
                                                                "policy", "document", "place",     "body"};

/// The kind of a class by the local name of its IRI ("Ministry" is a body), or an empty text.
[[nodiscard]] std::string_view broad_kind(std::string_view class_name);

/// The kind of a thing: the most telling of the broad kinds of its classes, by their own names, pa:exchangeType or
/// their superclasses where the store has them; else what the first of its classes by name is called; else "thing".
[[nodiscard]] std::string kind_of(const Store& store, TermId thing);

}  // namespace dossier::graph
