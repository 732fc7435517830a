// SPDX-License-Identifier: Apache-2.0
#include "server/serve.hpp"

#include "commands.hpp"
#include "session.hpp"

namespace claimlint::cli {

int run_serve(const Settings& settings) {
  if (!settings.arguments.empty()) throw UsageError("serve takes options alone");
  server::ServeOptions options;
  options.listen = settings.serve.listen.value_or(options.listen);
  options.hosts = settings.serve.hosts;
  if (settings.store.store) options.store = *settings.store.store;
  if (settings.serve.token_file) options.token_file = *settings.serve.token_file;
  options.max_bytes = settings.serve.max_bytes.value_or(options.max_bytes);
  if (settings.serve.timeout) options.timeout = std::chrono::seconds(*settings.serve.timeout);
  options.jobs = settings.jobs;
  options.quiet = settings.quiet;
  server::serve(make_auditor(settings), options);
  return kClean;
}

}  // namespace claimlint::cli
