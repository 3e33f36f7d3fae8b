// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mangrove::test {

/// The Adult benchmark, read by code that shares nothing with the engine.
struct AdultData {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    /// hierarchies[attribute][value] = all levels of the value
    std::vector<std::map<std::string, std::vector<std::string>>> hierarchies;
};

/// Every `step`-th row; no rows where ../shared is absent.
AdultData readAdult(std::size_t step = 1);
std::filesystem::path adultFolder();
/// A recipe for all nine quasi-identifiers. `rest` is further members, with a leading comma.
std::string adultRecipe(unsigned k, const std::string& limit, const std::string& rest = {});

/// The cells of a comma-separated text without quotes inside (what Adult's output is).
std::vector<std::vector<std::string>> readPlainCsv(const std::filesystem::path& file, char separator = ',');

} // namespace mangrove::test
