#include "ingest/language/network.h"

#include <algorithm>
#include <cstring>
#include <ctime>
#include <limits>
#include <string>

#include "ingest/language/name_tags.h"
#include "ingest/language/relation.h"
#include "ingest/language/sentence.h"

namespace dossier::ingest {
namespace {

/// Adds the time since the last call to a part's, if anyone wants to know.
class Laps {
 public:
  explicit Laps(NetworkTimes* times) : times_(times), last_(now()) {}
  void end(double NetworkTimes::* part) {
    if (times_ == nullptr) return;
    const double t = now();
    times_->*part += t - last_;
    last_ = t;
  }

 private:
  [[nodiscard]] double now() const {
    if (times_ == nullptr) return 0;
    timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
  }

  NetworkTimes* times_;
  double last_;
};

/// Whether a token is a verb that tells its sentence.
bool tells(std::size_t t, const Reading& reading) {
  const auto tag = static_cast<Tag>(reading.tags[t]);
  return tag == Tag::VBD || tag == Tag::VBP || tag == Tag::VBZ || (reading.heads[t] == 0 && static_cast<WordClass>(reading.word_classes[t]) == WordClass::VERB);
}

/// A compound is one stretch: what the verb parts from its noun is the verb's subject ("Norway and Iceland sign fisheries agreement").
void mend_compounds(std::size_t at, std::size_t length, Reading& reading) {
  const auto is_below = [&](std::size_t t, std::size_t top) {
    for (std::size_t step = 0; step < length && t != top && reading.heads[t] != 0; ++step) t = at + reading.heads[t] - 1;
    return t == top;
  };
  for (std::size_t t = at; t < at + length; ++t) {
    if (static_cast<Relation>(reading.relations[t]) != Relation::compound) continue;
    const std::size_t noun = at + reading.heads[t] - 1;
    for (std::size_t verb = t + 1; verb < noun; ++verb) {
      if (!tells(verb, reading) || is_below(verb, t)) continue;
      reading.heads[t] = static_cast<std::uint32_t>(verb - at + 1);
      reading.relations[t] = static_cast<std::uint8_t>(Relation::nsubj);
      // nor does it hang on the noun like an adjective
      if (reading.heads[verb] == noun - at + 1 && static_cast<Relation>(reading.relations[verb]) == Relation::amod) {
        reading.heads[verb] = reading.heads[noun];
        reading.relations[verb] = reading.relations[noun];
        reading.heads[noun] = static_cast<std::uint32_t>(verb - at + 1);
        reading.relations[noun] = static_cast<std::uint8_t>(Relation::obj);
      }
      break;
    }
  }
}

}  // namespace

void Reading::resize(std::size_t tokens) {
  word_classes.resize(tokens), tags.resize(tokens), relations.resize(tokens), heads.resize(tokens), names.resize(tokens);
}

Network::Table Network::table(const ModelFile& model, const char* name, std::size_t rows, std::size_t width) const {
  const std::string base = name;
  Table t{width, model.array<std::int8_t>(base), model.array<float>(base + ".scale")};
  if (t.values.size() != rows * width || t.scale.size() != rows) model.refuse("its table " + base + " has a wrong size");
  return t;
}

PackedWeights Network::layer(const ModelFile& model, const std::string& name, std::size_t in, std::size_t out) {
  PackedWeights w{in, out, model.array<std::int8_t>(name), model.array<float>(name + ".scale"), model.array<float>(name + ".bias"),
                  model.array<std::int32_t>(name + ".sums")};
  const std::size_t columns = padded(out, panel_columns);
  if (w.packed.size() != columns * padded(in, row_group) || w.scale.size() != columns || w.bias.size() != columns || w.sums.size() != columns)
    model.refuse("its layer " + name + " has a wrong size");
  return w;
}

Network::Network(const ModelFile& model, Instructions instructions) : instructions_(instructions) {
  const auto shape = model.array<std::uint32_t>("shape");
  if (shape.size() != sizeof(NetworkShape) / sizeof(std::uint32_t)) model.refuse("its section shape has a wrong size");
  std::memcpy(&shape_, shape.data(), sizeof shape_);
  const NetworkShape& s = shape_;
  for (const std::uint32_t size : shape)
    if (size == 0 || size > (1U << 20)) model.refuse("its section shape is damaged");
  const std::size_t wide = std::size_t{2} * s.half;
  words_ = table(model, "words", s.words, s.word_width);
  pieces_ = table(model, "pieces", piece_rows, s.piece_width);
  marks_ = table(model, "marks", mark_rows, s.mark_width);
  input_ = layer(model, "input", s.word_width + s.piece_width + s.mark_width, wide);
  for (std::uint32_t l = 0; l < s.separate; ++l) {
    forward_.push_back(layer(model, "forward" + std::to_string(l), wide, 3 * s.half));
    backward_.push_back(layer(model, "backward" + std::to_string(l), wide, 3 * s.half));
    separate_memory_.push_back(model.array<float>("separate" + std::to_string(l) + ".memory"));
  }
  for (std::uint32_t l = 0; l < s.mixed; ++l) {
    mixed_.push_back(layer(model, "mixed" + std::to_string(l), wide, 3 * wide));
    mixed_memory_.push_back(model.array<float>("mixed" + std::to_string(l) + ".memory"));
  }
  for (const auto* memories : {&separate_memory_, &mixed_memory_})
    for (const auto& memory : *memories)
      if (memory.size() != 2 * wide) model.refuse("the memory of a layer has a wrong size");
  word_classes_ = layer(model, "word_classes", wide, word_class_count);
  tags_ = layer(model, "tags", wide, tag_count);
  name_hidden_ = layer(model, "name_hidden", wide + s.mark_width, s.name);
  names_ = layer(model, "names", s.name, name_tag_count);
  dependants_ = layer(model, "dependants", wide, s.arc);
  arc_dependants_ = layer(model, "arc_dependants", s.arc, s.arc);
  heads_ = layer(model, "heads", wide, s.arc);
  relation_dependants_ = layer(model, "relation_dependants", wide, s.relation);
  relation_heads_ = layer(model, "relation_heads", wide, s.relation);
  relations_ = layer(model, "relations", s.relation, relation_count);
  transitions_ = model.array<float>("transitions");
  root_ = model.array<float>("root");
  relation_root_ = model.array<float>("relation_root");
  if (transitions_.size() != (name_tag_count + 1) * name_tag_count || root_.size() != s.arc || relation_root_.size() != s.relation)
    model.refuse("its sections do not fit each other");
}

void Network::embed(const Features& features, std::vector<float>& x) const {
  const std::size_t width = words_.width + pieces_.width + marks_.width, tokens = features.size();
  x.assign(tokens * width, 0.0F);
  const auto add = [](const Table& table, std::uint32_t row, float* into) {
    add_scaled(table.values.subspan(row * table.width, table.width), table.scale[row], {into, table.width});
  };
  for (std::size_t t = 0; t < tokens; ++t) {
    float* at = x.data() + t * width;
    add(words_, std::min(features.words[t], shape_.words - 1), at);
    for (std::size_t k = 0; k < pieces_each; ++k) add(pieces_, features.pieces[t * pieces_each + k], at + words_.width);
    for (std::size_t k = 0; k < marks_each; ++k)
      if (const std::uint32_t row = features.marks[t * marks_each + k]; row != no_row) add(marks_, row, at + words_.width + pieces_.width);
  }
}

void Network::apply(const PackedWeights& weights, std::span<const float> x, NetworkRoom& room, std::vector<float>& out) const {
  quantize(x, weights.in, room.rows);
  out.resize(room.rows.rows * weights.out);
  multiply(room.rows, weights, instructions_, out);
}

void Network::read(const Features& features, std::span<const std::uint32_t> lengths, NetworkRoom& room, Reading& reading) const {
  const std::size_t tokens = features.size(), half = shape_.half, wide = 2 * half;
  Laps laps(room.times);
  reading.resize(tokens);
  embed(features, room.y);
  const std::size_t width = words_.width + pieces_.width + marks_.width;
  room.side.resize(tokens * marks_.width);  // the marks are looked at again for names
  for (std::size_t t = 0; t < tokens; ++t)
    std::copy_n(room.y.data() + t * width + words_.width + pieces_.width, marks_.width, room.side.data() + t * marks_.width);
  laps.end(&NetworkTimes::embeddings);
  apply(input_, room.y, room, room.x);
  const auto recur_all = [&](std::span<const float> memory) {
    laps.end(&NetworkTimes::products);
    std::size_t at = 0;
    for (const std::uint32_t length : lengths) {
      recur(std::span(room.gates).subspan(at * 6 * half, length * 6 * half), memory, std::span(room.x).subspan(at * wide, length * wide), half, room.state);
      at += length;
    }
    laps.end(&NetworkTimes::recurrences);
  };
  for (std::size_t l = 0; l < forward_.size(); ++l) {
    room.gates.resize(tokens * 6 * half);
    for (std::size_t side = 0; side < 2; ++side) {
      with_former(lengths, side, room);
      quantize(room.y, wide, room.rows);
      multiply(room.rows, side == 0 ? forward_[l] : backward_[l], instructions_, std::span(room.gates).subspan(side * 3 * half), 6 * half);
    }
    recur_all(separate_memory_[l]);
  }
  for (std::size_t l = 0; l < mixed_.size(); ++l) {
    apply(mixed_[l], room.x, room, room.gates);
    recur_all(mixed_memory_[l]);
  }

  quantize(room.x, wide, room.rows);  // read by all that follows
  const auto from_x = [&](const PackedWeights& weights, std::vector<float>& out) {
    out.resize(tokens * weights.out);
    multiply(room.rows, weights, instructions_, out);
  };
  from_x(word_classes_, room.scores);
  for (std::size_t t = 0; t < tokens; ++t) reading.word_classes[t] = static_cast<std::uint8_t>(greatest(std::span(room.scores).subspan(t * word_classes_.out, word_classes_.out)));
  from_x(tags_, room.scores);
  for (std::size_t t = 0; t < tokens; ++t)  // the first is Tag::none
    reading.tags[t] = static_cast<std::uint8_t>(1 + greatest(std::span(room.scores).subspan(t * tags_.out + 1, tags_.out - 1)));
  from_x(heads_, room.heads);
  relu(room.heads);
  from_x(relation_dependants_, room.relation_dependants);
  from_x(relation_heads_, room.relation_heads);
  from_x(dependants_, room.hidden);
  relu(room.hidden);
  apply(arc_dependants_, room.hidden, room, room.dependants);

  room.y.resize(tokens * (wide + marks_.width));
  for (std::size_t t = 0; t < tokens; ++t) {
    std::copy_n(room.x.data() + t * wide, wide, room.y.data() + t * (wide + marks_.width));
    std::copy_n(room.side.data() + t * marks_.width, marks_.width, room.y.data() + t * (wide + marks_.width) + wide);
  }
  apply(name_hidden_, room.y, room, room.hidden);
  relu(room.hidden);
  apply(names_, room.hidden, room, room.tag_scores);

  laps.end(&NetworkTimes::scores);
  room.hidden.resize(tokens * shape_.relation);
  std::size_t at = 0;
  for (const std::uint32_t length : lengths) {
    read_tree(at, length, room, reading);
    at += length;
  }
  laps.end(&NetworkTimes::trees);
  at = 0;
  for (const std::uint32_t length : lengths) {
    best_name_tags(std::span(room.tag_scores).subspan(at * names_.out, length * names_.out), transitions_, std::span(reading.names).subspan(at, length));
    at += length;
  }
  laps.end(&NetworkTimes::names);
  relu(room.hidden);
  apply(relations_, room.hidden, room, room.scores);
  at = 0;
  for (const std::uint32_t length : lengths) {
    name_relations(at, length, room, reading);
    mend_compounds(at, length, reading);
    at += length;
  }
  laps.end(&NetworkTimes::scores);
}

void Network::with_former(std::span<const std::uint32_t> lengths, std::size_t side, NetworkRoom& room) const {
  const std::size_t half = shape_.half, wide = 2 * half;
  room.y.resize(room.x.size());
  std::size_t at = 0;
  for (const std::uint32_t length : lengths) {
    for (std::size_t i = 0; i < length; ++i) {
      float* to = room.y.data() + (at + i) * wide;
      const float* own = room.x.data() + (at + i) * wide + side * half;
      if (side == 0 ? i > 0 : i + 1 < length) std::copy_n(side == 0 ? own - wide : own + wide, half, to);
      else std::fill_n(to, half, 0.0F);
      std::copy_n(own, half, to + half);
    }
    at += length;
  }
}

void Network::read_tree(std::size_t at, std::size_t length, NetworkRoom& room, Reading& reading) const {
  const std::size_t arc = shape_.arc, relation = shape_.relation, stride = length + 1;
  room.scores.resize(length * stride);
  const auto dependants = std::span<const float>(room.dependants).subspan(at * arc, length * arc);
  inner_products(dependants, root_, arc, room.room, room.scores, stride);
  inner_products(dependants, std::span<const float>(room.heads).subspan(at * arc, length * arc), arc, room.room, std::span(room.scores).subspan(1), stride);
  const auto heads = std::span(reading.heads).subspan(at, length);
  room.decoder.decode(std::span<const float>(room.scores).first(length * stride), heads);
  for (std::size_t i = 0; i < length; ++i) {
    const float* head = heads[i] == 0 ? relation_root_.data() : room.relation_heads.data() + (at + heads[i] - 1) * relation;
    const float* own = room.relation_dependants.data() + (at + i) * relation;
    float* hidden = room.hidden.data() + (at + i) * relation;
    for (std::size_t k = 0; k < relation; ++k) hidden[k] = own[k] + head[k];
  }
}

/// Relation 0 is the root's, and the root's only. Before a verb that tells a sentence no noun is the first part of a compound ("Norway
/// froze assets"): of 4,500 subjects of finite verbs in the treebanks six are tagged so, by mistake.
void Network::name_relations(std::size_t at, std::size_t length, NetworkRoom& room, Reading& reading) const {
  for (std::size_t t = at; t < at + length; ++t) {
    const std::uint32_t head = reading.heads[t];
    const auto scores = std::span(room.scores).subspan(t * relations_.out, relations_.out);
    if (head != 0 && tells(at + head - 1, reading)) scores[static_cast<std::size_t>(Relation::compound)] = std::numeric_limits<float>::lowest();
    reading.relations[t] = head == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + greatest(scores.subspan(1)));
  }
}

}  // namespace dossier::ingest
