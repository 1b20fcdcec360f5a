#include "ingest/source/input_files.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "graph/error/error.h"
#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

namespace fs = std::filesystem;

constexpr const char* known_extensions = "(.txt .md .html .jsonl)";

fs::path without_gz(const fs::path& path) {
  return lower_ascii(path.extension().string()) == ".gz" ? path.parent_path() / path.stem() : path;
}

/// File names are bytes; ids are UTF-8.
std::string as_id(const fs::path& path) {
  std::string id = repaired_utf8(path.string());
  tidy(id);
  return id;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

InputFile input_file(const fs::path& path) {
  std::error_code problem;
  const auto size = fs::file_size(path, problem);
  return {path, kind_of_name(path), {}, problem ? 0 : size};
}

/// Opens up one folder and those in it.
class FolderReader {
 public:
  FolderReader(const fs::path& folder, const SourceOptions& options) : folder_(folder), options_(options) {}

  std::vector<InputFile> read() {
    visit(folder_);
    std::ranges::sort(files_, {}, [](const InputFile& file) { return file.path.native(); });
    if (files_.empty())
      throw Error(ErrorKind::bad_input, Location{folder_.string()},
                  std::string("holds no document ") + known_extensions);
    tell_what_was_left_out();
    return std::move(files_);
  }

 private:
  void visit(const fs::path& folder) {
    std::vector<fs::path> open{folder};
    while (!open.empty()) {
      const fs::path current = std::move(open.back());
      open.pop_back();
      std::error_code problem;
      for (fs::directory_iterator at(current, problem), end; !problem && at != end; at.increment(problem)) {
        if (is_hidden(at->path())) continue;
        if (is_real_folder(*at))
          open.push_back(at->path());
        else
          add(*at);
      }
      if (problem)
        options_.diagnostics({Severity::error, Location{current.string()}, "cannot be read: " + problem.message(), {}});
    }
  }

  static bool is_real_folder(const fs::directory_entry& entry) {
    std::error_code problem;
    return !entry.is_symlink(problem) && entry.is_directory(problem);
  }

  void add(const fs::directory_entry& entry) {
    std::error_code problem;
    if (entry.is_directory(problem))
      ++links_;
    else if (!kind_of_name(entry.path()))
      ++unknown_;
    else if (entry.is_regular_file(problem))
      files_.push_back(input_file(entry.path()));
    else
      ++unknown_;  // a pipe, a socket, a link to nothing
  }

  void tell_what_was_left_out() const {
    const auto files = [](std::size_t count) { return std::to_string(count) + (count == 1 ? " file" : " files"); };
    std::string message;
    if (unknown_ > 0) message = "passed over " + files(unknown_) + " of other kinds than " + known_extensions;
    if (links_ > 0) message += (message.empty() ? "" : ", and ") + std::to_string(links_) + " links to folders";
    if (!message.empty()) options_.diagnostics({Severity::note, Location{folder_.string()}, message, {}});
  }

  fs::path folder_;
  const SourceOptions& options_;
  std::vector<InputFile> files_;
  std::size_t unknown_ = 0;
  std::size_t links_ = 0;
};

fs::file_status status_of(const fs::path& input) {
  std::error_code problem;
  const fs::file_status status = fs::status(input, problem);
  if (status.type() == fs::file_type::not_found) throw Error(ErrorKind::io, Location{input.string()}, "no such file");
  if (problem) throw Error(ErrorKind::io, Location{input.string()}, "cannot be read: " + problem.message());
  return status;
}

/// What files are called before folders tell them apart: the stem, or the whole name where a neighbour has the same
/// stem.
std::vector<std::string> names_of(const std::vector<InputFile>& files, const SourceOptions& options) {
  std::map<fs::path, std::size_t> neighbours;
  for (const InputFile& file : files) ++neighbours[without_gz(file.path).replace_extension()];
  std::vector<std::string> names;
  for (const InputFile& file : files) {
    const fs::path plain = without_gz(file.path);
    if (file.path == "-")
      names.push_back(options.source.empty() ? "stdin" : as_id(without_gz(options.source).stem()));
    else
      names.push_back(as_id(neighbours[fs::path(plain).replace_extension()] > 1 ? file.path.filename() : plain.stem()));
  }
  return names;
}

/// "2022/briefing": the name behind as many of its folders as `parents` says and the path has.
std::string id_of(const InputFile& file, const std::string& name, std::size_t parents) {
  std::string id = name;
  fs::path up = file.path.lexically_normal().parent_path();
  for (; parents > 0 && up.has_filename() && up.filename() != ".."; --parents, up = up.parent_path())
    id = as_id(up.filename()) + '/' + id;
  return id;
}

/// Puts folders before the names that clash until they are unique, or no folder is left.
void give_ids(std::vector<InputFile>& files, const SourceOptions& options) {
  constexpr std::size_t most_parents = 32;
  const std::vector<std::string> names = names_of(files, options);
  std::vector<std::size_t> clashing(files.size());
  std::iota(clashing.begin(), clashing.end(), std::size_t{0});
  for (std::size_t parents = 0; parents <= most_parents && !clashing.empty(); ++parents) {
    std::map<std::string, std::vector<std::size_t>> by_id;
    for (const std::size_t i : clashing) {
      files[i].id = id_of(files[i], names[i], parents);
      by_id[files[i].id].push_back(i);
    }
    clashing.clear();
    for (const auto& [id, indices] : by_id)
      if (indices.size() > 1) clashing.insert(clashing.end(), indices.begin(), indices.end());
  }
}

}  // namespace

std::optional<FileKind> kind_of_name(const fs::path& path) {
  const std::string extension = lower_ascii(without_gz(path).extension().string());
  if (extension == ".txt" || extension == ".text") return FileKind::text;
  if (extension == ".md" || extension == ".markdown") return FileKind::markdown;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return FileKind::html;
  if (extension == ".jsonl" || extension == ".ndjson") return FileKind::json_lines;
  return std::nullopt;
}

FileKind kind_of_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = trimmed(bytes.substr(0, 4096));
  if (bytes.starts_with('{')) return FileKind::json_lines;
  if (!bytes.starts_with('<')) return FileKind::text;
  const std::string begin = lower_ascii(bytes.substr(0, 1024));
  for (const char* mark :
       {"<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<h1", "<title", "<meta"})
    if (begin.find(mark) != std::string::npos) return FileKind::html;
  return FileKind::text;
}

std::vector<InputFile> find_input_files(const std::vector<fs::path>& inputs, const SourceOptions& options) {
  std::vector<fs::file_status> statuses;
  for (const fs::path& input : inputs) statuses.push_back(input == "-" ? fs::file_status() : status_of(input));
  std::vector<InputFile> files;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    auto found = fs::is_directory(statuses[i])
                     ? FolderReader(inputs[i], options).read()
                     : std::vector{inputs[i] == "-" ? InputFile{"-", {}, {}, 0} : input_file(inputs[i])};
    for (InputFile& file : found) {
      if (seen.insert(file.path.lexically_normal().string()).second)
        files.push_back(std::move(file));
      else
        options.diagnostics({Severity::note, Location{file.path.string()}, "named twice, read once", {}});
    }
  }
  give_ids(files, options);
  return files;
}

}  // namespace dossier::ingest
