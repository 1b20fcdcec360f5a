#include "cli/messages.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "cli/text_width.h"

namespace dossier::cli {
namespace {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

Tone tone_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Tone::link;
    case Severity::warning:
      return Tone::warning;
    case Severity::error:
      break;
  }
  return Tone::bad;
}

spdlog::level::level_enum level_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return spdlog::level::info;
    case Severity::warning:
      return spdlog::level::warn;
    case Severity::error:
      break;
  }
  return spdlog::level::err;
}

std::string as_json(const Diagnostic& diagnostic) {
  boost::json::object line{{"severity", name_of(diagnostic.severity)}};
  if (!diagnostic.location.source.empty()) line["source"] = diagnostic.location.source;
  if (diagnostic.location.line != 0) line["line"] = diagnostic.location.line;
  if (diagnostic.location.column != 0) line["column"] = diagnostic.location.column;
  line["message"] = diagnostic.message;
  if (!diagnostic.hint.empty()) line["hint"] = diagnostic.hint;
  return boost::json::serialize(line);
}

std::string as_json(const char* severity, const std::string& message) {
  return boost::json::serialize(boost::json::object{{"severity", severity}, {"message", message}});
}

spdlog::level::level_enum threshold(const CommonOptions& options) {
  if (options.quiet) return spdlog::level::err;
  return options.verbose > 0 ? spdlog::level::debug : spdlog::level::info;
}

}  // namespace

struct Messages::Logger : spdlog::logger {
  Logger() : spdlog::logger("dossier", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {}
};

Messages::Messages(const CommonOptions& options, const Terminal& terminal)
    : logger_(std::make_unique<Logger>()), paint_(terminal.err), json_(options.json_errors) {
  logger_->set_pattern("%v");
  logger_->set_level(threshold(options));
  logger_->set_error_handler([](const std::string&) {});  // there is nobody left to tell
}

Messages::~Messages() { show_progress({}); }

std::string Messages::as_text(const Diagnostic& diagnostic) const {
  const std::string place = diagnostic.location.known() ? to_string(diagnostic.location) : "dossier";
  std::string text = paint_(Tone::bold, printable(place) + ':') + ' ' +
                     paint_(tone_of(diagnostic.severity), std::string(name_of(diagnostic.severity)) + ':') + ' ' +
                     printable(diagnostic.message);
  if (!diagnostic.hint.empty()) text += "\n  " + paint_(Tone::link, "help:") + ' ' + printable(diagnostic.hint);
  return text;
}

void Messages::tell(const Diagnostic& diagnostic) {
  log(diagnostic.severity, json_ ? as_json(diagnostic) : as_text(diagnostic));
}

void Messages::summary(const std::string& line) {
  log(Severity::note, json_ ? as_json("summary", line) : printable(line));
}

void Messages::detail(const std::string& line) {
  if (!logger_->should_log(spdlog::level::debug)) return;
  show_progress({});
  logger_->log(spdlog::level::debug, json_ ? as_json("detail", line) : printable(line));
}

void Messages::log(Severity severity, const std::string& text) {
  show_progress({});
  logger_->log(level_of(severity), text);
}

void Messages::show_progress(std::string_view line) {
  if (line.empty() && !progress_shown_) return;
  progress_shown_ = !line.empty();
  const std::string text = "\r" + std::string(line) + "\x1b[K";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace dossier::cli
