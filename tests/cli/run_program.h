/// Runs the built program as a person would, and keeps what it said.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

extern char** environ;  // NOLINT: POSIX's own name

namespace dossier::cli::test {

struct Outcome {
  int code = 0;  ///< exit code, or minus the number of the signal that ended it
  std::string out, err;
  long peak_kib = 0;  ///< most memory in use at once
};

struct Call {
  std::string in;                        ///< standard input
  std::string out_file;                  ///< where standard output goes instead ("/dev/full")
  std::vector<std::string> environment;  ///< "NAME=value", besides the usual
  std::filesystem::path folder;          ///< to run in; empty: here
};

/// A folder of its own for each test; removed at the end.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dossier-cli.XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file and gives its path.
  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return *this / name;
  }
  /// The names of all files, sorted.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  std::filesystem::path path_;
};

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A program that was started and may still run.
class Running {
 public:
  Running(std::vector<std::string> arguments, const Call& call);
  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const { ::kill(pid_, number); }
  /// Feeds it, reads it, waits for it.
  Outcome finish();

 private:
  pid_t pid_ = 0;
  std::string in_;
  int to_ = -1, out_ = -1, err_ = -1;
};

inline Running::Running(std::vector<std::string> arguments, const Call& call) : in_(call.in) {
  std::array<int, 2> in{}, out{}, err{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  if (call.out_file.empty()) {
    ::posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  } else {
    ::posix_spawn_file_actions_addopen(&actions, 1, call.out_file.c_str(), O_WRONLY | O_CREAT, 0666);
  }
  ::posix_spawn_file_actions_adddup2(&actions, err[1], 2);
  if (!call.folder.empty()) ::posix_spawn_file_actions_addchdir_np(&actions, call.folder.c_str());
  arguments.insert(arguments.begin(), DOSSIER_PROGRAM);
  std::vector<char*> argv, environment;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  std::vector<std::string> more = call.environment;
  for (char** each = environ; *each != nullptr; ++each)
    if (std::string_view(*each).substr(0, 8) != "DOSSIER_" ||
        std::string_view(*each).substr(0, 17) == "DOSSIER_ONTOLOGY=")
      environment.push_back(*each);
  for (std::string& each : more) environment.push_back(each.data());
  environment.push_back(nullptr);
  const int problem = ::posix_spawn(&pid_, DOSSIER_PROGRAM, &actions, nullptr, argv.data(), environment.data());
  ::posix_spawn_file_actions_destroy(&actions);
  for (const int end : {in[0], out[1], err[1]}) ::close(end);
  if (problem != 0) throw std::runtime_error("cannot start " DOSSIER_PROGRAM);
  to_ = in[1];
  out_ = out[0];
  err_ = err[0];
}

inline Outcome Running::finish() {
  Outcome outcome;
  std::signal(SIGPIPE, SIG_IGN);
  ::fcntl(to_, F_SETFL, O_NONBLOCK);
  std::size_t fed = 0;
  std::array<char, 1 << 16> buffer{};
  const auto drain = [&](int& from, std::string& into) {
    const ssize_t size = ::read(from, buffer.data(), buffer.size());
    if (size > 0) return void(into.append(buffer.data(), static_cast<std::size_t>(size)));
    ::close(from);
    from = -1;
  };
  while (out_ >= 0 || err_ >= 0) {
    if (to_ >= 0 && fed == in_.size()) {
      ::close(to_);
      to_ = -1;
    }
    std::array<pollfd, 3> ends{{{out_, POLLIN, 0}, {err_, POLLIN, 0}, {to_, POLLOUT, 0}}};
    ::poll(ends.data(), ends.size(), -1);
    if (ends[0].revents != 0) drain(out_, outcome.out);
    if (ends[1].revents != 0) drain(err_, outcome.err);
    if (to_ >= 0 && ends[2].revents != 0) {
      const ssize_t written = ::write(to_, in_.data() + fed, in_.size() - fed);
      fed = written < 0 ? in_.size() : fed + static_cast<std::size_t>(written);
    }
  }
  if (to_ >= 0) ::close(to_);
  int status = 0;
  rusage used{};
  ::wait4(pid_, &status, 0, &used);
  outcome.peak_kib = used.ru_maxrss;
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return outcome;
}

/// Runs the program to its end.
inline Outcome run_dossier(std::vector<std::string> arguments, const Call& call = {}) {
  return Running(std::move(arguments), call).finish();
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Two small documents of invented news, and the graph of both.
inline constexpr const char* oslo =
    "Norway and Iceland sign fisheries agreement\n\n"
    "OSLO, March 4, 2020 - Norway and Iceland signed a fisheries agreement in Oslo on March 3, 2020.\n"
    "Foreign Minister Kari Nordmann said that Norway will strengthen relations with Iceland.\n"
    "The Ministry of Fisheries hosted the Oslo Summit on March 3, 2020.\n";
inline constexpr const char* reykjavik =
    "Iceland to host summit\n\n"
    "REYKJAVIK, May 10, 2020 - Iceland will host a summit with Norway in Reykjavik on June 1, 2020.\n"
    "Foreign Minister Kari Nordmann will visit Iceland.\n"
    "Prime Minister Jon Jonsson of Iceland announced the Reykjavik Summit.\n";

}  // namespace dossier::cli::test
