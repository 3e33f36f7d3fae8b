// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/table_folder.h"

#include "base/text.h"
#include "io/errors.h"
#include "io/name_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>

namespace mangrove::io {

namespace {

constexpr std::size_t kMaxFiles = 10'000;
constexpr std::array<std::string_view, 11> kEndings{".csv",    ".tsv",   ".tab",  ".txt",  ".psv", ".dat",
                                                    ".ndjson", ".jsonl", ".json", ".xlsx", ".xlsm"};

/// The name without the ending of a table; empty where it has none.
std::string stemOf(std::string_view name) {
    std::string stem = toLowerAscii(name);
    for (const std::string_view packed : {".gz", ".zst"}) {
        if (stem.ends_with(packed))
            stem.resize(stem.size() - packed.size());
    }
    for (const std::string_view ending : kEndings) {
        if (stem.size() > ending.size() && stem.ends_with(ending))
            return stem.substr(0, stem.size() - ending.size());
    }
    return {};
}

} // namespace

Result<std::vector<std::string>> tablesOfFolder(const std::filesystem::path& folder) {
    std::error_code problem;
    std::vector<std::string> names;
    std::filesystem::directory_iterator entry(folder, problem);
    for (; !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (!name.starts_with('.') && !stemOf(name).empty() && entry->is_regular_file(ignored)
            && names.size() < kMaxFiles)
            names.push_back(name);
    }
    if (problem)
        return Error(errors::kFileNotReadable, {folder.string(), problem.message()}, {folder.string(), 0, 0});
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::filesystem::path> tableOfFolder(const std::filesystem::path& folder,
                                            const std::optional<std::string>& wanted) {
    MANGROVE_ASSIGN(const auto names, tablesOfFolder(folder));
    if (names.empty())
        return Error(errors::kCsvEmpty, {folder.string()}, {folder.string(), 0, 0});
    const std::string listed = listNames(names);
    if (!wanted) {
        if (names.size() == 1)
            return folder / names.front();
        return Error(errors::kSeveralTables, {folder.string(), std::to_string(names.size()), listed},
                     {folder.string(), 0, 0});
    }
    if (std::find(names.begin(), names.end(), *wanted) != names.end())
        return folder / *wanted;
    std::vector<std::string> alike;
    for (const std::string& name : names) {
        if (stemOf(name) == toLowerAscii(*wanted))
            alike.push_back(name);
    }
    if (alike.size() == 1)
        return folder / alike.front();
    return Error(errors::kTableMissing, {folder.string(), *wanted, listed}, {folder.string(), 0, 0});
}

} // namespace mangrove::io
