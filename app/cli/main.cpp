// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/self_test.h"
#include "errors.h"
#include "invocation.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string_view>

namespace {

using namespace mangrove;
using namespace mangrove::cli;

constexpr const char* kFooter = R"(
Engine commands work on plain files: tables, profile, relations, classify, scan, identifier, quality, deid.
Record commands work on a workspace:  workspace, user, dataset, release, request, export, audit
  (--workspace FILE, or MANGROVE_WORKSPACE, or the only *.mangrove file here; --user NAME or MANGROVE_USER).
verify needs neither. demo does the whole journey on made-up data.

A first look:    mangrove profile visits.csv
                 mangrove classify visits.csv
                 mangrove deid risk visits.csv --qi sex,birth_date,district
The journey:     mangrove demo /tmp/demo

With --json a command prints one JSON object on stdout; messages and progress go to stderr.
Exit codes: 0 done · 1 the thing checked does not hold · 2 wrong usage · 3 bad input · 4 not permitted
            5 not found · 6 conflict · 7 input/output · 8 cancelled · 9 internal
Secrets are never given on the command line: --passphrase-file, --passphrase-env, or asked on the terminal.)";

/// Parse errors come before --json is known to the parser, so the arguments are looked at directly.
bool wantsJson(int argc, char** argv) {
    return std::any_of(argv, argv + argc,
                       [](const char* word) { return std::string_view(word) == "--json"; });
}

int finish(const Terminal& terminal, const Result<int>& result) {
    if (result.ok())
        return *result;
    terminal.fail(result.error());
    return exitCode(result.error().kind());
}

int run(int argc, char** argv) {
    // a reader that goes away or a file that hits its size limit is an error value here, not the end of the
    // process
    (void)std::signal(SIGPIPE, SIG_IGN);
    (void)std::signal(SIGXFSZ, SIG_IGN);

    CLI::App app(
        "Mangrove turns a raw health data set into a governed, de-identified, authorized and signed package.",
        "mangrove");
    app.footer(kFooter);
    app.set_version_flag("--version", "mangrove " MANGROVE_VERSION);
    app.require_subcommand(1);
    Invocation invocation;
    for (auto* const add :
         {addTableCommands, addProfileCommands, addRelationCommands, addClassifyCommands, addQualityCommands,
          addDeidCommands, addHierarchyCommands, addWorkspaceCommands, addDatasetCommands, addReleaseCommands,
          addRequestCommands, addPackageCommands, addAuditCommands, addDemoCommand})
        add(app, invocation);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return app.exit(error); // --help, --version
        return finish(Terminal(wantsJson(argc, argv)), Error(errors::kUsage, {error.what()}));
    }

    const Terminal terminal(invocation.json);
    if (const Status selfTest = crypto::runSelfTest(); !selfTest.ok())
        return finish(terminal, selfTest.error());
    return finish(terminal, invocation.action(terminal));
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        // the program's own code reports errors as values: this is memory, or a fault of a library
        (void)std::fprintf(stderr, "mangrove: internal error: %s\n", error.what());
        return 9;
    }
}
