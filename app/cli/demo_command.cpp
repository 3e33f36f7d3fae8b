// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "demo/journey.h"
#include "invocation.h"
#include "json_views.h"
#include "reading_options.h"
#include "record_options.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct Arguments {
    std::string folder;
    std::string file;
    ReadingArguments reading;
    demo::DemoJourneyOptions demo;
};

Result<demo::JourneyReport> journey(const Arguments& arguments, const RunContext& context) {
    if (arguments.file.empty())
        return demo::runDemo(arguments.folder, arguments.demo, systemEnvironment(), context);
    demo::FileJourneyOptions options;
    options.file = arguments.file;
    MANGROVE_ASSIGN(options.read, arguments.reading.options());
    return demo::runJourney(arguments.folder, options, systemEnvironment(), context);
}

void printReport(const Terminal& terminal, const demo::JourneyReport& report) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& step : report.steps)
        rows.push_back({step.id, step.detail});
    terminal.printTable(rows);
    terminal.print(format("\nWorkspace    {}\nPackage      {}\nCertificate  {}\nPassphrases  {}  (demo only)",
                          report.workspace.string(), report.package.string(), report.certificate.string(),
                          report.passphrases.string()));
    terminal.print(
        format("\nVerify it:   mangrove verify {} --ca {}\nor with sha256sum and openssl alone, as the "
               "package's README.txt says.",
               report.package.string(), report.certificate.string()));
}

} // namespace

void addDemoCommand(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = addCommand(
        app, invocation, "demo", "The whole journey, from a raw file to a signed and verified package",
        [arguments](const Terminal& terminal) {
            return runWatched([&](const RunContext& context) -> Result<int> {
                MANGROVE_ASSIGN(const auto report, journey(*arguments, context));
                if (terminal.json()) {
                    auto steps = nlohmann::ordered_json::array();
                    for (const auto& step : report.steps)
                        steps.push_back({{"id", step.id}, {"detail", step.detail}});
                    terminal.print(dump({{"workspace", report.workspace.string()},
                                         {"package", report.package.string()},
                                         {"certificate", report.certificate.string()},
                                         {"passphrases", report.passphrases.string()},
                                         {"verified", report.verified},
                                         {"steps", steps}}));
                } else {
                    printReport(terminal, report);
                }
                return report.verified ? 0 : 1;
            });
        });
    command->add_option("folder", arguments->folder, "Where to put it; made where missing")->required();
    command->add_option("--file", arguments->file, "Make the journey with this file instead of made-up data");
    command->add_option("--seed", arguments->demo.seed, "Same seed, same data")->capture_default_str();
    command->add_option("--rows", arguments->demo.rowsPerTable, "Rows of each made-up table")
        ->capture_default_str();
    arguments->reading.addTo(*command);
}

} // namespace mangrove::cli
