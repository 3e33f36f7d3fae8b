// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "base/text.h"
#include "crypto/hmac.h"
#include "crypto/system_random.h"
#include "deid/apply_set.h"
#include "deid/format_cipher.h"
#include "deid/transform.h"
#include "deid_keys.h"
#include "invocation.h"
#include "workspace/text_finder.h"

#include <filesystem>
#include <iostream>
#include <thread>

namespace mangrove::cli {

namespace {

constexpr std::size_t kKeyBytes = 32;

Result<crypto::Hmac> masterOf(const std::string& keyFile) {
    MANGROVE_ASSIGN(std::string text, readFile(keyFile, 4096));
    if (text.size() < kKeyBytes) {
        crypto::wipe(text);
        return Error(errors::kBadOption, {"--key-file", keyFile, "a key has at least 32 bytes"});
    }
    const auto master = crypto::SecretBytes::copyOf(asBytes(text));
    crypto::wipe(text);
    return crypto::Hmac::make(master);
}

} // namespace

Result<deid::Keys> deidKeys(const std::string& keyFile) {
    deid::Keys keys;
    if (keyFile.empty()) {
        crypto::SystemRandom random;
        keys.pseudonymKey = crypto::SecretBytes::random(kKeyBytes, random);
        keys.dateShiftKey = crypto::SecretBytes::random(kKeyBytes, random);
        return keys;
    }
    MANGROVE_ASSIGN(const auto derive, masterOf(keyFile));
    const auto pseudonym = derive.compute(asBytes("mangrove/pseudonym"));
    const auto dateShift = derive.compute(asBytes("mangrove/date-shift"));
    keys.pseudonymKey = crypto::SecretBytes::copyOf(pseudonym);
    keys.dateShiftKey = crypto::SecretBytes::copyOf(dateShift);
    return keys;
}

Result<crypto::SecretBytes> codeIndexKey(const std::string& keyFile) {
    MANGROVE_ASSIGN(const auto derive, masterOf(keyFile));
    return crypto::SecretBytes::copyOf(derive.compute(asBytes("mangrove/code-index")));
}

namespace {

struct SetArguments {
    std::string set;
    std::string outFolder;
    std::string report;
    std::string keyFile;
    unsigned threads = 0;
};

Result<int> applySet(const Terminal& terminal, const SetArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const std::string text, readFile(arguments.set));
        const auto folder = std::filesystem::path(arguments.set).parent_path();
        MANGROVE_ASSIGN(const auto set,
                        deid::parseRecipeSet(text, arguments.set, folder, arguments.outFolder));
        MANGROVE_ASSIGN(const auto keys, deidKeys(arguments.keyFile));
        deid::ApplyOptions options;
        options.threads =
            arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
        options.textFinder = &workspace::textFinder();
        MANGROVE_ASSIGN(const auto report, deid::applyLinked(set.tables, set.link, keys, options, context));
        const std::string json = deid::toJson(report);
        if (!arguments.report.empty()) {
            MANGROVE_TRY(writeFile(arguments.report, json + "\n"));
        }
        if (terminal.json()) {
            terminal.print(json);
            return 0;
        }
        for (std::size_t t = 0; t < report.tables.size(); ++t)
            terminal.print(format("{}: {} of {} rows written", set.tables[t].output.string(),
                                  report.tables[t].rowsOut, report.tables[t].rowsIn));
        for (std::size_t t = 0; t < report.tables.size(); ++t) {
            for (const deid::CodedNote& note : report.tables[t].notes)
                terminal.print(format("Note on {}: {}", set.tables[t].output.filename().string(), note.text));
        }
        terminal.print(
            format("{} of {} persons left out; of the others at least {} look alike in all tables{}",
                   report.personsSuppressed, report.persons, report.joined.smallestGroup,
                   report.personsOnlyPopulation == 0
                       ? std::string()
                       : format("; {} more only stand for the population", report.personsOnlyPopulation)));
        for (const deid::CodedNote& note : report.notes)
            terminal.print("Note: " + note.text);
        if (arguments.keyFile.empty())
            terminal.note("No --key-file: pseudonyms and date offsets used a key that is gone now.");
        return 0;
    });
}

Result<int> listTransforms(const Terminal& terminal) {
    if (terminal.json()) {
        terminal.print(deid::transformInfosJson());
        return 0;
    }
    for (const auto& info : deid::transformInfos()) {
        terminal.print(
            format("{}\n    {}\n    Reversible by: {}", info.name, info.effect, info.reversibleBy));
        for (const auto& parameter : info.parameters)
            terminal.print(format("    \"{}\" ({}): {}", parameter.name, parameter.type, parameter.meaning));
    }
    return 0;
}

