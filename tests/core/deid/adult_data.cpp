// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/adult_data.h"

#include "support/temp_dir.h"

#include <fstream>

namespace mangrove::test {

std::vector<std::vector<std::string>> readPlainCsv(const std::filesystem::path& file, char separator) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        std::vector<std::string> cells(1);
        for (const char c : line) {
            if (c == separator)
                cells.emplace_back();
            else
                cells.back() += c;
        }
        rows.push_back(cells);
    }
    return rows;
}

std::filesystem::path adultFolder() {
    return sharedDir().empty() ? std::filesystem::path() : sharedDir() / "data" / "adult";
}

AdultData readAdult(std::size_t step) {
    AdultData data;
    const auto lines = readPlainCsv(adultFolder() / "adult.csv", ';');
    if (lines.empty())
        return data;
    data.columns = lines.front();
    for (std::size_t i = 1; i < lines.size(); i += step)
        data.rows.push_back(lines[i]);
    for (const std::string& column : data.columns) {
        auto& hierarchy = data.hierarchies.emplace_back();
        for (const auto& levels : readPlainCsv(adultFolder() / ("adult_hierarchy_" + column + ".csv"), ';'))
            hierarchy[levels[0]] = levels;
    }
    return data;
}

std::string adultRecipe(unsigned k, const std::string& limit, const std::string& rest) {
    std::string text = "{\"recipe\":1,\"attributes\":[";
    bool first = true;
    for (const char* column : {"sex", "age", "race", "marital-status", "education", "native-country",
                               "workclass", "occupation", "salary-class"}) {
        text += first ? "" : ",";
        first = false;
        text += std::string("{\"column\":\"") + column
                + "\",\"role\":\"quasi\",\"hierarchy\":\"adult_hierarchy_" + column + ".csv\"}";
    }
    return text + "],\"models\":[{\"type\":\"k-anonymity\",\"k\":" + std::to_string(k)
           + "}],\"suppressionLimit\":" + limit + rest + "}";
}

} // namespace mangrove::test
