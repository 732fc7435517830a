// SPDX-License-Identifier: Apache-2.0
#include "pdf_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>

namespace claimlint::input {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kTimeLimit{60};
constexpr std::chrono::milliseconds kPause{2};
constexpr std::size_t kMaxBytes = std::size_t{256} << 20;

constexpr std::array<const char*, 4> kPrograms = {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext",
                                                  "/opt/homebrew/bin/pdftotext",
                                                  "/opt/local/bin/pdftotext"};

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

/// A file without a name, gone when it is closed.
File make_file() {
  File file(std::tmpfile());
  if (file) fcntl(fileno(file.get()), F_SETFD, FD_CLOEXEC);
  return file;
}

bool fill(std::FILE* file, std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() &&
         std::fflush(file) == 0 && lseek(fileno(file), 0, SEEK_SET) == 0;
}

std::size_t size_of(std::FILE* file) {
  struct stat status {};
  return fstat(fileno(file), &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

std::string contents_of(std::FILE* file) {
  std::string bytes(size_of(file), '\0');
  std::rewind(file);
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  return bytes;
}

/// What the child does with its descriptors before it becomes the program.
class Actions {
 public:
  Actions(std::FILE* in, std::FILE* out) : owned_(&actions_) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, fileno(in), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, fileno(out), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  struct Destroy {
    void operator()(posix_spawn_file_actions_t* actions) const {
      posix_spawn_file_actions_destroy(actions);
    }
  };
  posix_spawn_file_actions_t actions_{};
  std::unique_ptr<posix_spawn_file_actions_t, Destroy> owned_;
};

std::optional<pid_t> start(const char* program, std::FILE* in, std::FILE* out) {
  // posix_spawn takes what main does: strings that could be written to, and are not.
  std::array<std::string, 6> words = {"pdftotext", "-enc", "UTF-8", "-bbox-layout", "-", "-"};
  std::array<char*, 7> arguments{};
  std::transform(words.begin(), words.end(), arguments.begin(),
                 [](std::string& word) { return word.data(); });
  std::string locale = "LC_ALL=C";
  std::array<char*, 2> environment = {locale.data(), nullptr};
  const Actions actions(in, out);
  pid_t child = 0;
  const int error =
      posix_spawn(&child, program, actions.get(), nullptr, arguments.data(), environment.data());
  if (error != 0) return std::nullopt;
  return child;
}

/// Waits for the end of a child, or makes one. Null where it went well.
std::optional<PdfOutcome> wait_for(pid_t child, std::FILE* out) {
  const Clock::time_point deadline = Clock::now() + kTimeLimit;
  std::optional<PdfOutcome> stopped;
  int status = 0;
  for (;;) {
    const pid_t ended = waitpid(child, &status, stopped ? 0 : WNOHANG);
    if (ended == child) break;
    // Nothing to wait for: the application has the system collect its children.
    if (ended < 0 && errno != EINTR) return stopped;
    if (!stopped && size_of(out) > kMaxBytes) stopped = PdfOutcome::too_large;
    if (!stopped && Clock::now() > deadline) stopped = PdfOutcome::timed_out;
    if (stopped) {
      kill(child, SIGKILL);
    } else {
      std::this_thread::sleep_for(kPause);
    }
  }
  if (stopped) return stopped;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::nullopt;
  return PdfOutcome::failed;
}

}  // namespace

PdfOutput run_pdftotext(std::string_view bytes) {
  const auto* const program = std::find_if(
      kPrograms.begin(), kPrograms.end(), [](const char* path) { return access(path, X_OK) == 0; });
  if (program == kPrograms.end()) return {PdfOutcome::no_program, {}};
  const File in = make_file();
  const File out = make_file();
  if (!in || !out || !fill(in.get(), bytes)) return {PdfOutcome::failed, {}};
  const std::optional<pid_t> child = start(*program, in.get(), out.get());
  if (!child) return {PdfOutcome::failed, {}};
  if (const auto trouble = wait_for(*child, out.get())) return {*trouble, {}};
  return {PdfOutcome::done, contents_of(out.get())};
}

}  // namespace claimlint::input
