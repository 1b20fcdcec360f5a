/// English plurals of labels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::ontology {

/// The plural forms of a noun phrase whose case and spelling are kept: "treaty" -> "treaties", "secretary of state" ->
/// "secretaries of state", "memorandum of understanding" -> "memoranda of …", "memorandums of …". Where several are
/// thinkable, all are given; nothing for what is plural already ("talks").
[[nodiscard]] std::vector<std::string> plurals(std::string_view label);

}  // namespace dossier::ontology