struct DecryptArguments {
    std::string recipe;
    std::string column;
    std::string keyFile;
};

/// Codes on stdin, originals on stdout, a line each; an empty line for what is no code.
Result<int> decrypt(const Terminal& terminal, const DecryptArguments& arguments) {
    MANGROVE_ASSIGN(const std::string text, readFile(arguments.recipe));
    MANGROVE_ASSIGN(const auto recipe, deid::parseRecipe(text, arguments.recipe));
    const deid::Attribute* attribute = recipe.find(arguments.column);
    if (attribute == nullptr || deid::effectiveTransform(*attribute).type != deid::TransformType::Encrypt)
        return Error(errors::kBadOption,
                     {"--column", arguments.column, "the recipe does not encrypt a column of that name"});
    MANGROVE_ASSIGN(const auto keys, deidKeys(arguments.keyFile));
    const deid::Transform transform = deid::effectiveTransform(*attribute);
    MANGROVE_ASSIGN(const auto key,
                    deid::recipientKey(keys.pseudonymKey, deid::KeyPurpose::Encrypt, recipe.recipient));
    MANGROVE_ASSIGN(const auto cipher, deid::FormatCipher::make(
                                           key, transform.format, transform.keepFirst, transform.keepLast,
                                           transform.domain.empty() ? attribute->column : transform.domain));
    bool all = true;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        const auto original =
            findInvalidUtf8(line) == std::string::npos ? cipher.decrypt(line) : std::nullopt;
        all = all && original.has_value();
        terminal.print(original.value_or(std::string()));
    }
    return all ? 0 : 1;
}

struct ResolveArguments {
    std::string index;
    std::string column;
    std::string keyFile;
};

/// Pseudonyms on stdin, originals on stdout, a line each; an empty line for what is no code of the release.
Result<int> resolve(const Terminal& terminal, const ResolveArguments& arguments) {
    MANGROVE_ASSIGN(const std::string sealed, readFile(arguments.index, std::uint64_t{4} << 30U));
    MANGROVE_ASSIGN(const auto key, codeIndexKey(arguments.keyFile));
    MANGROVE_ASSIGN(const auto book, deid::CodeBook::open(sealed, key));
    if (!book.hasColumn(arguments.column))
        return Error(errors::kBadOption,
                     {"--column", arguments.column, "the index has no column of that name"});
    bool all = true;
    for (std::string line; std::getline(std::cin, line);) {
        const auto original = book.originalOf(arguments.column, trim(line));
        all = all && original.has_value();
        terminal.print(original.value_or(std::string()));
    }
    return all ? 0 : 1;
}

} // namespace

void addDeidLinkCommands(CLI::App& group, Invocation& invocation) {
    auto set = std::make_shared<SetArguments>();
    CLI::App* command = addCommand(group, invocation, "apply-set",
                                   "De-identify linked tables together, k over the joined view of a person",
                                   [set](const Terminal& terminal) { return applySet(terminal, *set); });
    command->add_option("set", set->set, "Recipe set (JSON); tables and recipes lie beside it")
        ->type_name("SET.json")
        ->required();
    command->add_option("--out-dir", set->outFolder, "Folder for the files to write")->required();
    command->add_option("--report", set->report, "Write the report (JSON) here")->type_name("REPORT.json");
    command->add_option("--key-file", set->keyFile,
                        "Secret of at least 32 bytes: the same key gives the same pseudonyms and offsets");
    command->add_option("--threads", set->threads, "Threads (default: as many as the machine has)");

    addCommand(group, invocation, "transforms",
               "What can be done to a column, by whom it can be undone, and its price",
               [](const Terminal& terminal) { return listTransforms(terminal); });

    auto codes = std::make_shared<DecryptArguments>();
    command =
        addCommand(group, invocation, "decrypt",
                   "Turn codes of the transform encrypt back into the originals, a line each from stdin",
                   [codes](const Terminal& terminal) { return decrypt(terminal, *codes); });
    command->add_option("--recipe", codes->recipe, "Recipe that made the codes")
        ->type_name("FILE")
        ->required();
    command->add_option("--column", codes->column, "Column of the recipe")->required();
    command->add_option("--key-file", codes->keyFile, "The key that made the codes")->required();

    auto names = std::make_shared<ResolveArguments>();
    command = addCommand(group, invocation, "resolve",
                         "Turn reversible pseudonyms back into the originals, a line each from stdin",
                         [names](const Terminal& terminal) { return resolve(terminal, *names); });
    command->add_option("--code-index", names->index, "The sealed index that apply wrote")
        ->type_name("FILE")
        ->required();
    command->add_option("--column", names->column, "Column of the pseudonyms")->required();
    command->add_option("--key-file", names->keyFile, "The key of that run")->required();
}

} // namespace mangrove::cli
