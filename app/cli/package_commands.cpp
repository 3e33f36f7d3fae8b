// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "handoff/package_verifier.h"
#include "invocation.h"
#include "json_views.h"
#include "record_options.h"
#include "workspace/exports.h"
#include "workspace/users.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct ExportArguments {
    WorkspaceOption workspace;
    UserOption user;
    std::string request;
    std::string out;
};

struct VerifyArguments {
    std::string package;
    std::string ca;
};

Result<int> exportPackage(const Terminal& terminal, const ExportArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto package,
                        workspace::exportPackage(*workspace, session, RequestId(arguments.request),
                                                 arguments.out, context));
        if (terminal.json()) {
            terminal.print(dump(toJson(package)));
        } else {
            terminal.print(format("{}  {} bytes, SHA-256 {}", package.path, package.bytes, package.sha256));
            terminal.print("Its README.txt says how to verify it with sha256sum and openssl alone.");
        }
        return 0;
    });
}

Result<int> writeCertificate(const Terminal& terminal, const WorkspaceOption& option,
                             const std::string& out) {
    MANGROVE_ASSIGN(auto workspace, option.open());
    MANGROVE_ASSIGN(const auto organisation, workspace::organisation(*workspace));
    const std::string& pem = organisation.authorityPem;
    MANGROVE_ASSIGN(const auto info, workspace->info());
    if (out.empty()) {
        terminal.print(terminal.json() ? dump({{"certificate", pem}, {"fingerprint", info.caFingerprint}})
                                       : pem);
        return 0;
    }
    MANGROVE_TRY(writeFile(out, pem));
    terminal.print(terminal.json() ? dump({{"path", out}, {"fingerprint", info.caFingerprint}})
                                   : format("{}\nSHA-256 fingerprint {}", out, info.caFingerprint));
    return 0;
}

void printReport(const Terminal& terminal, const handoff::VerifyReport& report) {
    std::vector<std::vector<std::string>> rows{{"CHECK", "RESULT", "DETAIL"}};
    for (const auto& check : report.checks)
        rows.push_back({check.id, std::string(handoff::name(check.outcome)),
                        check.file.empty() || check.detail.find(check.file) != std::string::npos
                            ? check.detail
                            : check.file + ": " + check.detail});
    terminal.printTable(rows);
    if (report.ok) {
        terminal.print(
            format("The package holds. Signed by {}, {}.", report.signer, report.signerOrganisation));
        if (!report.caGiven)
            terminal.print(
                format("No --ca was given: compare the authority's SHA-256 fingerprint {} by other means.",
                       report.caFingerprint));
    } else {
        terminal.print("The package does NOT hold. Do not use it.");
    }
}

Result<int> verify(const Terminal& terminal, const VerifyArguments& arguments) {
    handoff::VerifyOptions options;
    if (!arguments.ca.empty()) {
        MANGROVE_ASSIGN(options.caPem, readFile(arguments.ca));
    }
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto report, handoff::verifyPackage(arguments.package, options, context));
        if (terminal.json())
            terminal.print(handoff::toJson(report));
        else
            printReport(terminal, report);
        return report.ok ? 0 : 1;
    });
}

} // namespace

void addPackageCommands(CLI::App& app, Invocation& invocation) {
    auto made = std::make_shared<ExportArguments>();
    CLI::App* command =
        addCommand(app, invocation, "export", "Pack and sign what a permit allows; the custodian acts",
                   [made](const Terminal& terminal) { return exportPackage(terminal, *made); });
    command->add_option("request", made->request, "Id of the request, RQ-…")->required();
    command->add_option("--out", made->out, "The package to write (default: into the workspace's own folder)")
        ->type_name("PACKAGE.zip");
    made->workspace.addTo(*command);
    made->user.addTo(*command);

    auto certificateOf = std::make_shared<WorkspaceOption>();
    auto certificateOut = std::make_shared<std::string>();
    command =
        addCommand(app, invocation, "certificate", "Print the organisation's certificate, for recipients",
                   [certificateOf, certificateOut](const Terminal& terminal) {
                       return writeCertificate(terminal, *certificateOf, *certificateOut);
                   });
    command->add_option("--out", *certificateOut, "Write it to this file")->type_name("CA.pem");
    certificateOf->addTo(*command);

    auto checked = std::make_shared<VerifyArguments>();
    command = addCommand(app, invocation, "verify", "Verify a package, without workspace or network",
                         [checked](const Terminal& terminal) { return verify(terminal, *checked); });
    command->add_option("package", checked->package, "The .zip, or the folder it was unpacked to")
        ->required();
    command->add_option("--ca", checked->ca, "The organisation's certificate, got by other means")
        ->type_name("CA.pem");
}

} // namespace mangrove::cli
